import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type AdverseReactions,
  AGE_GROUPS,
  type ConsumersOf,
  type Exposure,
  type ExposureLevel,
  type Figure,
  type NotificationRate,
  type OrganClassRow,
  type Period,
  type Population,
  POPULATIONS,
  type Row,
  type SexAndAgeRow,
  SEXES,
} from '../../queries/answers.js';

const COUNT = {
  type: 'integer',
  nullable: true,
  minimum: 0,
  description: 'Number of cases; null when suppressed.',
} as const;
const SUPPRESSED = {
  description: 'Whether the figure is hidden, so that nobody can be singled out.',
} as const;

export class PeriodDto implements Period {
  @ApiProperty({ type: 'integer', description: 'First year.' })
  from: number;
  @ApiProperty({ type: 'integer', description: 'Last year.' })
  to: number;
}

export class FigureDto implements Figure {
  @ApiProperty(COUNT)
  count: number | null;
  @ApiProperty(SUPPRESSED)
  suppressed: boolean;
}

export class NotificationRateDto implements NotificationRate {
  @ApiProperty({
    description: 'Cases per 100,000 consumers, 4 significant digits. A reporting rate, not an incidence.',
  })
  per100000: number;
  @ApiProperty({
    type: [Number],
    minItems: 2,
    maxItems: 2,
    description: '95 % exact Poisson interval, same unit.',
  })
  ci95: [number, number];
  @ApiProperty({ type: 'integer', description: 'Cases of the years that both sources cover.' })
  cases: number;
  @ApiProperty({ type: 'integer', description: 'Consumers of the same years.' })
  consumers: number;
  @ApiProperty({ type: PeriodDto })
  period: PeriodDto;
}

export class RowDto implements Row {
  @ApiProperty()
  key: string;
  @ApiProperty({ description: 'In French.' })
  label: string;
  @ApiProperty(COUNT)
  count: number | null;
  @ApiProperty({
    type: 'number',
    nullable: true,
    description: 'Share of the cases of the population, 2 decimals; null when suppressed or without cases.',
  })
  percent: number | null;
  @ApiProperty(SUPPRESSED)
  suppressed: boolean;
  @ApiPropertyOptional({
    type: NotificationRateDto,
    nullable: true,
    description: 'Only on rows that have consumers of their own (sex, age group, both, year).',
  })
  notificationRate?: NotificationRateDto | null;
}

export class SexAndAgeRowDto extends RowDto implements SexAndAgeRow {
  @ApiProperty({ enum: SEXES })
  sex: SexAndAgeRow['sex'];
  @ApiProperty({ enum: AGE_GROUPS })
  ageGroup: SexAndAgeRow['ageGroup'];
}

export class OrganClassRowDto extends RowDto implements OrganClassRow {
  @ApiProperty({ type: [RowDto], description: 'Those that occur.' })
  highLevelTerms: RowDto[];
}

export class AdverseReactionsDto implements AdverseReactions {
  @ApiProperty({ enum: POPULATIONS })
  population: Population;
  @ApiProperty({ type: PeriodDto })
  period: PeriodDto;
  @ApiProperty({ type: FigureDto })
  cases: FigureDto;
  @ApiProperty({ type: NotificationRateDto, nullable: true, description: 'null without consumers or when suppressed.' })
  notificationRate: NotificationRateDto | null;
  @ApiPropertyOptional({ type: [RowDto], description: 'Left out where the population is one sex.' })
  bySex?: RowDto[];
  @ApiPropertyOptional({ type: [RowDto], description: 'Left out where the population is one age group.' })
  byAgeGroup?: RowDto[];
  @ApiPropertyOptional({ type: [SexAndAgeRowDto], description: 'For the population all only.' })
  bySexAndAgeGroup?: SexAndAgeRowDto[];
  @ApiProperty({ type: [RowDto], description: 'Every year of the period.' })
  byYear: RowDto[];
  @ApiProperty({ type: [RowDto] })
  bySeriousness: RowDto[];
  @ApiProperty({ type: [RowDto], description: 'Several may hold for one case.' })
  bySeriousnessCriterion: RowDto[];
  @ApiProperty({ type: [RowDto], description: 'Most first, suppressed ones last.' })
  byReporter: RowDto[];
  @ApiProperty({
    type: [OrganClassRowDto],
    description: 'All 27; a case counts once in each class of its reactions. Most first, suppressed ones last.',
  })
  byOrganClass: OrganClassRowDto[];
}

export class ConsumersOfDto implements ConsumersOf {
  @ApiProperty()
  key: string;
  @ApiProperty({ type: 'integer' })
  consumers: number;
  @ApiProperty({ type: 'number', nullable: true, description: 'Of all consumers.' })
  percent: number | null;
}

export class ConsumersOfYearDto {
  @ApiProperty({ description: 'Year.' })
  key: string;
  @ApiProperty({ type: 'integer' })
  consumers: number;
}

export class ExposureDto implements Exposure {
  @ApiProperty({ type: PeriodDto })
  period: PeriodDto;
  @ApiProperty({
    type: 'integer',
    description: 'Reimbursed consumers of all packs and years; a person with two kinds of pack counts twice.',
  })
  consumers: number;
  @ApiProperty({ type: 'integer' })
  annualAverage: number;
  @ApiProperty({ enum: ['very_low', 'low', 'moderate', 'high', 'very_high'] })
  level: ExposureLevel;
  @ApiProperty({ type: [ConsumersOfDto] })
  bySex: ConsumersOfDto[];
  @ApiProperty({ type: [ConsumersOfDto] })
  byAgeGroup: ConsumersOfDto[];
  @ApiProperty({ type: [ConsumersOfYearDto] })
  byYear: ConsumersOfYearDto[];
}
