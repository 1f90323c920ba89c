import type { SubstanceAnswer } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
import type { AdverseReactions, Row } from './context.js';
import { type CellModel, type Label, barWidth } from './figures.js';

/** A share of a substance's own declarations or patients, with the number behind it. */
export interface Share {
  /** 0 to 100; null when hidden or not known. */
  percent: number | null;
  count: number | null;
  suppressed: boolean;
}
/** One colour, one meaning: declarations, patients, serious declarations. */
export type ShareColour = 'c' | 'p' | 's';

/** One category, with a share for each substance in their order; null where a substance has none. */
export interface ShareRow extends Label {
  shares: (Share | null)[];
  colour: ShareColour;
}
export interface ShareGroup {
  /** Empty: the rows need none. */
  heading: string;
  rows: ShareRow[];
}

interface CellOfSubstance {
  /** Of the substance: on a phone, it stands in the cell. */
  name: string;
  share: CellModel;
  count: string;
  /** Of the bar; null: none. */
  width: string | null;
  colour: ShareColour;
}
/** A table of shares with a column a substance; bars are on one scale. */
export interface CompareTable {
  columns: string[];
  /** Cells of a row, with the one that names it. */
  width: number;
  groups: { heading: string; rows: (Label & { cells: CellOfSubstance[] })[] }[];
}

/** @param scale percent that fills a bar; the largest visible share when absent */
export function compareTable(
  language: Language,
  names: readonly string[],
  groups: readonly ShareGroup[],
  scale = largestShare(groups),
): CompareTable {
  return {
    columns: [...names],
    width: names.length + 1,
    groups: groups.map(({ heading, rows }) => ({
      heading,
      rows: rows.map(({ shares, colour, ...label }) => ({
        ...label,
        cells: names.map((name, at) => ({ name, colour, ...shareCell(language, shares[at] ?? null, scale) })),
      })),
    })),
  };
}

/** The largest visible share: what all bars of a block are measured by. */
export function largestShare(groups: readonly ShareGroup[]): number {
  return Math.max(
    0,
    ...groups.flatMap(({ rows }) => rows.flatMap(({ shares }) => shares.map((share) => share?.percent ?? 0))),
  );
}

function shareCell(
  { format }: Language,
  share: Share | null,
  scale: number,
): Pick<CellOfSubstance, 'share' | 'count' | 'width'> {
  if (share?.suppressed === true) return { share: { text: '', masked: true }, count: '', width: null };
  const percent = share?.percent ?? null;
  const count = share?.count ?? null;
  return {
    share: { text: percent === null ? '–' : format.percentage(percent), masked: false },
    count: count === null ? '' : format.wholeNumber(count),
    width: barWidth(percent, scale),
  };
}

type Reactions = AdverseReactions | null;

export function reactionsOf(answers: readonly SubstanceAnswer[]): Reactions[] {
  return answers.map(({ adverseReactions }) => adverseReactions);
}

/** The same breakdown of several substances, a row a key, in the order in which the keys are first met. */
export function rowsByKey(
  reactions: readonly Reactions[],
  rowsOf: (of: AdverseReactions) => readonly Row[] | undefined,
): { row: Row; rows: (Row | null)[] }[] {
  const lists = reactions.map((of) => (of === null ? [] : (rowsOf(of) ?? [])));
  const keys = new Map(lists.flat().map((row) => [row.key, row]));
  return [...keys.values()].map((row) => ({
    row,
    rows: lists.map((list) => list.find(({ key }) => key === row.key) ?? null),
  }));
}

/** Shares of nothing say nothing: a substance without any declaration has none. */
export function caseShares(reactions: readonly Reactions[], rows: readonly (Row | null)[]): (Share | null)[] {
  return rows.map((row, at) => (row && reactions[at]?.cases.count === 0 ? { ...row, percent: null } : row));
}
