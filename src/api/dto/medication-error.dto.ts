import { ApiProperty } from '@nestjs/swagger';
import type { MedicationErrors, MedicationErrorStatistics } from '../../queries/shortage-answers.js';
import { FigureDto, PeriodDto, RowDto } from './figures.dto.js';

export class MedicationErrorsDto implements MedicationErrors {
  @ApiProperty({ type: PeriodDto, nullable: true, description: 'Of the whole release; null when none is dated.' })
  period: PeriodDto | null;
  @ApiProperty({ type: FigureDto })
  total: FigureDto;
  @ApiProperty({ type: [RowDto], description: 'Most first, suppressed ones last.' })
  byPopulation: RowDto[];
  @ApiProperty({ type: [RowDto], description: 'Whether the patient had an adverse effect.' })
  byEffect: RowDto[];
  @ApiProperty({ type: [RowDto], description: 'Where the error began.' })
  byStep: RowDto[];
  @ApiProperty({ type: [RowDto], description: 'Most first, suppressed ones last.' })
  byNature: RowDto[];
}

export class MedicationErrorStatisticsDto extends MedicationErrorsDto implements MedicationErrorStatistics {
  @ApiProperty({ type: [RowDto], description: 'Most first, suppressed ones last.' })
  byCause: RowDto[];
  @ApiProperty({ type: [RowDto] })
  bySeriousness: RowDto[];
  @ApiProperty({ type: [RowDto], description: 'Every year of the period, then those without a date.' })
  byYear: RowDto[];
}
