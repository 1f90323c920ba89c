import { Get } from '@nestjs/common';
import type { ReleaseAnswer } from '../queries/answers.js';
import { MedicationErrorStatisticsQuery } from '../queries/medication-error-statistics.js';
import type { MedicationErrorStatistics } from '../queries/shortage-answers.js';
import { Release } from './current-release.js';
import { AnswersOrNull, ApiController } from './documentation.js';
import { MedicationErrorStatisticsDto } from './dto/medication-error.dto.js';
import { type Answer, answer } from './envelope.js';
import { NoParameters } from './no-parameters.js';

@ApiController('medication-errors', 'Medication errors')
@NoParameters()
export class MedicationErrorsController {
  constructor(private readonly statistics: MedicationErrorStatisticsQuery) {}

  @Get('statistics')
  @AnswersOrNull('All declared medication errors together; null without the source', MedicationErrorStatisticsDto)
  async figures(@Release() release: ReleaseAnswer): Promise<Answer<MedicationErrorStatistics | null>> {
    return answer(release, await this.statistics.get(release.id));
  }
}
