import { Injectable } from '@nestjs/common';
import type { AtcItem } from '../queries/answers.js';
import { AtcQuery } from '../queries/atc.js';
import { SubstanceQuery } from '../queries/substance.js';
import { MovedTo } from './moved-to.js';
import { atcWords } from './presenters/atc.js';
import { address } from './presenters/paging.js';
import { found } from './site.js';

/** What lists are narrowed to, in words. A code that nothing has is not found: an empty list would say too little. */
@Injectable()
export class FilterNames {
  constructor(
    private readonly substances: SubstanceQuery,
    private readonly atc: AtcQuery,
  ) {}

  /** The name of a substance; a salt's code moves `path` to that of its substance. */
  async substance(releaseId: string, code: string | undefined, path: string): Promise<string | null> {
    if (code === undefined) return null;
    const answer = found(await this.substances.byCode(releaseId, code, 'all'));
    if ('movedTo' in answer) throw new MovedTo(address(path, { substance: answer.movedTo }));
    return answer.name;
  }

  /** The code and label of an ATC class. */
  async atcClass(releaseId: string, code: string | undefined): Promise<string | null> {
    return code === undefined ? null : atcWords(found(await this.atc.byCode(releaseId, code)));
  }

  /** The first level of the ATC tree, to choose from; none where the release has no ATC source. */
  async classes(releaseId: string): Promise<AtcItem[]> {
    return this.atc.roots(releaseId);
  }
}
