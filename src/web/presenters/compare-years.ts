import type { Language } from '../texts/language.js';
import type { SideBySide } from './compare-shares.js';
import { caseShares, rowsByKey } from './compare-table.js';
import type { Row } from './context.js';
import { type CellModel, barWidth } from './figures.js';

/** What is drawn of a year. */
interface YearValue {
  key: string;
  /** null: hidden, or not known. */
  value: number | null;
  /** 95 % interval; null: none. */
  interval: [number, number] | null;
  suppressed: boolean;
}
/** The line of one substance, as SVG numbers; all are drawn on one scale. Years without a value break it. */
interface Multiple {
  name: string;
  /** What the drawing says, for those who do not see it. */
  summary: string;
  lines: string[];
  /** `text`: of the first and of the last, empty at the others. */
  points: { x: number; y: number; from: number; to: number; text: string; textY: number }[];
  /** Left edges of the signs of hidden years. */
  masks: number[];
  years: { x: number; text: string }[];
  /** Horizontal lines of the scale. */
  scale: { y: number; text: string }[];
}
interface YearCell {
  name: string;
  value: CellModel;
  count: string;
  /** Share of the scale, for the picture of the figure; null: nothing is drawn. */
  width: string | null;
}
export interface CompareYears {
  /** Rates where any year has one, else shares of each substance's own declarations. */
  areRates: boolean;
  multiples: Multiple[];
  anyMasked: boolean;
  columns: string[];
  rows: { year: string; cells: YearCell[] }[];
}

/** The years of the substances: their rates, for numbers would mostly tell which substance is used most. */
export function compareYears(side: SideBySide): CompareYears {
  const years = rowsByKey(side.reactions, (of) => of.byYear);
  const areRates = years.some(({ rows }) => rows.some((row) => row?.notificationRate));
  const rowsOf = (at: number): Row[] =>
    years.map(
      ({ row, rows }) => rows[at] ?? { ...row, count: null, percent: null, suppressed: false, notificationRate: null },
    );
  const shared = years.map(({ row, rows }) => ({ key: row.key, shares: caseShares(side.reactions, rows) }));
  const series = side.names.map((_, at) =>
    areRates
      ? rowsOf(at).map(rateOf)
      : shared.map(({ key, shares }) => ({ key, interval: null, ...shareOf(shares[at] ?? null) })),
  );
  const top = niceTop(Math.max(0, ...series.flat().map(({ value, interval }) => interval?.[1] ?? value ?? 0)));
  const words = (value: number): string =>
    areRates ? side.language.format.rateNumber(value) : side.language.format.percentage(value);
  return {
    areRates,
    multiples: side.names.map((name, at) => drawn(side.language, name, series[at] ?? [], { top, words })),
    anyMasked: series.flat().some(({ suppressed }) => suppressed),
    columns: [...side.names],
    rows: years.map(({ row, rows }, year) => ({
      year: row.key,
      cells: side.names.map((name, at) => ({
        name,
        value: valueCell(series[at]?.[year], words),
        count: countText(side.language, rows[at] ?? null),
        width: barWidth(series[at]?.[year]?.value ?? null, top),
      })),
    })),
  };
}

function rateOf(row: Row): YearValue {
  const rate = row.notificationRate ?? null;
  return { key: row.key, value: rate?.per100000 ?? null, interval: rate?.ci95 ?? null, suppressed: row.suppressed };
}

function shareOf(
  share: { percent: number | null; suppressed: boolean } | null,
): Pick<YearValue, 'value' | 'suppressed'> {
  return { value: share?.percent ?? null, suppressed: share?.suppressed ?? false };
}

function valueCell(year: YearValue | undefined, words: (value: number) => string): CellModel {
  if (year?.suppressed === true) return { text: '', masked: true };
  const value = year?.value ?? null;
  return { text: value === null ? '–' : words(value), masked: false };
}

function countText({ format }: Language, row: Row | null): string {
  const count = row?.count ?? null;
  return count === null ? '' : format.wholeNumber(count);
}

/** The next even number of few digits: its half is short, too. */
function niceTop(largest: number): number {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  return ([1, 1.2, 1.6, 2, 3, 4, 6, 8].find((step) => step * power >= largest) ?? 10) * power;
}

const SIZE = { width: 400, height: 190, left: 62, right: 16, top: 22, bottom: 30 };
const BASE = SIZE.height - SIZE.bottom;

interface Scale {
  top: number;
  words: (value: number) => string;
}

function drawn(language: Language, name: string, years: readonly YearValue[], { top, words }: Scale): Multiple {
  const room = SIZE.width - SIZE.left - SIZE.right;
  const x = (at: number): number =>
    Math.round(SIZE.left + (years.length > 1 ? (at * room) / (years.length - 1) : room / 2));
  const y = (value: number): number => Math.round(BASE - (value / top) * (BASE - SIZE.top));
  const visible = years.flatMap(({ value }, at) => (value === null ? [] : [at]));
  const ends = [visible.at(0), visible.at(-1)];
  const spots = years.map(({ value, interval }, at) => {
    if (value === null) return null;
    const to = y(interval?.[1] ?? value);
    const text = ends.includes(at) ? words(value) : '';
    return { x: x(at), y: y(value), from: y(interval?.[0] ?? value), to, text, textY: to - 9 };
  });
  return {
    name,
    summary: summary(language, name, years, words),
    lines: runs(spots).map((run) => run.map((spot) => `${spot.x},${spot.y}`).join(' ')),
    points: spots.filter((spot) => spot !== null),
    masks: years.flatMap(({ suppressed }, at) => (suppressed ? [x(at) - 6] : [])),
    years: years.flatMap(({ key }, at) => (at === 0 || at === years.length - 1 ? [{ x: x(at), text: key }] : [])),
    scale: [0, top / 2, top].map((value) => ({ y: y(value), text: words(value) })),
  };
}

/** Runs of at least two neighbours that are there. */
function runs<T>(spots: readonly (T | null)[]): T[][] {
  const found: T[][] = [[]];
  for (const spot of spots) {
    if (spot === null) found.push([]);
    else found.at(-1)?.push(spot);
  }
  return found.filter((run) => run.length > 1);
}

function summary(
  { texts }: Language,
  name: string,
  years: readonly YearValue[],
  words: (value: number) => string,
): string {
  const visible = years.flatMap(({ key, value }) => (value === null ? [] : [{ year: key, text: words(value) }]));
  const [first, last] = [visible.at(0), visible.at(-1)];
  if (first === undefined || last === undefined) return texts.compare.years.nothing(name);
  return texts.compare.years.summary(name, first, last);
}
