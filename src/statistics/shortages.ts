import { compareText } from '../sources/compare-text.js';
import { normalise, slug } from '../sources/normalise.js';
import { OTHER_CAUSE } from '../sources/ruptures/causes.js';
import { CLASSIFICATIONS, type ShortageRow } from '../sources/ruptures/rows.js';
import { percentOf } from './exposure.js';
import type { Period } from './figures.js';
import { CAUSE_LABELS, CLASSIFICATION_LABELS, UNKNOWN_LABEL } from './labels.js';
import { Spellings } from './spellings.js';

/** Declared medicines with something in common; `percent` is their share of all, 2 decimals. */
export interface CountRow {
  key: string;
  label: string;
  count: number;
  percent: number;
}

/** How long shortages lasted, in days from the day reported to the day closed; null where none has both days. */
export interface Durations {
  /** Declared medicines with both days. */
  count: number;
  firstQuartile: number | null;
  median: number | null;
  thirdQuartile: number | null;
}
export interface DurationRow extends Durations {
  key: string;
  label: string;
}

/**
 * The history of shortages in figures. What is counted is one medicine of one declaration: a product, not a patient,
 * so that nothing is hidden here, however small. Rows of causes and measures add up to more than the whole, for a
 * declaration may give several.
 */
export interface ShortageStatistics {
  period: Period;
  /** Declared medicines: the whole that rows are a share of. */
  medicines: number;
  /** Declarations, some of which are about several medicines. */
  declarations: number;
  open: number;
  closed: number;
  byYear: CountRow[];
  byClassification: CountRow[];
  byCause: CountRow[];
  /** Share of the declared medicines with a cause that no rule knows, percent. */
  otherCausePercent: number;
  /** The first level of ATC. */
  byAtcClass: CountRow[];
  byLaboratory: CountRow[];
  byMeasure: CountRow[];
  durations: { all: Durations; byYear: DurationRow[]; byClassification: DurationRow[] };
}

/** What the figures are made of, of one declared medicine. */
export type CountedShortage = Pick<
  ShortageRow,
  'number' | 'classification' | 'open' | 'reported' | 'closed' | 'year' | 'atc' | 'laboratory' | 'causes' | 'measures'
>;

const UNKNOWN = 'unknown';

/**
 * The figures of a release's shortages, of which there is at least one. `atcLabels`: French labels of the first level;
 * a code without one is shown bare.
 */
export function shortageStatistics(
  shortages: readonly CountedShortage[],
  atcLabels: ReadonlyMap<string, string>,
): ShortageStatistics {
  const count = new Counting(shortages);
  const years = yearsOf(shortages);
  const yearLabels = new Map(years.map((year) => [String(year), String(year)]));
  const classes = new Map([...CLASSIFICATIONS, UNKNOWN].map((key) => [key, CLASSIFICATION_LABELS[key] ?? key]));
  const [from = 0, to = 0] = [years[0], years.at(-1)];
  const classOf = ({ classification }: CountedShortage): string => classification ?? UNKNOWN;
  const open = shortages.filter((shortage) => shortage.open).length;
  const other = shortages.filter(({ causes }) => causes.includes(OTHER_CAUSE)).length;
  return {
    period: { from, to },
    medicines: shortages.length,
    declarations: new Set(shortages.map(({ number }) => number)).size,
    open,
    closed: shortages.length - open,
    byYear: count.fixed(({ year }) => String(year), yearLabels),
    byClassification: count.fixed(classOf, classes),
    byCause: count.byKeys(({ causes }) => (causes.length === 0 ? [UNKNOWN] : causes), CAUSE_LABELS),
    otherCausePercent: percentOf(other, shortages.length),
    byAtcClass: count.byKeys(({ atc }) => [atc?.charAt(0) ?? UNKNOWN], atcLabels),
    byLaboratory: count.byTexts(({ laboratory }) => (laboratory === null ? [] : [laboratory])),
    byMeasure: count.byTexts(({ measures }) => measures),
    durations: {
      all: durationsOf(shortages),
      byYear: count.durations(({ year }) => String(year), yearLabels),
      byClassification: count.durations(classOf, classes),
    },
  };
}

class Counting {
  constructor(private readonly shortages: readonly CountedShortage[]) {}

  /** One row a label, in the order of the labels, with 0 too. */
  fixed(keyOf: (shortage: CountedShortage) => string, labels: ReadonlyMap<string, string>): CountRow[] {
    const counts = tally(this.shortages.map(keyOf));
    return [...labels].map(([key, label]) => this.row(key, label, counts.get(key) ?? 0));
  }

  /** One row for each key that occurs, most first, `unknown` last; a key without a label is shown bare. */
  byKeys(keysOf: (shortage: CountedShortage) => readonly string[], labels: ReadonlyMap<string, string>): CountRow[] {
    const counts = tally(this.shortages.flatMap((shortage) => [...new Set(keysOf(shortage))]));
    const labelOf = (key: string): string => (key === UNKNOWN ? UNKNOWN_LABEL : (labels.get(key) ?? key));
    return mostFirst([...counts].map(([key, n]) => this.row(key, labelOf(key), n)));
  }

  /** The same of free texts: spellings with the same key are one, and `unknown` are those that have none. */
  byTexts(textsOf: (shortage: CountedShortage) => readonly string[]): CountRow[] {
    const spellings = new Spellings();
    for (const shortage of this.shortages) for (const text of textsOf(shortage)) spellings.add(text);
    return this.byKeys((shortage) => {
      const keys = textsOf(shortage).map(slug).filter(Boolean);
      return keys.length === 0 ? [UNKNOWN] : keys;
    }, spellings.labels());
  }

  durations(keyOf: (shortage: CountedShortage) => string, labels: ReadonlyMap<string, string>): DurationRow[] {
    return [...labels].map(([key, label]) => ({
      key,
      label,
      ...durationsOf(this.shortages.filter((shortage) => keyOf(shortage) === key)),
    }));
  }

  private row(key: string, label: string, count: number): CountRow {
    return { key, label, count, percent: percentOf(count, this.shortages.length) };
  }
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function mostFirst(rows: readonly CountRow[]): CountRow[] {
  const last = ({ key }: CountRow): number => (key === UNKNOWN ? 1 : 0);
  return [...rows].sort(
    (a, b) =>
      last(a) - last(b) ||
      b.count - a.count ||
      compareText(normalise(a.label), normalise(b.label)) ||
      compareText(a.key, b.key),
  );
}

/** Every year from the first to the last. */
function yearsOf(shortages: readonly CountedShortage[]): number[] {
  const years = [...new Set(shortages.map(({ year }) => year))].sort((a, b) => a - b);
  const [first = 0, last = -1] = [years[0], years.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const DAY = 24 * 60 * 60 * 1000;

/** Of those with both days; a shortage closed before the day it was reported is a slip of the pen, and left out. */
function durationsOf(shortages: readonly CountedShortage[]): Durations {
  const days = shortages
    .flatMap(({ reported, closed }) =>
      reported === null || closed === null ? [] : [(Date.parse(closed) - Date.parse(reported)) / DAY],
    )
    .filter((length) => length >= 0)
    .sort((a, b) => a - b);
  return {
    count: days.length,
    firstQuartile: quantile(days, 0.25),
    median: quantile(days, 0.5),
    thirdQuartile: quantile(days, 0.75),
  };
}

/** Between the two nearest values, in proportion (as percentile_cont does); null of no values. `sorted` ascending. */
export function quantile(sorted: readonly number[], share: number): number | null {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}
