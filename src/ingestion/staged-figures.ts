import type { ClientBase } from 'pg';
import { readSql } from '../database/sql.js';
import { compareText } from '../sources/compare-text.js';
import type { Cells } from '../statistics/cells.js';
import { AGE_COUNT, noCells, total } from '../statistics/cells.js';
import type { SubstanceCounts } from '../statistics/counts.js';
import type { ConsumersCell } from '../statistics/exposure.js';
import { ConsumersSums } from '../statistics/exposure.js';
import { AGE_GROUPS, SERIOUSNESS, SERIOUSNESS_CRITERIA, SEXES } from '../statistics/figures.js';
import { ORGAN_CLASSES } from '../statistics/labels.js';
import { numberRows } from './number-rows.js';
import type { Labels } from './settle-labels.js';

const SUBSTANCE_FIGURES = readSql(import.meta.url, '../statistics/substance-figures.sql');

/** The substance of all declarations together. */
export const ALL_DECLARATIONS = -1;

/** The real numbers of one substance. */
export interface StagedFigures {
  /** Its place in the list of substances, or ALL_DECLARATIONS. */
  substance: number;
  counts: SubstanceCounts;
  consumers: ConsumersCell[];
  sums: ConsumersSums;
}

/** What the codes of staging mean. */
export interface StagingCodes {
  reporters: Labels;
  terms: Labels;
  /** Years that both sources cover. */
  coveredYears: ReadonlySet<number>;
  /** How many substances there are; their ids go up to one less. */
  substances: number;
}

/**
 * The real numbers of all declarations together, then of every substance in the order of their ids, those without any too;
 * a few in memory at a time.
 */
export async function* stagedFigures(client: ClientBase, codes: StagingCodes): AsyncGenerator<StagedFigures> {
  const meanings = meaningsOf(codes);
  let gathered = new Gathered(ALL_DECLARATIONS, meanings);
  for await (const numbers of numberRows(client, SUBSTANCE_FIGURES, WIDTH)) {
    for (let at = 0; at < numbers.length; at += WIDTH) {
      const substance = numbers[at] ?? 0;
      while (gathered.substance < substance) {
        yield gathered.figures();
        gathered = new Gathered(gathered.substance + 1, meanings);
      }
      gathered.add(numbers, at);
    }
  }
  for (; gathered.substance < codes.substances; gathered = new Gathered(gathered.substance + 1, meanings))
    yield gathered.figures();
}

/** Columns of substance-figures.sql, and its lists. */
const WIDTH = 6;
const [PROFILE, FIRST_TERM, CONSUMERS] = [0, 1, 3] as const;

/** What the numbers of a substance are summed up by. */
const [YEAR, SERIOUS, CRITERION, REPORTER, ORGAN_CLASS] = [0, 1, 2, 3, 4] as const;
const BREAKDOWNS = 5;

interface Meanings {
  readonly coveredYears: ReadonlySet<number>;
  readonly reporters: readonly string[];
  readonly terms: readonly string[];
  /** The place of each term in the order of keys. */
  readonly termRanks: readonly number[];
}

function meaningsOf({ reporters, terms, coveredYears }: StagingCodes): Meanings {
  const keys = terms.map(({ key }) => key);
  const termRanks = new Array<number>(keys.length).fill(0);
  const byKey = keys.map((key, id) => ({ key, id })).sort((a, b) => compareText(a.key, b.key));
  for (const [rank, { id }] of byKey.entries()) termRanks[id] = rank;
  return { coveredYears, reporters: reporters.map(({ key }) => key), terms: keys, termRanks };
}

type Numbers = Map<number, number[]>;

/** The numbers of one substance, as they come. */
class Gathered {
  private readonly breakdowns: readonly Numbers[] = Array.from(
    { length: BREAKDOWNS },
    () => new Map<number, number[]>(),
  );
  private readonly terms = new Map<number, Numbers>();
  private readonly consumers: ConsumersCell[] = [];
  private readonly sums = new ConsumersSums();

  constructor(
    readonly substance: number,
    private readonly meanings: Meanings,
  ) {}

