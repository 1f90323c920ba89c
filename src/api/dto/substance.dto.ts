import { ApiProperty } from '@nestjs/swagger';
import type { AtcItem, SubstanceAnswer, SubstanceItem } from '../../queries/answers.js';
import { AdverseReactionsDto, ExposureDto, FigureDto } from './figures.dto.js';

export class SubstanceItemDto implements SubstanceItem {
  @ApiProperty({ pattern: '^\\d{5}$' })
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: 'integer' })
  specialityCount: number;
  @ApiProperty({ type: FigureDto, nullable: true, description: 'null in a release without declarations.' })
  cases: FigureDto | null;
}

export class SubstanceNameDto {
  @ApiProperty({ pattern: '^\\d{5}$' })
  code: string;
  @ApiProperty()
  name: string;
}

export class AtcItemDto implements AtcItem {
  @ApiProperty()
  code: string;
  @ApiProperty({ type: String, nullable: true })
  label: string | null;
}

export class SubstanceDto implements SubstanceAnswer {
  @ApiProperty({ pattern: '^\\d{5}$' })
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: [String], description: 'Other names, those of its salts included.' })
  synonyms: string[];
  @ApiProperty({ type: [String], description: 'All codes counted under this one.' })
  memberCodes: string[];
  @ApiProperty({ type: 'integer' })
  specialityCount: number;
  @ApiProperty({ type: [AtcItemDto] })
  atc: AtcItemDto[];
  @ApiProperty({ type: ExposureDto, nullable: true })
  exposure: ExposureDto | null;
  @ApiProperty({ type: AdverseReactionsDto, nullable: true })
  adverseReactions: AdverseReactionsDto | null;
}
