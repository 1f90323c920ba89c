import { Injectable } from '@nestjs/common';
import type { SearchAnswer, SubstanceAnswer } from '../queries/answers.js';
import { SearchQuery } from '../queries/search.js';
import { SubstanceQuery } from '../queries/substance.js';
import { MovedTo } from './moved-to.js';
import { type ComparisonRequest, MOST_COMPARED, comparisonAddress } from './presenters/compare-request.js';
import type { Compared, OpenName } from './presenters/compare-choice.js';

const SEARCHED = 20;
const CANDIDATES_AT_MOST = 8;

type Answer = Awaited<ReturnType<SubstanceQuery['byCode']>>;

/** The substances that an address of /comparer names, by code or in words. */
@Injectable()
export class ComparedSubstances {
  constructor(
    private readonly substances: SubstanceQuery,
    private readonly search: SearchQuery,
  ) {}

  /** @throws MovedTo where a salt is named, or where all names have become codes: the address says so then */
  async asked(releaseId: string, request: ComparisonRequest): Promise<Compared> {
    const { names, population } = request;
    const found = await Promise.all(names.map((name) => this.named(releaseId, name)));
    const meant = found.flatMap(({ candidates: [only, another] }) => (only && !another ? [only.code] : []));
    const codes = [...request.codes, ...meant];
    const answers = await Promise.all(codes.map((code) => this.substances.byCode(releaseId, code, population)));
    if (answers.some(isMoved))
      throw new MovedTo(
        comparisonAddress(
          codes.map((code, at) => settledCode(code, answers[at])),
          population,
          names,
        ),
      );
    const compared = { ...settle(codes, answers), open: found.filter(({ candidates }) => candidates.length !== 1) };
    if (names.length > 0 && isPlain(compared)) throw new MovedTo(comparisonAddress(codes, population), 302);
    return compared;
  }

  /** What a name may mean: one substance where it is said in full, or where nothing else resembles it. */
  private async named(releaseId: string, text: string): Promise<OpenName> {
    const hits = (await this.search.find(releaseId, text, SEARCHED)).flatMap(substancesOf);
    const candidates = [...new Map(hits.map((hit) => [hit.code, hit])).values()];
    const exact = candidates.find(({ code, name }) => code === text || SAME_LETTERS.compare(name, text) === 0);
    return { text, candidates: exact === undefined ? candidates.slice(0, CANDIDATES_AT_MOST) : [exact] };
  }
}

/** Case and accents aside. */
const SAME_LETTERS = new Intl.Collator('fr', { sensitivity: 'base' });

/** A medicine stands for the substances in it. */
function substancesOf(hit: SearchAnswer): OpenName['candidates'] {
  return hit.type === 'substance' ? [{ code: hit.code, name: hit.name }] : hit.substances;
}

function isMoved(answer: Answer): answer is { movedTo: string } {
  return answer !== null && 'movedTo' in answer;
}

function settledCode(code: string, answer: Answer | undefined): string {
  return answer !== undefined && isMoved(answer) ? answer.movedTo : code;
}

/** @param answers of the codes, in their order */
function settle(codes: readonly string[], answers: readonly Answer[]): Omit<Compared, 'open'> {
  const known = answers.filter((answer): answer is SubstanceAnswer => answer !== null && !isMoved(answer));
  const distinct = [...new Map(known.map((answer) => [answer.code, answer])).values()];
  const repeated = known.filter((answer, at) => known.findIndex(({ code }) => code === answer.code) !== at);
  return {
    answers: distinct.slice(0, MOST_COMPARED),
    unknown: [...new Set(codes.filter((_, at) => answers[at] === null))],
    repeated: [...new Set(repeated.map(({ name }) => name))],
    beyond: distinct.slice(MOST_COMPARED).map(({ name }) => name),
  };
}

/** Whether everything that was asked for is compared. */
function isPlain({ open, unknown, repeated, beyond }: Compared): boolean {
  return [open, unknown, repeated, beyond].every((list) => list.length === 0);
}
