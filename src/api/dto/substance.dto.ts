import { ApiProperty } from '@nestjs/swagger';
import type { AtcItem, SubstanceAnswer, SubstanceItem } from '../../queries/answers.js';
import { AdverseReactionsDto, ExposureDto, FigureDto } from './figures.dto.js';

export class SubstanceItemDto implements SubstanceItem {
  @ApiProperty({ pattern: '^\\d{5}$', example: '02202' })
  code: string;
  @ApiProperty({ example: 'PARACÉTAMOL' })
  name: string;
  @ApiProperty({ type: 'integer', example: 230 })
  specialityCount: number;
  @ApiProperty({ type: FigureDto, nullable: true, description: 'null in a release without declarations.' })
  cases: FigureDto | null;
}

export class SubstanceNameDto {
  @ApiProperty({ pattern: '^\\d{5}$', example: '02202' })
  code: string;
  @ApiProperty({ example: 'PARACÉTAMOL' })
  name: string;
}

export class AtcItemDto implements AtcItem {
  @ApiProperty({ example: 'N02BE01' })
  code: string;
  @ApiProperty({ type: String, nullable: true, example: 'Paracétamol' })
  label: string | null;
}

export class SubstanceDto implements SubstanceAnswer {
  @ApiProperty({ pattern: '^\\d{5}$', example: '02202' })
  code: string;
  @ApiProperty({ example: 'PARACÉTAMOL' })
  name: string;
  @ApiProperty({ type: [String], description: 'Other names, those of its salts included.', example: [] })
  synonyms: string[];
  @ApiProperty({ type: [String], description: 'All codes counted under this one.', example: ['02202'] })
  memberCodes: string[];
  @ApiProperty({ type: 'integer', example: 230 })
  specialityCount: number;
  @ApiProperty({ type: [AtcItemDto] })
  atc: AtcItemDto[];
  @ApiProperty({ type: ExposureDto, nullable: true })
  exposure: ExposureDto | null;
  @ApiProperty({ type: AdverseReactionsDto, nullable: true })
  adverseReactions: AdverseReactionsDto | null;
}
