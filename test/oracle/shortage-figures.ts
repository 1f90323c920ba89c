import type { MedicationErrorRow } from '../../src/sources/medication-errors/rows.js';
import type { ShortageRow } from '../../src/sources/ruptures/rows.js';
import { groupBy } from './group-by.js';
import { byCodePoint, keyOf, mostFrequent, normalised } from './names.js';
import { percentOf } from './rounding.js';

/** Key, label and number of rows: what a row of the statistics must say. */
type Counted = [key: string, label: string, count: number, percent: number];

/** The figures of shortages, one filter after the other. Labels of fixed keys are words, not counting: they are left out. */
export function shortageFiguresOf(shortages: readonly ShortageRow[]): Record<string, unknown> {
  const years = shortages.map(({ year }) => year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const number = (has: (row: ShortageRow) => boolean): number => shortages.filter(has).length;
  const fixed = (keys: readonly string[], has: (row: ShortageRow, key: string) => boolean): [string, number][] =>
    keys.map((key) => [key, number((row) => has(row, key))]);
  const yearKeys = Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  const causes = [...new Set(shortages.flatMap((row) => row.causes))];
  return {
    period: { from, to },
    medicines: shortages.length,
    declarations: new Set(shortages.map((row) => row.number)).size,
    open: number((row) => row.open),
    closed: number((row) => !row.open),
    byYear: fixed(yearKeys, (row, key) => String(row.year) === key),
    byClassification: fixed(CLASSES, (row, key) => (row.classification ?? 'unknown') === key),
    byCause: Object.fromEntries([
      ...fixed(causes, (row, key) => row.causes.includes(key)),
      ...nonZero(
        'unknown',
        number((row) => row.causes.length === 0),
      ),
    ]),
    otherCausePercent: percentOf(
      number((row) => row.causes.includes('other')),
      shortages.length,
    ),
    byAtcClass: Object.fromEntries(
      [...groupBy(shortages, ({ atc }) => atc?.slice(0, 1) ?? 'unknown')].map(([key, rows]) => [key, rows.length]),
    ),
    byLaboratory: textsOf(shortages, ({ laboratory }) => (laboratory === null ? [] : [laboratory])),
    byMeasure: textsOf(shortages, ({ measures }) => measures),
    durations: {
      all: durationsOf(shortages),
      byYear: yearKeys.map((key) => durationsOf(shortages.filter(({ year }) => String(year) === key))),
      byClassification: CLASSES.map((key) =>
        durationsOf(shortages.filter(({ classification }) => (classification ?? 'unknown') === key)),
      ),
    },
  };
}

const CLASSES = ['shortage', 'risk', 'end_of_marketing', 'other', 'unknown'];

function nonZero(key: string, count: number): [string, number][] {
  return count === 0 ? [] : [[key, count]];
}

/** Texts with one key are one; most first, those without any last. */
function textsOf(rows: readonly ShortageRow[], of: (row: ShortageRow) => readonly string[]): Counted[] {
  const spellings = groupBy(
    rows.flatMap(of).filter((text) => keyOf(text) !== ''),
    keyOf,
  );
  const counted = [...spellings].map(([key, texts]): Counted => {
    const count = rows.filter((row) => of(row).some((text) => keyOf(text) === key)).length;
    return [key, mostFrequent(texts), count, percentOf(count, rows.length)];
  });
  const none = rows.filter((row) => !of(row).some((text) => keyOf(text) !== '')).length;
  counted.sort((a, b) => b[2] - a[2] || byCodePoint(normalised(a[1]), normalised(b[1])) || byCodePoint(a[0], b[0]));
  return none === 0 ? counted : [...counted, ['unknown', 'Non renseigné', none, percentOf(none, rows.length)]];
}

/** Quartiles by the definition: the value at a share of the way from the first to the last, straight between two. */
function durationsOf(rows: readonly ShortageRow[]): [number, ...(number | null)[]] {
  const days = rows.flatMap(({ reported, closed }) => {
    if (reported === null || closed === null || closed < reported) return [];
    let [day, length] = [new Date(reported), 0];
    for (; day < new Date(closed); day = new Date(day.getTime() + 86_400_000)) length += 1;
    return [length];
  });
  days.sort((a, b) => a - b);
  const at = (quarters: number): number | null => {
    const steps = (days.length - 1) * quarters;
    const [below, above] = [days[(steps - (steps % 4)) / 4], days[Math.ceil(steps / 4)]];
    return below === undefined || above === undefined ? null : below + ((above - below) * (steps % 4)) / 4;
  };
  return [days.length, at(1), at(2), at(3)];
}

/** The real numbers of errors by key, before anything is hidden. */
export function medicationErrorFiguresOf(
  errors: readonly MedicationErrorRow[],
): Record<string, Record<string, number>> {
  const tally = (of: (row: MedicationErrorRow) => string | null): Record<string, number> =>
    Object.fromEntries([...groupBy(errors, (row) => of(row) ?? 'unknown')].map(([key, rows]) => [key, rows.length]));
  const key = (text: string | null): string | null => (text === null ? null : keyOf(text));
  const either = (value: boolean | null, yes: string, no: string): string | null =>
    value === null ? null : value ? yes : no;
  return {
    total: { all: errors.length },
    byPopulation: tally(({ population }) => key(population)),
    byEffect: tally(({ withEffect }) => either(withEffect, 'with_effect', 'without_effect')),
    byStep: tally(({ step }) => step),
    byNature: tally(({ nature }) => key(nature)),
    byCause: tally(({ cause }) => key(cause)),
    bySeriousness: tally(({ serious }) => either(serious, 'serious', 'non_serious')),
    byYear: tally(({ year }) => (year === null ? null : String(year))),
  };
}
