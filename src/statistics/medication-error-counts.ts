import { compareText } from '../sources/compare-text.js';
import { type MedicationErrorRow, STEPS } from '../sources/medication-errors/rows.js';
import { Spellings } from './spellings.js';

/** What errors are told apart by, for one medicine and for all together. */
export const MEDICINE_DIMENSIONS = ['population', 'effect', 'step', 'nature'] as const;
/** What they are told apart by for all together only. */
export const DIMENSIONS = [...MEDICINE_DIMENSIONS, 'cause', 'seriousness', 'year'] as const;
export type MedicineDimension = (typeof MEDICINE_DIMENSIONS)[number];
export type Dimension = (typeof DIMENSIONS)[number];

/** Errors by key, `unknown` included. Each dimension adds up to the total: an error has one key in it. */
type Tally = ReadonlyMap<string, number>;
export interface ErrorCounts<D extends Dimension> {
  total: number;
  by: Readonly<Record<D, Tally>>;
}

/** The real numbers of a release, which the public never sees. */
export interface MedicationErrorCounts {
  all: ErrorCounts<Dimension>;
  /** By CIS: of the specialities with an error. Errors without a known speciality are in `all` only. */
  bySpeciality: ReadonlyMap<string, ErrorCounts<MedicineDimension>>;
  /** Labels of the free texts, by key. */
  labels: Readonly<Record<'population' | 'nature' | 'cause', ReadonlyMap<string, string>>>;
}

export const UNKNOWN = 'unknown';

/** The keys of the release in their order, those of no error too; `unknown` is always there, and last. */
export function keysOf(dimension: Dimension, all: ErrorCounts<Dimension>): string[] {
  return [...knownKeysOf(dimension, all), UNKNOWN];
}

function knownKeysOf(dimension: Dimension, all: ErrorCounts<Dimension>): readonly string[] {
  if (dimension === 'effect') return ['with_effect', 'without_effect'];
  if (dimension === 'step') return STEPS;
  if (dimension === 'seriousness') return ['serious', 'non_serious'];
  const keys = [...all.by[dimension].keys()].filter((key) => key !== UNKNOWN).sort(compareText);
  if (dimension !== 'year') return keys;
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => String(Number(first) + i));
}

/** Counts errors one by one: no row is kept, so that memory follows the medicines and not the errors. */
export class MedicationErrorCounter {
  private readonly all = new Counter(DIMENSIONS);
  private readonly specialities = new Map<string, Counter<MedicineDimension>>();
  private readonly spellings = { population: new Spellings(), nature: new Spellings(), cause: new Spellings() };

  /** `cis`: of the speciality that the denomination names; null where it names none. */
  add(row: MedicationErrorRow, cis: string | null): void {
    const keys: Record<Dimension, string> = {
      population: this.keyOf('population', row.population),
      effect: keyOfEither(row.withEffect, 'with_effect', 'without_effect'),
      step: row.step ?? UNKNOWN,
      nature: this.keyOf('nature', row.nature),
      cause: this.keyOf('cause', row.cause),
      seriousness: keyOfEither(row.serious, 'serious', 'non_serious'),
      year: row.year === null ? UNKNOWN : String(row.year),
    };
    this.all.add(keys);
    if (cis === null) return;
    const speciality = this.specialities.get(cis) ?? new Counter(MEDICINE_DIMENSIONS);
    this.specialities.set(cis, speciality);
    speciality.add(keys);
  }

  counts(): MedicationErrorCounts {
    const { population, nature, cause } = this.spellings;
    return {
      all: this.all,
      bySpeciality: this.specialities,
      labels: { population: population.labels(), nature: nature.labels(), cause: cause.labels() },
    };
  }

  private keyOf(dimension: keyof MedicationErrorCounts['labels'], text: string | null): string {
    return (text === null ? '' : this.spellings[dimension].add(text)) || UNKNOWN;
  }
}

class Counter<D extends Dimension> implements ErrorCounts<D> {
  total = 0;
  readonly by: Record<D, Map<string, number>>;

  constructor(private readonly dimensions: readonly D[]) {
    this.by = Object.fromEntries(dimensions.map((dimension) => [dimension, new Map<string, number>()])) as Record<
      D,
      Map<string, number>
    >;
  }

  add(keys: Readonly<Record<D, string>>): void {
    this.total += 1;
    for (const dimension of this.dimensions) {
      const tally = this.by[dimension];
      tally.set(keys[dimension], (tally.get(keys[dimension]) ?? 0) + 1);
    }
  }
}

function keyOfEither(value: boolean | null, yes: string, no: string): string {
  return value === null ? UNKNOWN : value ? yes : no;
}
