import { ApiProperty } from '@nestjs/swagger';
import type { SearchAnswer } from '../../queries/answers.js';
import { FigureDto } from './figures.dto.js';
import { SubstanceNameDto } from './substance.dto.js';

export class SubstanceFoundDto implements Extract<SearchAnswer, { type: 'substance' }> {
  @ApiProperty({ enum: ['substance'] })
  type: 'substance';
  @ApiProperty({ pattern: '^\\d{5}$' })
  code: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: FigureDto, nullable: true })
  cases: FigureDto | null;
}

export class SpecialityFoundDto implements Extract<SearchAnswer, { type: 'speciality' }> {
  @ApiProperty({ enum: ['speciality'] })
  type: 'speciality';
  @ApiProperty({ pattern: '^\\d{8}$' })
  cis: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: [SubstanceNameDto] })
  substances: SubstanceNameDto[];
}
