import { ApiProperty } from '@nestjs/swagger';
import type { SpecialityAnswer, SpecialityItem } from '../../queries/answers.js';
import { ExposureDto } from './figures.dto.js';
import { MedicationErrorsDto } from './medication-error.dto.js';
import { SpecialityShortageDto } from './shortage.dto.js';
import {
  AvailabilityDto,
  AvailablePartsDto,
  GenericGroupDto,
  OpinionDto,
  SafetyNoticeDto,
  SpecialityAtcDto,
} from './medicine-details.dto.js';
import { SubstanceItemDto, SubstanceNameDto } from './substance.dto.js';

const TEXT = { type: String, nullable: true } as const;

export class SpecialityItemDto implements SpecialityItem {
  @ApiProperty({ pattern: '^\\d{8}$' })
  cis: string;
  @ApiProperty()
  name: string;
  @ApiProperty(TEXT)
  status: string | null;
  @ApiProperty({ type: [SubstanceNameDto] })
  substances: SubstanceNameDto[];
}

class IdentityDto {
  @ApiProperty(TEXT)
  form: string | null;
  @ApiProperty({ type: [String] })
  routes: string[];
  @ApiProperty(TEXT)
  status: string | null;
  @ApiProperty(TEXT)
  procedure: string | null;
  @ApiProperty(TEXT)
  marketing: string | null;
  @ApiProperty({ ...TEXT, format: 'date', description: 'Of the authorisation.' })
  date: string | null;
  @ApiProperty({ type: [String] })
  holders: string[];
  @ApiProperty({ description: 'Under additional monitoring (black triangle).' })
  surveillance: boolean;
  @ApiProperty(TEXT)
  bdpmStatus: string | null;
  @ApiProperty(TEXT)
  europeanNumber: string | null;
}

class ComponentDto {
  @ApiProperty({ description: 'The pharmaceutical element it is in.' })
  element: string;
  @ApiProperty()
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty(TEXT)
  dosage: string | null;
  @ApiProperty(TEXT)
  dosageReference: string | null;
  @ApiProperty({ enum: ['SA', 'FT'], description: 'Active substance, or therapeutic fraction.' })
  nature: 'SA' | 'FT';
  @ApiProperty({ description: 'Ties a substance to its fraction.' })
  link: string;
  @ApiProperty({ ...TEXT, description: 'Code of the substance it is counted under.' })
  substance: string | null;
}

class PresentationDto {
  @ApiProperty({ pattern: '^\\d{13}$' })
  cip13: string;
  @ApiProperty({ pattern: '^\\d{7}$' })
  cip7: string;
  @ApiProperty()
  label: string;
  @ApiProperty(TEXT)
  status: string | null;
  @ApiProperty(TEXT)
  marketing: string | null;
  @ApiProperty({ ...TEXT, format: 'date' })
  declarationDate: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Agreed for hospitals.' })
  hospitals: boolean | null;
  @ApiProperty({ type: [String] })
  reimbursementRates: string[];
  @ApiProperty({ ...TEXT, description: 'Euros.' })
  priceWithoutFee: string | null;
  @ApiProperty({ ...TEXT, description: 'Euros.' })
  price: string | null;
  @ApiProperty({ ...TEXT, description: 'Euros.' })
  fee: string | null;
  @ApiProperty(TEXT)
  reimbursementConditions: string | null;
}

class LinkDto {
  @ApiProperty()
  rel: string;
  @ApiProperty({
    format: 'uri',
  })
  href: string;
  @ApiProperty()
  label: string;
}

export class SpecialityDto implements SpecialityAnswer {
  @ApiProperty({ pattern: '^\\d{8}$' })
  cis: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: IdentityDto })
  identity: IdentityDto;
  @ApiProperty({ type: [ComponentDto] })
  composition: ComponentDto[];
  @ApiProperty({ type: [PresentationDto] })
  presentations: PresentationDto[];
  @ApiProperty({ type: [SubstanceItemDto], description: 'With the declarations of each.' })
  substances: SubstanceItemDto[];
  @ApiProperty({ type: ExposureDto, nullable: true })
  exposure: ExposureDto | null;
  @ApiProperty({ type: SpecialityAtcDto, nullable: true })
  atc: SpecialityAtcDto | null;
  @ApiProperty({ type: GenericGroupDto, nullable: true })
  genericGroup: GenericGroupDto | null;
  @ApiProperty({ description: 'A medicine of major therapeutic interest (MITM).' })
  majorInterest: boolean;
  @ApiProperty({ type: [String], description: 'Of prescription and dispensing.' })
  prescriptionConditions: string[];
  @ApiProperty({ type: [OpinionDto], description: 'Medical benefit, by the HAS; the latest first.' })
  smr: OpinionDto[];
  @ApiProperty({ type: [OpinionDto], description: 'Improvement of the medical benefit, by the HAS; the latest first.' })
  asmr: OpinionDto[];
  @ApiProperty({ type: [AvailabilityDto], description: 'Now; the latest first.' })
  availability: AvailabilityDto[];
  @ApiProperty({ type: MedicationErrorsDto, nullable: true, description: 'null without the source.' })
  medicationErrors: MedicationErrorsDto | null;
  @ApiProperty({ type: [SpecialityShortageDto], description: 'The newest first.' })
  shortages: SpecialityShortageDto[];
  @ApiProperty({ type: [SafetyNoticeDto], description: 'The latest first.' })
  safetyNotices: SafetyNoticeDto[];
  @ApiProperty({
    type: AvailablePartsDto,
    description: 'Whether the release has the source of each part. Without it nothing is known, which is not « none ».',
  })
  available: AvailablePartsDto;
  @ApiProperty({ type: [LinkDto], description: 'Elsewhere: the official notice.' })
  links: LinkDto[];
}
