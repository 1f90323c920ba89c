import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import {
  SHORTAGE_CLASSIFICATIONS,
  SHORTAGE_STATES,
  type ShortageClassification,
  type ShortageState,
} from '../../queries/shortage-answers.js';
import { CIS } from '../codes.js';
import { AtcFilter, PageParameters, TextFilter, WholeNumber } from './parameters.dto.js';

const YEAR = { message: 'a year from 1900 to 2100' };
const CIS_CODE = { message: 'a CIS code of 8 digits' };

export class ShortageListParameters extends PageParameters {
  @TextFilter('Words of the name or of the substance, as declared; all must be there.')
  q?: string;

  @AtcFilter()
  atc?: string;

  @TextFilter('Name of a laboratory, or its key in the statistics.')
  laboratory?: string;

  @ApiPropertyOptional({ description: 'Whether they last.', enum: SHORTAGE_STATES })
  @IsOptional()
  @IsIn(SHORTAGE_STATES, { message: `one of ${SHORTAGE_STATES.join(', ')}` })
  state?: ShortageState;

  @ApiPropertyOptional({ enum: SHORTAGE_CLASSIFICATIONS })
  @IsOptional()
  @IsIn(SHORTAGE_CLASSIFICATIONS, { message: `one of ${SHORTAGE_CLASSIFICATIONS.join(', ')}` })
  classification?: ShortageClassification;

  @ApiPropertyOptional({ type: 'integer', minimum: 1900, maximum: 2100 })
  @IsOptional()
  @WholeNumber()
  @IsInt(YEAR)
  @Min(1900, YEAR)
  @Max(2100, YEAR)
  year?: number;

  @ApiPropertyOptional({ description: 'Of the speciality that was found.', pattern: '^\\d{8}$' })
  @IsOptional()
  @IsString(CIS_CODE)
  @Matches(CIS, CIS_CODE)
  cis?: string;
}
