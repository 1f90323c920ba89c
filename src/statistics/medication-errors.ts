import { percentOf } from './exposure.js';
import type { Figure, Period, Row } from './figures.js';
import { EFFECT_LABELS, SERIOUSNESS_LABELS, STEP_LABELS, UNKNOWN_LABEL } from './labels.js';
import {
  type Dimension,
  DIMENSIONS,
  type ErrorCounts,
  keysOf,
  type MedicationErrorCounts,
  type MedicineDimension,
  UNKNOWN,
} from './medication-error-counts.js';
import { type Hidden, MedicationErrorHiding } from './medication-error-hiding.js';
import { inPublicOrder } from './public-order.js';

/** The declared medication errors of one medicine, as the public sees them. */
export interface MedicationErrors {
  /** First and last year of the release's errors; null when none is dated. */
  period: Period | null;
  total: Figure;
  byPopulation: Row[];
  byEffect: Row[];
  byStep: Row[];
  byNature: Row[];
}

/** Those of all medicines together, and of none that is known. */
export interface MedicationErrorStatistics extends MedicationErrors {
  byCause: Row[];
  bySeriousness: Row[];
  byYear: Row[];
}

export interface PublicMedicationErrors {
  all: MedicationErrorStatistics;
  /** Made one by one as they are read: together they are many times what they are made of. */
  bySpeciality: Iterable<readonly [cis: string, figures: MedicationErrors]>;
}

/**
 * The public figures of medication errors. They are about patients, and hidden by disclosure.md; shortages, which are
 * about products, are not.
 */
export function publicMedicationErrors(counts: MedicationErrorCounts, minCell: number): PublicMedicationErrors {
  const hiding = new MedicationErrorHiding(counts, minCell);
  const rows = new Rows(counts);
  return { all: rows.all(hiding.all), bySpeciality: medicines(counts, hiding, rows) };
}

function* medicines(
  { bySpeciality }: MedicationErrorCounts,
  hiding: MedicationErrorHiding,
  rows: Rows,
): Iterable<[cis: string, figures: MedicationErrors]> {
  // of most medicines few errors are declared, and those look alike
  let hiddenWhole: MedicationErrors | undefined;
  for (const [cis, errors] of bySpeciality) {
    const hidden = hiding.bySpeciality.get(cis);
    if (hidden === undefined) continue;
    if (hidden.everything) yield [cis, (hiddenWhole ??= rows.medicine(errors, hidden))];
    else yield [cis, rows.medicine(errors, hidden)];
  }
}

/** The figures of a medicine about which no error was declared: every key of the release, with 0. */
export function noMedicationErrors(all: MedicationErrorStatistics): MedicationErrors {
  const nought = (rows: readonly Row[]): Row[] =>
    inPublicOrder(rows.map(({ key, label }) => ({ key, label, count: 0, percent: 0, suppressed: false })));
  const inOrder = (rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, count: 0, percent: 0, suppressed: false }));
  return {
    period: all.period,
    total: { count: 0, suppressed: false },
    byPopulation: nought(all.byPopulation),
    byEffect: inOrder(all.byEffect),
    byStep: inOrder(all.byStep),
    byNature: nought(all.byNature),
  };
}

const FIXED_LABELS: Readonly<Record<string, string>> = { ...EFFECT_LABELS, ...STEP_LABELS, ...SERIOUSNESS_LABELS };

class Rows {
  private readonly period: Period | null;
  /** Keys and labels of each dimension: the same for every medicine. */
  private readonly heads: ReadonlyMap<Dimension, readonly { key: string; label: string }[]>;

  constructor(private readonly counts: MedicationErrorCounts) {
    this.heads = new Map(
      DIMENSIONS.map((dimension) => [
        dimension,
        keysOf(dimension, counts.all).map((key) => ({ key, label: this.labelOf(dimension, key) })),
      ]),
    );
    const years = (this.heads.get('year') ?? []).filter(({ key }) => key !== UNKNOWN);
    const [from, to] = [years[0], years.at(-1)];
    this.period = from === undefined || to === undefined ? null : { from: Number(from.key), to: Number(to.key) };
  }

  all(hidden: Hidden<Dimension>): MedicationErrorStatistics {
    const { all } = this.counts;
    return {
      ...this.medicine(all, hidden),
      byCause: inPublicOrder(this.rows('cause', all, hidden)),
      bySeriousness: this.rows('seriousness', all, hidden),
      byYear: this.rows('year', all, hidden),
    };
  }

  medicine(counts: ErrorCounts<MedicineDimension>, hidden: Hidden<MedicineDimension>): MedicationErrors {
    return {
      period: this.period,
      total: hidden.everything ? { count: null, suppressed: true } : { count: counts.total, suppressed: false },
      byPopulation: inPublicOrder(this.rows('population', counts, hidden)),
      byEffect: this.rows('effect', counts, hidden),
      byStep: this.rows('step', counts, hidden),
      byNature: inPublicOrder(this.rows('nature', counts, hidden)),
    };
  }

  private rows<D extends Dimension>(dimension: D, counts: ErrorCounts<D>, hidden: Hidden<D>): Row[] {
    return (this.heads.get(dimension) ?? []).map(({ key, label }) => {
      if (hidden.everything || hidden.keys[dimension].has(key)) {
        return { key, label, count: null, percent: null, suppressed: true };
      }
      const count = counts.by[dimension].get(key) ?? 0;
      return { key, label, count, percent: percentOf(count, counts.total), suppressed: false };
    });
  }

  private labelOf(dimension: Dimension, key: string): string {
    if (key === UNKNOWN) return UNKNOWN_LABEL;
    const { population, nature, cause } = this.counts.labels;
    const free: Partial<Record<Dimension, ReadonlyMap<string, string>>> = { population, nature, cause };
    return free[dimension]?.get(key) ?? FIXED_LABELS[key] ?? key;
  }
}
