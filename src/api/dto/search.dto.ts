import { ApiProperty } from '@nestjs/swagger';
import type { SearchAnswer } from '../../queries/answers.js';
import { FigureDto } from './figures.dto.js';
import { SubstanceNameDto } from './substance.dto.js';

export class SubstanceFoundDto implements Extract<SearchAnswer, { type: 'substance' }> {
  @ApiProperty({ enum: ['substance'], example: 'substance' })
  type: 'substance';
  @ApiProperty({ pattern: '^\\d{5}$', example: '02202' })
  code: string;
  @ApiProperty({ example: 'PARACÉTAMOL' })
  name: string;
  @ApiProperty({ type: FigureDto, nullable: true })
  cases: FigureDto | null;
}

export class SpecialityFoundDto implements Extract<SearchAnswer, { type: 'speciality' }> {
  @ApiProperty({ enum: ['speciality'], example: 'speciality' })
  type: 'speciality';
  @ApiProperty({ pattern: '^\\d{8}$', example: '60002283' })
  cis: string;
  @ApiProperty({ example: 'ANASTROZOLE ACCORD 1 mg, comprimé pelliculé' })
  name: string;
  @ApiProperty({ type: [SubstanceNameDto] })
  substances: SubstanceNameDto[];
}
