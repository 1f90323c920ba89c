import { ApiProperty } from '@nestjs/swagger';
import type {
  DeclarationsAnswer,
  DisclosureAnswer,
  OrganClassAnswer,
  ExposureRowsAnswer,
  ReleaseAnswer,
  SourceAnswer,
} from '../../queries/answers.js';
import { PeriodDto } from './figures.dto.js';

export class SourceDto implements SourceAnswer {
  @ApiProperty({ example: 'bdpm' })
  source: string;
  @ApiProperty({ example: 'bdpm/CIS_bdpm.txt' })
  file: string;
  @ApiProperty({ type: String, nullable: true, description: 'The date the file says it is of.', example: null })
  vintage: string | null;
  @ApiProperty({ example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' })
  sha256: string;
  @ApiProperty({ type: 'integer', example: 3145728 })
  bytes: number;
  @ApiProperty({ example: 'windows-1252' })
  encoding: string;
  @ApiProperty({ type: 'integer', example: 15800 })
  rowsRead: number;
  @ApiProperty({ type: 'integer', example: 15799 })
  rowsAccepted: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Rejected rows by reason.',
    example: { bad_date: 1 },
  })
  rejected: Record<string, number>;
}

class ExcludedDto {
  @ApiProperty({ type: 'integer', example: 812 })
  foreign: number;
  @ApiProperty({ type: 'integer', example: 2044 })
  superseded: number;
}

class MatchedDto {
  @ApiProperty({ type: 'integer', example: 61000 })
  speciality: number;
  @ApiProperty({ type: 'integer', example: 12000 })
  brand: number;
  @ApiProperty({ type: 'integer', example: 9000 })
  substance: number;
  @ApiProperty({ type: 'integer', example: 0 })
  alias: number;
}

export class DeclarationsDto implements DeclarationsAnswer {
  @ApiProperty({ type: 'integer', example: 43000 })
  casesRead: number;
  @ApiProperty({ type: 'integer', example: 40000 })
  casesKept: number;
  @ApiProperty({ type: ExcludedDto })
  excluded: ExcludedDto;
  @ApiProperty({ type: 'integer', description: 'Of cases that count, with a role that counts.', example: 83000 })
  drugRows: number;
  @ApiProperty({ type: MatchedDto, description: 'Drug rows whose name led to substances, by step.' })
  matched: MatchedDto;
  @ApiProperty({ type: 'integer', example: 400 })
  ambiguous: number;
  @ApiProperty({ type: 'integer', example: 600 })
  unmatched: number;
}

class SuppressedFiguresDto {
  @ApiProperty({ type: 'integer', description: 'For being small.', example: 41000 })
  primary: number;
  @ApiProperty({ type: 'integer', description: 'So that no other can be worked out.', example: 23000 })
  complementary: number;
}

class DisclosureDto implements DisclosureAnswer {
  @ApiProperty({ type: 'integer', description: 'Numbers of cases from 1 to one below this are hidden.', example: 11 })
  minCell: number;
  @ApiProperty({
    type: 'integer',
    description: 'Numbers of cases in the release, hidden ones included.',
    example: 160000,
  })
  figures: number;
  @ApiProperty({ type: SuppressedFiguresDto })
  suppressed: SuppressedFiguresDto;
}

class ExposureRowsDto implements ExposureRowsAnswer {
  @ApiProperty({ type: 'integer', description: 'Rows of Open Medic that were accepted.', example: 330000 })
  rows: number;
  @ApiProperty({ type: 'integer', description: 'Those of packs that no speciality has.', example: 1400 })
  unmatchedRows: number;
  @ApiProperty({ type: 'integer', example: 120 })
  unmatchedPacks: number;
}

class PeriodsDto {
  @ApiProperty({ type: PeriodDto, nullable: true })
  declarations: PeriodDto | null;
  @ApiProperty({ type: PeriodDto, nullable: true })
  exposure: PeriodDto | null;
}

export class ReleaseDto implements ReleaseAnswer {
  @ApiProperty({ example: '7' })
  id: string;
  @ApiProperty({ format: 'date-time', example: '2026-05-04T03:12:45Z' })
  publishedAt: string;
  @ApiProperty({ description: 'Fictitious data, for demonstration.', example: false })
  demo: boolean;
  @ApiProperty({ type: [SourceDto] })
  sources: SourceDto[];
  @ApiProperty({ type: DeclarationsDto, nullable: true })
  declarations: DeclarationsDto | null;
  @ApiProperty({ type: DisclosureDto, nullable: true })
  disclosure: DisclosureDto | null;
  @ApiProperty({ type: ExposureRowsDto, nullable: true })
  exposure: ExposureRowsDto | null;
  @ApiProperty({ type: PeriodsDto })
  periods: PeriodsDto;
}

export class OrganClassDto implements OrganClassAnswer {
  @ApiProperty({ example: 'cardiac-disorders' })
  key: string;
  @ApiProperty({ example: 'Affections cardiaques' })
  french: string;
  @ApiProperty({ example: 'Cardiac disorders' })
  english: string;
}
