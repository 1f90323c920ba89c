import { ApiProperty } from '@nestjs/swagger';
import type {
  AvailabilityAnswer,
  AvailableParts,
  GenericGroupAnswer,
  OpinionAnswer,
  SafetyNoticeAnswer,
  SpecialityAtcAnswer,
} from '../../queries/answers.js';
import { AtcItemDto } from './substance.dto.js';

const TEXT = { type: String, nullable: true } as const;
const DAY = { type: String, nullable: true, format: 'date', example: '2026-01-09' } as const;
const ADDRESS = { type: String, nullable: true, format: 'uri', example: 'https://example.org/page' } as const;
const GENERIC_TYPE = {
  enum: ['reference', 'generic', 'complementary_generic', 'substitutable'],
  description: 'complementary_generic: makes up the dosage of the reference with several units, or a part of one.',
  example: 'generic',
} as const;

export class SpecialityAtcDto implements SpecialityAtcAnswer {
  @ApiProperty({ example: 'N02BE01' })
  code: string;
  @ApiProperty({ ...TEXT, example: 'PARACETAMOL' })
  label: string | null;
  @ApiProperty({ description: 'Taken from the other members of the generic group, which agree.', example: false })
  inferred: boolean;
  @ApiProperty({ type: [AtcItemDto], description: 'The classes above, the first level first.' })
  path: AtcItemDto[];
}

class GenericMemberDto {
  @ApiProperty({ pattern: '^\\d{8}$', example: '60002283' })
  cis: string;
  @ApiProperty({ example: 'ANASTROZOLE ACCORD 1 mg, comprimé pelliculé' })
  name: string;
  @ApiProperty(GENERIC_TYPE)
  type: GenericGroupAnswer['type'];
}

export class GenericGroupDto implements GenericGroupAnswer {
  @ApiProperty({ example: '31' })
  id: string;
  @ApiProperty({ example: 'ANASTROZOLE 1 mg - ARIMIDEX 1 mg, comprimé pelliculé' })
  label: string;
  @ApiProperty(GENERIC_TYPE)
  type: GenericGroupAnswer['type'];
  @ApiProperty({ type: [GenericMemberDto], description: 'The speciality itself included.' })
  members: GenericMemberDto[];
}

export class OpinionDto implements OpinionAnswer {
  @ApiProperty({ format: 'date', example: '2022-02-09' })
  date: string;
  @ApiProperty({ ...TEXT, example: 'Inscription (CT)' })
  reason: string | null;
  @ApiProperty({ example: 'Important' })
  value: string;
  @ApiProperty({ ...TEXT, description: 'Plain text; a line feed where a line ends.', example: null })
  text: string | null;
  @ApiProperty({ description: 'File of the opinion at the HAS.', example: 'CT-19691' })
  fileCode: string;
  @ApiProperty({ ...ADDRESS, description: 'Page of the opinion.' })
  opinion: string | null;
}

export class SafetyNoticeDto implements SafetyNoticeAnswer {
  @ApiProperty(DAY)
  from: string | null;
  @ApiProperty(DAY)
  to: string | null;
  @ApiProperty({ example: 'Rappel du bon usage' })
  text: string;
  @ApiProperty(ADDRESS)
  href: string | null;
}

export class AvailabilityDto implements AvailabilityAnswer {
  @ApiProperty({ ...TEXT, pattern: '^\\d{13}$', description: 'null: all packs.', example: null })
  cip13: string | null;
  @ApiProperty({ enum: ['shortage', 'tension', 'discontinued', 'back'], example: 'tension' })
  status: AvailabilityAnswer['status'];
  @ApiProperty({ description: 'As published.', example: "Tension d'approvisionnement" })
  label: string;
  @ApiProperty(DAY)
  from: string | null;
  @ApiProperty(DAY)
  updated: string | null;
  @ApiProperty({ ...DAY, description: 'When it was back in stock.' })
  back: string | null;
  @ApiProperty(ADDRESS)
  href: string | null;
}

export class AvailablePartsDto implements AvailableParts {
  @ApiProperty({ example: true })
  atc: boolean;
  @ApiProperty({ example: true })
  atcLabels: boolean;
  @ApiProperty({ example: true })
  genericGroup: boolean;
  @ApiProperty({ example: true })
  majorInterest: boolean;
  @ApiProperty({ example: true })
  prescriptionConditions: boolean;
  @ApiProperty({ example: true })
  smr: boolean;
  @ApiProperty({ example: true })
  asmr: boolean;
  @ApiProperty({ example: true })
  availability: boolean;
  @ApiProperty({ example: true })
  safetyNotices: boolean;
  @ApiProperty({ example: true })
  shortages: boolean;
  @ApiProperty({ example: true })
  medicationErrors: boolean;
}
