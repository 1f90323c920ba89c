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
  @ApiProperty()
  source: string;
  @ApiProperty()
  file: string;
  @ApiProperty({ type: String, nullable: true, description: 'The date the file says it is of.' })
  vintage: string | null;
  @ApiProperty()
  sha256: string;
  @ApiProperty({ type: 'integer' })
  bytes: number;
  @ApiProperty()
  encoding: string;
  @ApiProperty({ type: 'integer' })
  rowsRead: number;
  @ApiProperty({ type: 'integer' })
  rowsAccepted: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Rejected rows by reason.',
  })
  rejected: Record<string, number>;
}

class ExcludedDto {
  @ApiProperty({ type: 'integer' })
  foreign: number;
  @ApiProperty({ type: 'integer' })
  superseded: number;
}

class MatchedDto {
  @ApiProperty({ type: 'integer' })
  speciality: number;
  @ApiProperty({ type: 'integer' })
  brand: number;
  @ApiProperty({ type: 'integer' })
  substance: number;
  @ApiProperty({ type: 'integer' })
  alias: number;
}

export class DeclarationsDto implements DeclarationsAnswer {
  @ApiProperty({ type: 'integer' })
  casesRead: number;
  @ApiProperty({ type: 'integer' })
  casesKept: number;
  @ApiProperty({ type: ExcludedDto })
  excluded: ExcludedDto;
  @ApiProperty({ type: 'integer', description: 'Of cases that count, with a role that counts.' })
  drugRows: number;
  @ApiProperty({ type: MatchedDto, description: 'Drug rows whose name led to substances, by step.' })
  matched: MatchedDto;
  @ApiProperty({ type: 'integer' })
  ambiguous: number;
  @ApiProperty({ type: 'integer' })
  unmatched: number;
}

class SuppressedFiguresDto {
  @ApiProperty({ type: 'integer', description: 'For being small.' })
  primary: number;
  @ApiProperty({ type: 'integer', description: 'So that no other can be worked out.' })
  complementary: number;
}

class DisclosureDto implements DisclosureAnswer {
  @ApiProperty({ type: 'integer', description: 'Numbers of cases from 1 to one below this are hidden.' })
  minCell: number;
  @ApiProperty({
    type: 'integer',
    description: 'Numbers of cases in the release, hidden ones included.',
  })
  figures: number;
  @ApiProperty({ type: SuppressedFiguresDto })
  suppressed: SuppressedFiguresDto;
}

class ExposureRowsDto implements ExposureRowsAnswer {
  @ApiProperty({ type: 'integer', description: 'Rows of Open Medic that were accepted.' })
  rows: number;
  @ApiProperty({ type: 'integer', description: 'Those of packs that no speciality has.' })
  unmatchedRows: number;
  @ApiProperty({ type: 'integer' })
  unmatchedPacks: number;
}

class PeriodsDto {
  @ApiProperty({ type: PeriodDto, nullable: true })
  declarations: PeriodDto | null;
  @ApiProperty({ type: PeriodDto, nullable: true })
  exposure: PeriodDto | null;
}

export class ReleaseDto implements ReleaseAnswer {
  @ApiProperty()
  id: string;
  @ApiProperty({ format: 'date-time' })
  publishedAt: string;
  @ApiProperty({ description: 'Fictitious data, for demonstration.' })
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
  @ApiProperty()
  key: string;
  @ApiProperty()
  french: string;
  @ApiProperty()
  english: string;
}
