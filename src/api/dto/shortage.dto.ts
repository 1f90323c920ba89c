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
  @ApiProperty({ description: 'By the table of rules.', example: 'capacity' })
  key: string;
  @ApiProperty({ example: 'Capacité de production insuffisante' })
  label: string;
}

export class SpecialityShortageDto implements SpecialityShortage {
  @ApiProperty({ description: 'Of the declaration; one may be about several medicines.', example: '20RS1234' })
  number: string;
  @ApiProperty({ description: 'As declared.', example: 'AMOXICILLINE' })
  name: string;
  @ApiProperty({ enum: SHORTAGE_CLASSIFICATIONS, example: 'shortage' })
  classification: ShortageClassification;
  @ApiProperty({ enum: SHORTAGE_STATES, example: 'closed' })
  state: ShortageState;
  @ApiProperty({ ...DATE, description: 'null where only the year is known.', example: '2020-05-04' })
  reported: string | null;
  @ApiProperty({ ...DATE, example: '2020-07-01' })
  closed: string | null;
  @ApiProperty({ type: 'integer', example: 2020 })
  year: number;
  @ApiProperty({ type: [ShortageCauseDto], description: 'None where the declaration gives none.' })
  causes: ShortageCauseDto[];
  @ApiProperty({ type: [String], description: 'As declared.', example: ['Contingentement'] })
  measures: string[];
}

class ShortageSpecialityDto {
  @ApiProperty({ pattern: '^\\d{8}$', example: '60002283' })
  cis: string;
  @ApiProperty({ example: 'ANASTROZOLE ACCORD 1 mg, comprimé pelliculé' })
  name: string;
}

export class ShortageItemDto extends SpecialityShortageDto implements ShortageItem {
  @ApiProperty({ type: ShortageSpecialityDto, nullable: true, description: 'null where none was found.' })
  speciality: ShortageSpecialityDto | null;
  @ApiProperty({ ...TEXT, description: 'The substance, as declared.', example: 'amoxicilline' })
  dci: string | null;
  @ApiProperty({ type: AtcItemDto, nullable: true, description: 'Of any level: as declared, else of the speciality.' })
  atc: AtcItemDto | null;
  @ApiProperty({ ...TEXT, example: 'ANTIINFECTIEUX GENERAUX A USAGE SYSTEMIQUE' })
  therapeuticClass: string | null;
  @ApiProperty({ ...TEXT, example: 'SANDOZ' })
  laboratory: string | null;
  @ApiProperty({ ...TEXT, description: 'Where it is short.', example: 'Ville' })
  circuit: string | null;
}

export class CountRowDto implements CountRow {
  @ApiProperty({ example: '2020' })
  key: string;
  @ApiProperty({ example: '2020' })
  label: string;
  @ApiProperty({ type: 'integer', description: 'Declared medicines.', example: 2189 })
  count: number;
  @ApiProperty({ description: 'Of all declared medicines, 2 decimals.', example: 34.4 })
  percent: number;
}

class DurationsDto implements Durations {
  @ApiProperty({ type: 'integer', description: 'Declared medicines with both dates.', example: 812 })
  count: number;
  @ApiProperty({ ...DAYS, example: 21 })
  firstQuartile: number | null;
  @ApiProperty({ ...DAYS, example: 48 })
  median: number | null;
  @ApiProperty({ ...DAYS, example: 103.5 })
  thirdQuartile: number | null;
}

class DurationRowDto extends DurationsDto implements DurationRow {
  @ApiProperty({ example: 'shortage' })
  key: string;
  @ApiProperty({ example: 'Rupture' })
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
  @ApiProperty({ type: 'integer', description: 'Declared medicines: what every row counts.', example: 6365 })
  medicines: number;
  @ApiProperty({ type: 'integer', description: 'Some are about several medicines.', example: 6365 })
  declarations: number;
  @ApiProperty({ type: 'integer', example: 1413 })
  open: number;
  @ApiProperty({ type: 'integer', example: 4950 })
  closed: number;
  @ApiProperty({ type: [CountRowDto], description: 'Every year of the period.' })
  byYear: CountRowDto[];
  @ApiProperty({ type: [CountRowDto] })
  byClassification: CountRowDto[];
  @ApiProperty({ type: [CountRowDto], description: 'A declaration may give several. Most first, unknown last.' })
  byCause: CountRowDto[];
  @ApiProperty({ description: 'Percent of the declared medicines with a cause that no rule knows.', example: 5.4 })
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
