import type { SubstanceAnswer } from '../../queries/answers.js';
import type { EarlierSubstance } from '../../queries/substance-changes.js';
import type { Language } from '../texts/language.js';
import type { Context } from './context.js';
import { type CellModel, countCell } from './figures.js';

interface ChangeRow {
  label: string;
  before: CellModel;
  now: CellModel;
  /** « + 41 »; empty where one of the two is not known. */
  change: string;
}
export interface ChangesModel {
  /** Says why there are no rows; empty when there are. */
  note: string;
  caption: string;
  before: string;
  rows: ChangeRow[];
}

interface Known {
  count: number | null;
  suppressed: boolean;
}

/**
 * What the release before said of the substance beside what this one says, both of the whole population. Source: disclosure.md: a difference needs
 * both figures, and cases that only one of two releases has are people too, so a small difference stays unsaid.
 */
export function changesModel(
  context: Context,
  answer: SubstanceAnswer,
  earlier: EarlierSubstance | null,
): ChangesModel {
  const { language, release } = context;
  const { changes: words } = language.texts.substance;
  const { dayInWords } = language.format;
  const none = { caption: '', before: '', rows: [] };
  if (earlier === null) return { ...none, note: words.first };
  if (earlier.substance === null) return { ...none, note: words.added(dayInWords(earlier.publishedAt)) };
  const { cases, specialityCount, annualAverage } = earlier.substance;
  const casesNow = answer.adverseReactions?.cases ?? null;
  return {
    note: '',
    caption: words.caption(dayInWords(earlier.publishedAt), dayInWords(release.publishedAt)),
    before: words.before(dayInWords(earlier.publishedAt)),
    rows: [
      ...(casesNow === null && cases === null
        ? []
        : [changeRow(language, words.cases, [cases, casesNow], context.minCell)]),
      changeRow(language, words.specialities, [visible(specialityCount), visible(answer.specialityCount)]),
      changeRow(language, words.patients, [visible(annualAverage), visible(answer.exposure?.annualAverage ?? null)]),
    ],
  };
}

function visible(count: number | null): Known {
  return { count, suppressed: false };
}

/** @param least the smallest difference that is said, other than none */
function changeRow(
  language: Language,
  label: string,
  [before, now]: [Known | null, Known | null],
  least = 1,
): ChangeRow {
  const cells = { label, before: countCell(before, language), now: countCell(now, language) };
  const [from, to] = [before?.count ?? null, now?.count ?? null];
  if (from === null || to === null) return { ...cells, change: '' };
  const { changes: words } = language.texts.substance;
  const change = to - from;
  if (least > 1 && Math.abs(change) < least)
    return { ...cells, before: countCell(null, language), change: words.little(least) };
  return { ...cells, change: change === 0 ? words.same : words.difference(change) };
}
