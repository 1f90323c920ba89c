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
/** Parts that no query fills so far. */

export class SpecialityItemDto implements SpecialityItem {
  @ApiProperty({ pattern: '^\\d{8}$', example: '60002283' })
  cis: string;
  @ApiProperty({ example: 'ANASTROZOLE ACCORD 1 mg, comprimé pelliculé' })
  name: string;
  @ApiProperty({ ...TEXT, example: 'Autorisation active' })
  status: string | null;
  @ApiProperty({ type: [SubstanceNameDto] })
  substances: SubstanceNameDto[];
}

class IdentityDto {
  @ApiProperty({ ...TEXT, example: 'comprimé pelliculé' })
  form: string | null;
  @ApiProperty({ type: [String], example: ['orale'] })
  routes: string[];
  @ApiProperty({ ...TEXT, example: 'Autorisation active' })
  status: string | null;
  @ApiProperty({ ...TEXT, example: 'Procédure nationale' })
  procedure: string | null;
  @ApiProperty({ ...TEXT, example: 'Commercialisée' })
  marketing: string | null;
  @ApiProperty({ ...TEXT, format: 'date', description: 'Of the authorisation.', example: '2010-08-03' })
  date: string | null;
  @ApiProperty({ type: [String], example: ['EXEMPLE PHARMA'] })
  holders: string[];
  @ApiProperty({ description: 'Under additional monitoring (black triangle).', example: false })
  surveillance: boolean;
  @ApiProperty({ ...TEXT, example: null })
  bdpmStatus: string | null;
  @ApiProperty({ ...TEXT, example: null })
  europeanNumber: string | null;
}

class ComponentDto {
  @ApiProperty({ description: 'The pharmaceutical element it is in.', example: 'comprimé' })
  element: string;
  @ApiProperty({ example: '02202' })
  code: string;
  @ApiProperty({ example: 'PARACÉTAMOL' })
  name: string;
  @ApiProperty({ ...TEXT, example: '500 mg' })
  dosage: string | null;
  @ApiProperty({ ...TEXT, example: 'un comprimé' })
  dosageReference: string | null;
  @ApiProperty({ enum: ['SA', 'FT'], description: 'Active substance, or therapeutic fraction.', example: 'SA' })
  nature: 'SA' | 'FT';
  @ApiProperty({ description: 'Ties a substance to its fraction.', example: '1' })
  link: string;
  @ApiProperty({ ...TEXT, description: 'Code of the substance it is counted under.', example: '02202' })
  substance: string | null;
}

class PresentationDto {
  @ApiProperty({ pattern: '^\\d{13}$', example: '3400949497294' })
  cip13: string;
  @ApiProperty({ pattern: '^\\d{7}$', example: '4949729' })
  cip7: string;
  @ApiProperty({ example: 'plaquette de 30 comprimés' })
  label: string;
  @ApiProperty({ ...TEXT, example: 'Présentation active' })
  status: string | null;
  @ApiProperty({ ...TEXT, example: 'Déclaration de commercialisation' })
  marketing: string | null;
  @ApiProperty({ ...TEXT, format: 'date', example: '2011-03-16' })
  declarationDate: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: 'Agreed for hospitals.', example: true })
  hospitals: boolean | null;
  @ApiProperty({ type: [String], example: ['100%'] })
  reimbursementRates: string[];
  @ApiProperty({ ...TEXT, description: 'Euros.', example: '22.97' })
  priceWithoutFee: string | null;
  @ApiProperty({ ...TEXT, description: 'Euros.', example: '23.99' })
  price: string | null;
  @ApiProperty({ ...TEXT, description: 'Euros.', example: '1.02' })
  fee: string | null;
  @ApiProperty({ ...TEXT, example: null })
  reimbursementConditions: string | null;
}

class LinkDto {
  @ApiProperty({ example: 'describedby' })
  rel: string;
  @ApiProperty({
    format: 'uri',
    example: 'https://base-donnees-publique.medicaments.gouv.fr/medicament/60002283/extrait',
  })
  href: string;
  @ApiProperty({ example: 'Base de données publique des médicaments' })
  label: string;
}

export class SpecialityDto implements SpecialityAnswer {
  @ApiProperty({ pattern: '^\\d{8}$', example: '60002283' })
  cis: string;
  @ApiProperty({ example: 'ANASTROZOLE ACCORD 1 mg, comprimé pelliculé' })
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
  @ApiProperty({ description: 'A medicine of major therapeutic interest (MITM).', example: false })
  majorInterest: boolean;
  @ApiProperty({ type: [String], description: 'Of prescription and dispensing.', example: ['liste I'] })
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
