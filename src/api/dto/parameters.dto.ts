import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { ATC_CODE, SUBSTANCE_CODE } from '../codes.js';
import { POPULATIONS, type Population } from '../../queries/answers.js';

const PAGE_SIZE = 20;
const PAGE_SIZE_AT_MOST = 100;
const PAGE_AT_MOST = 1_000_000;
const TEXT_AT_MOST = 200;

/** Digits and nothing else: `1e3`, ` 3` and an empty text are no page numbers. */
export const WholeNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : NaN,
  );

const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

const TEXT = { message: `a text of 1 to ${TEXT_AT_MOST} characters, given once` };
const LETTER = { message: 'one letter from A to Z' };
const ATC = { message: 'an ATC code of 1, 3, 4, 5 or 7 characters, such as N, N02, N02B, N02BE or N02BE01' };
const PAGE = { message: `a whole number from 1 to ${PAGE_AT_MOST}` };
const SIZE = { message: `a whole number from 1 to ${PAGE_SIZE_AT_MOST}` };

export const TextFilter = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description, minLength: 1, maxLength: TEXT_AT_MOST }),
    IsOptional(),
    Trimmed(),
    IsString(TEXT),
    Length(1, TEXT_AT_MOST, TEXT),
  );

export const AtcFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description: 'An ATC code of any level.', pattern: ATC_CODE.source }),
    IsOptional(),
    IsString(ATC),
    Matches(ATC_CODE, ATC),
  );

export class PageParameters {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: PAGE_AT_MOST, default: 1 })
  @WholeNumber()
  @IsInt(PAGE)
  @Min(1, PAGE)
  @Max(PAGE_AT_MOST, PAGE)
  page = 1;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: PAGE_SIZE_AT_MOST, default: PAGE_SIZE })
  @WholeNumber()
  @IsInt(SIZE)
  @Min(1, SIZE)
  @Max(PAGE_SIZE_AT_MOST, SIZE)
  pageSize = PAGE_SIZE;
}

class FilterParameters extends PageParameters {
  @TextFilter('Words of the name, found as /search finds them.')
  q?: string;

  @AtcFilter()
  atc?: string;

  @ApiPropertyOptional({ description: 'First letter of the name, accents aside.', pattern: '^[A-Za-z]$' })
  @IsOptional()
  @IsString(LETTER)
  @Matches(/^[A-Z]$/i, LETTER)
  letter?: string;
}

export class SubstanceListParameters extends FilterParameters {
  @ApiPropertyOptional({
    description: 'By name, or most declarations first (suppressed numbers last, by name).',
    enum: ['name', '-cases'],
    default: 'name',
  })
  @IsIn(['name', '-cases'], { message: 'name or -cases' })
  sort: 'name' | '-cases' = 'name';
}

export class SpecialityListParameters extends FilterParameters {
  @ApiPropertyOptional({ description: 'Code of a substance that they contain.', pattern: '^\\d{5}$' })
  @IsOptional()
  @IsString({ message: 'a substance code of 5 digits' })
  @Matches(SUBSTANCE_CODE, { message: 'a substance code of 5 digits' })
  substance?: string;
}

export class PopulationParameters {
  @ApiPropertyOptional({
    description: 'The people whose declarations are counted: all, one sex, or one age group.',
    enum: POPULATIONS,
    default: 'all',
  })
  // a bare + in an address means a space: « 60+ » is often written so
  @Transform(({ value }: { value: unknown }) => (value === '60 ' ? '60+' : value))
  @IsIn(POPULATIONS, { message: `one of ${POPULATIONS.join(', ')} (the + written %2B)` })
  population: Population = 'all';
}

const LIMIT = { message: 'a whole number from 1 to 100' };

export class SearchParameters {
  @ApiProperty({
    description:
      'Words of a name in any order (one typing error a word is allowed), or a substance, CIS, CIP7 or CIP13 code.',
    minLength: 1,
    maxLength: TEXT_AT_MOST,
  })
  @Trimmed()
  @IsString(TEXT)
  @Length(1, TEXT_AT_MOST, TEXT)
  q: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: PAGE_SIZE })
  @WholeNumber()
  @IsInt(LIMIT)
  @Min(1, LIMIT)
  @Max(100, LIMIT)
  limit = PAGE_SIZE;
}