  /** The row that begins `at`: substance, list, two columns of the list, cell, number. */
  add(numbers: readonly number[], at: number): void {
    const column = (place: number): number => numbers[at + place] ?? 0;
    const [list, of, key, cell, number] = [column(1), column(2), column(3), column(4), column(5)];
    if (list === PROFILE) this.addProfile(of, key, cell, number);
    else if (list === CONSUMERS) {
      this.sums.add(key, cell, number);
      this.consumers.push(consumersCell(key, cell, number));
    } else {
      if (list === FIRST_TERM) addTo(this.ofList(ORGAN_CLASS), of, cell, number);
      // a reaction without a term counts for its organ class only
      if (key >= 0) addTo(this.ofClass(of), key, cell, number);
    }
  }

  /** Cases alike in all that is counted of cases by themselves; `profile` as in settle-cases.sql, without the year. */
  private addProfile(year: number, profile: number, cell: number, number: number): void {
    addTo(this.ofList(YEAR), year, cell, number);
    addTo(this.ofList(SERIOUS), profile >> 24, cell, number);
    addTo(this.ofList(REPORTER), profile & 0x3ffff, cell, number);
    // a case may meet several
    for (let criteria = (profile >> 18) & 63, id = 0; criteria > 0; criteria >>= 1, id++)
      if (criteria & 1) addTo(this.ofList(CRITERION), id, cell, number);
  }

  figures(): StagedFigures {
    const { substance, consumers, sums } = this;
    return { substance, consumers, sums, counts: this.counts() };
  }

  private counts(): SubstanceCounts {
    const { coveredYears, reporters } = this.meanings;
    const years = this.ofList(YEAR);
    const covered = [...years].filter(([year]) => coveredYears.has(year));
    const keyed = (list: number, keyOf: (id: number) => string): Map<string, Cells> =>
      new Map([...this.ofList(list)].map(([id, cells]) => [keyOf(id), cells]));
    return {
      // every case has one year: the years are the grain at which cases themselves are counted
      cases: total([...years.values()]),
      covered: total(covered.map(([, cells]) => cells)),
      breakdowns: {
        year: keyed(YEAR, String),
        seriousness: keyed(SERIOUS, (id) => at(SERIOUSNESS, id)),
        criterion: keyed(CRITERION, (id) => at(SERIOUSNESS_CRITERIA, id)),
        reporter: keyed(REPORTER, (id) => at(reporters, id)),
        organClass: keyed(ORGAN_CLASS, (id) => at(ORGAN_CLASSES, id).key),
      },
      terms: new Map([...this.terms].map(([id, terms]) => this.termsOf(at(ORGAN_CLASSES, id).key, terms))),
    };
  }

  private termsOf(organClass: string, terms: Numbers): [string, { key: string; cells: Cells }[]] {
    const { terms: keys, termRanks } = this.meanings;
    const ordered = [...terms].sort(([a], [b]) => at(termRanks, a) - at(termRanks, b));
    return [organClass, ordered.map(([id, cells]) => ({ key: `${organClass}/${at(keys, id)}`, cells }))];
  }

  private ofList(list: number): Numbers {
    return at(this.breakdowns, list);
  }

  private ofClass(organClass: number): Numbers {
    let terms = this.terms.get(organClass);
    if (terms === undefined) this.terms.set(organClass, (terms = new Map<number, number[]>()));
    return terms;
  }
}

function addTo(numbers: Numbers, key: number, cell: number, number: number): void {
  let cells = numbers.get(key);
  if (cells === undefined) numbers.set(key, (cells = noCells()));
  cells[cell] = (cells[cell] ?? 0) + number;
}

/** Consumers of a year; `cell` as in Cells. */
function consumersCell(year: number, cell: number, consumers: number): ConsumersCell {
  return { year, sex: at(SEXES, Math.floor(cell / AGE_COUNT)), ageGroup: at(AGE_GROUPS, cell % AGE_COUNT), consumers };
}

/** What a code of staging stands for. Throws RangeError when its list does not have it. */
export function at<T>(list: readonly T[], position: number): T {
  const item = list[position];
  if (item === undefined) throw new RangeError(`staging has a code ${position} that its list does not`);
  return item;
}
