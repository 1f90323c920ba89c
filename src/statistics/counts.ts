import type { AGE_GROUPS, Population, SEXES } from './figures.js';

/** What a count is broken down by. `term` counts are kept by organ class: their key is `<class>/<term>`. */
export type Breakdown = 'year' | 'seriousness' | 'criterion' | 'reporter' | 'organClass' | 'term';

/** One line of the SQL counts: cases of one substance, sex and age group with one value of one breakdown. */
export interface CountRow {
  breakdown: Breakdown;
  sex: (typeof SEXES)[number];
  ageGroup: (typeof AGE_GROUPS)[number];
  key: string;
  cases: number;
}

type Counts = Map<string, number>;

/** The real numbers of cases of one substance in one population, `covered` over the years that both sources cover. */
export interface PopulationCounts {
  total: number;
  covered: number;
  sex: Counts;
  ageGroup: Counts;
  /** Keys `<sex>/<age group>`. */
  sexAndAgeGroup: Counts;
  coveredSex: Counts;
  coveredAgeGroup: Counts;
  coveredSexAndAgeGroup: Counts;
  breakdowns: Record<Breakdown, Counts>;
}

export type SubstanceCounts = Record<Population, PopulationCounts>;

/** Sums the SQL counts of one substance up to its six populations. `covered` holds the years both sources cover. */
export function sumPopulations(rows: Iterable<CountRow>, covered: ReadonlySet<string>): SubstanceCounts {
  const counts: SubstanceCounts = {
    all: noCases(),
    female: noCases(),
    male: noCases(),
    '0-19': noCases(),
    '20-59': noCases(),
    '60+': noCases(),
  };
  for (const row of rows) {
    addTo(counts.all, row, covered);
    if (row.sex !== 'unknown') addTo(counts[row.sex], row, covered);
    if (row.ageGroup !== 'unknown') addTo(counts[row.ageGroup], row, covered);
  }
  return counts;
}

function addTo(population: PopulationCounts, row: CountRow, covered: ReadonlySet<string>): void {
  add(population.breakdowns[row.breakdown], row.key, row.cases);
  // every case has one year: the years are the grain at which cases themselves are counted
  if (row.breakdown !== 'year') return;
  population.total += row.cases;
  add(population.sex, row.sex, row.cases);
  add(population.ageGroup, row.ageGroup, row.cases);
  add(population.sexAndAgeGroup, `${row.sex}/${row.ageGroup}`, row.cases);
  if (!covered.has(row.key)) return;
  population.covered += row.cases;
  add(population.coveredSex, row.sex, row.cases);
  add(population.coveredAgeGroup, row.ageGroup, row.cases);
  add(population.coveredSexAndAgeGroup, `${row.sex}/${row.ageGroup}`, row.cases);
}

function add(counts: Counts, key: string, cases: number): void {
  counts.set(key, (counts.get(key) ?? 0) + cases);
}

function noCases(): PopulationCounts {
  return {
    total: 0,
    covered: 0,
    sex: new Map(),
    ageGroup: new Map(),
    sexAndAgeGroup: new Map(),
    coveredSex: new Map(),
    coveredAgeGroup: new Map(),
    coveredSexAndAgeGroup: new Map(),
    breakdowns: {
      year: new Map(),
      seriousness: new Map(),
      criterion: new Map(),
      reporter: new Map(),
      organClass: new Map(),
      term: new Map(),
    },
  };
}
