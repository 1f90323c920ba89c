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
const DAY = { type: String, nullable: true, format: 'date' } as const;
const ADDRESS = { type: String, nullable: true, format: 'uri' } as const;
const GENERIC_TYPE = {
  enum: ['reference', 'generic', 'complementary_generic', 'substitutable'],
  description: 'complementary_generic: makes up the dosage of the reference with several units, or a part of one.',
} as const;

export class SpecialityAtcDto implements SpecialityAtcAnswer {
  @ApiProperty()
  code: string;
  @ApiProperty(TEXT)
  label: string | null;
  @ApiProperty({ description: 'Taken from the other members of the generic group, which agree.' })
  inferred: boolean;
  @ApiProperty({ type: [AtcItemDto], description: 'The classes above, the first level first.' })
  path: AtcItemDto[];
}

class GenericMemberDto {
  @ApiProperty({ pattern: '^\\d{8}$' })
  cis: string;
  @ApiProperty()
  name: string;
  @ApiProperty(GENERIC_TYPE)
  type: GenericGroupAnswer['type'];
}

export class GenericGroupDto implements GenericGroupAnswer {
  @ApiProperty()
  id: string;
  @ApiProperty()
  label: string;
  @ApiProperty(GENERIC_TYPE)
  type: GenericGroupAnswer['type'];
  @ApiProperty({ type: [GenericMemberDto], description: 'The speciality itself included.' })
  members: GenericMemberDto[];
}

export class OpinionDto implements OpinionAnswer {
  @ApiProperty({ format: 'date' })
  date: string;
  @ApiProperty(TEXT)
  reason: string | null;
  @ApiProperty()
  value: string;
  @ApiProperty({ ...TEXT, description: 'Plain text; a line feed where a line ends.' })
  text: string | null;
  @ApiProperty({ description: 'File of the opinion at the HAS.' })
  fileCode: string;
  @ApiProperty({ ...ADDRESS, description: 'Page of the opinion.' })
  opinion: string | null;
}

export class SafetyNoticeDto implements SafetyNoticeAnswer {
  @ApiProperty(DAY)
  from: string | null;
  @ApiProperty(DAY)
  to: string | null;
  @ApiProperty()
  text: string;
  @ApiProperty(ADDRESS)
  href: string | null;
}

export class AvailabilityDto implements AvailabilityAnswer {
  @ApiProperty({ ...TEXT, pattern: '^\\d{13}$', description: 'null: all packs.' })
  cip13: string | null;
  @ApiProperty({ enum: ['shortage', 'tension', 'discontinued', 'back'] })
  status: AvailabilityAnswer['status'];
  @ApiProperty({ description: 'As published.' })
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
  @ApiProperty()
  atc: boolean;
  @ApiProperty()
  atcLabels: boolean;
  @ApiProperty()
  genericGroup: boolean;
  @ApiProperty()
  majorInterest: boolean;
  @ApiProperty()
  prescriptionConditions: boolean;
  @ApiProperty()
  smr: boolean;
  @ApiProperty()
  asmr: boolean;
  @ApiProperty()
  availability: boolean;
  @ApiProperty()
  safetyNotices: boolean;
  @ApiProperty()
  shortages: boolean;
  @ApiProperty()
  medicationErrors: boolean;
}
