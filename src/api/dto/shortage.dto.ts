import { ApiProperty } from '@nestjs/swagger';
import {
  type CountRow,
  type DurationRow,
  type Durations,
  SHORTAGE_CLASSIFICATIONS,
  SHORTAGE_STATES,
  type ShortageCause,
  type ShortageClassification,
  type ShortageItem,
  type ShortageState,
  type ShortageStatistics,
  type SpecialityShortage,
} from '../../queries/shortage-answers.js';
import { PeriodDto } from './figures.dto.js';
import { AtcItemDto } from './substance.dto.js';

const TEXT = { type: String, nullable: true } as const;
const DATE = { ...TEXT, format: 'date' } as const;
const DAYS = { type: 'number', nullable: true, description: 'Days; null where none has both dates.' } as const;

class ShortageCauseDto implements ShortageCause {
  @ApiProperty({ description: 'By the table of rules.' })
  key: string;
  @ApiProperty()
  label: string;
}

export class SpecialityShortageDto implements SpecialityShortage {
  @ApiProperty({ description: 'Of the declaration; one may be about several medicines.' })
  number: string;
  @ApiProperty({ description: 'As declared.' })
  name: string;
  @ApiProperty({ enum: SHORTAGE_CLASSIFICATIONS })
  classification: ShortageClassification;
  @ApiProperty({ enum: SHORTAGE_STATES })
  state: ShortageState;
  @ApiProperty({ ...DATE, description: 'null where only the year is known.' })
  reported: string | null;
  @ApiProperty(DATE)
  closed: string | null;
  @ApiProperty({ type: 'integer' })
  year: number;
  @ApiProperty({ type: [ShortageCauseDto], description: 'None where the declaration gives none.' })
  causes: ShortageCauseDto[];
  @ApiProperty({ type: [String], description: 'As declared.' })
  measures: string[];
}

class ShortageSpecialityDto {
  @ApiProperty({ pattern: '^\\d{8}$' })
  cis: string;
  @ApiProperty()
  name: string;
}

export class ShortageItemDto extends SpecialityShortageDto implements ShortageItem {
  @ApiProperty({ type: ShortageSpecialityDto, nullable: true, description: 'null where none was found.' })
  speciality: ShortageSpecialityDto | null;
  @ApiProperty({ ...TEXT, description: 'The substance, as declared.' })
  dci: string | null;
  @ApiProperty({ type: AtcItemDto, nullable: true, description: 'Of any level: as declared, else of the speciality.' })
  atc: AtcItemDto | null;
  @ApiProperty(TEXT)
  therapeuticClass: string | null;
  @ApiProperty(TEXT)
  laboratory: string | null;
  @ApiProperty({ ...TEXT, description: 'Where it is short.' })
  circuit: string | null;
}

export class CountRowDto implements CountRow {
  @ApiProperty()
  key: string;
  @ApiProperty()
  label: string;
  @ApiProperty({ type: 'integer', description: 'Declared medicines.' })
  count: number;
  @ApiProperty({ description: 'Of all declared medicines, 2 decimals.' })
  percent: number;
}

class DurationsDto implements Durations {
  @ApiProperty({ type: 'integer', description: 'Declared medicines with both dates.' })
  count: number;
  @ApiProperty(DAYS)
  firstQuartile: number | null;
  @ApiProperty(DAYS)
  median: number | null;
  @ApiProperty(DAYS)
  thirdQuartile: number | null;
}

class DurationRowDto extends DurationsDto implements DurationRow {
  @ApiProperty()
  key: string;
  @ApiProperty()
  label: string;
}

class ShortageDurationsDto {
  @ApiProperty({ type: DurationsDto })
  all: DurationsDto;
  @ApiProperty({ type: [DurationRowDto] })
  byYear: DurationRowDto[];
  @ApiProperty({ type: [DurationRowDto] })
  byClassification: DurationRowDto[];
}

export class ShortageStatisticsDto implements ShortageStatistics {
  @ApiProperty({ type: PeriodDto })
  period: PeriodDto;
  @ApiProperty({ type: 'integer', description: 'Declared medicines: what every row counts.' })
  medicines: number;
  @ApiProperty({ type: 'integer', description: 'Some are about several medicines.' })
  declarations: number;
  @ApiProperty({ type: 'integer' })
  open: number;
  @ApiProperty({ type: 'integer' })
  closed: number;
  @ApiProperty({ type: [CountRowDto], description: 'Every year of the period.' })
  byYear: CountRowDto[];
  @ApiProperty({ type: [CountRowDto] })
  byClassification: CountRowDto[];
  @ApiProperty({ type: [CountRowDto], description: 'A declaration may give several. Most first, unknown last.' })
  byCause: CountRowDto[];
  @ApiProperty({ description: 'Percent of the declared medicines with a cause that no rule knows.' })
  otherCausePercent: number;
  @ApiProperty({ type: [CountRowDto], description: 'The first level of ATC. Most first, unknown last.' })
  byAtcClass: CountRowDto[];
  @ApiProperty({ type: [CountRowDto], description: 'Spellings that differ in case, accents and signs are one.' })
  byLaboratory: CountRowDto[];
  @ApiProperty({ type: [CountRowDto], description: 'A declaration may give several.' })
  byMeasure: CountRowDto[];
  @ApiProperty({ type: ShortageDurationsDto, description: 'From the day reported to the day closed.' })
  durations: ShortageDurationsDto;
}
