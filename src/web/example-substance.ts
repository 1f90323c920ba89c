import { Injectable } from '@nestjs/common';
import type { SubstanceAnswer } from '../queries/answers.js';
import { SubstanceListQuery } from '../queries/substance-list.js';
import { SubstanceQuery } from '../queries/substance.js';

/** A substance that has something to show. */
@Injectable()
export class ExampleSubstance {
  constructor(
    private readonly list: SubstanceListQuery,
    private readonly substances: SubstanceQuery,
  ) {}

  /** The one with most declarations; null where the release has no substance. */
  async in(releaseId: string): Promise<SubstanceAnswer | null> {
    const { items } = await this.list.page(releaseId, { sort: '-cases', page: 1, pageSize: 1 });
    const [first] = items;
    const answer = first === undefined ? null : await this.substances.byCode(releaseId, first.code, 'all');
    return answer === null || 'movedTo' in answer ? null : answer;
  }
}
