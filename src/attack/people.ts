import { AGE_GROUPS, POPULATIONS, SEXES } from '../statistics/figures.js';
import type { AdverseReactions, Population, Row } from '../statistics/figures.js';
import { type Part, PARTS, type PublicRate, type Subject, WHO, type Who } from './subject.js';
import type { Place, System } from './system.js';

/** A table of sex × age with its margins: the cell of anybody. */
export type People = (who: Who) => number;

const SIDES = [null, ...SEXES] as const;
const AGES = [null, ...AGE_GROUPS] as const;

/** The table of sex × age of one number of cases, with all its sums: 20 cells. */
export function writePeople(system: System, block: string): People {
  const people: People = (who) =>
    system.cell({ population: nameOfPeople(who), block, key: '' }, who.sex !== 'unknown' && who.ageGroup !== 'unknown');
  writeMargins(system, people);
  return people;
}

/** Sexes add up in every age group and in the whole; so do age groups in every sex. */
export function writeMargins(system: System, people: People): void {
  for (const sex of SIDES) {
    const ages = AGE_GROUPS.map((ageGroup) => people({ sex, ageGroup }));
    system.sum(ages, people({ sex, ageGroup: null }));
  }
  for (const ageGroup of AGES) {
    const sexes = SEXES.map((sex) => people({ sex, ageGroup }));
    system.sum(sexes, people({ sex: null, ageGroup }));
  }
}

/** One published number of people, in whichever table it stands, with the rate beside it. */
export interface Told {
  who: Who;
  place: Place;
  figure: Pick<Row, 'count' | 'suppressed'> & { percent?: number | null };
  rate: PublicRate | null;
  /** The total that its percentage is of. */
  of: Part;
}

/** Every published number of cases of a sex, an age group or both: totals, and the tables by sex, age and both. */
export function* toldOfPeople({ totals, populations }: Subject): Iterable<Told> {
  for (const figure of totals) yield { ...total('all'), figure, rate: null };
  for (const population of POPULATIONS) {
    const answer = populations.get(population);
    if (answer === undefined) continue;
    yield { ...total(population), figure: answer.cases, rate: answer.notificationRate };
    yield* rowsOf(population, answer);
  }
}

function total(population: Population): Pick<Told, 'who' | 'place' | 'of'> {
  return { who: WHO[population], place: { population, block: 'cases', key: '' }, of: population };
}

function* rowsOf(population: Population, answer: AdverseReactions): Iterable<Told> {
  const told = (row: Row, block: string, who: Partial<Who>): Told => ({
    who: { ...WHO[population], ...who },
    place: { population, block, key: row.key },
    figure: row,
    rate: row.notificationRate ?? null,
    of: population,
  });
  for (const row of answer.bySex ?? []) yield told(row, 'bySex', { sex: row.key as Who['sex'] });
  for (const row of answer.byAgeGroup ?? []) yield told(row, 'byAgeGroup', { ageGroup: row.key as Who['ageGroup'] });
  for (const row of answer.bySexAndAgeGroup ?? []) {
    const { sex, ageGroup } = row;
    yield told({ ...row, key: nameOfPeople({ sex, ageGroup }) }, 'bySexAndAgeGroup', { sex, ageGroup });
  }
}

/** `all`, `female`, `sex unknown`, `60+`, `female/60+`, `unknown/unknown` … */
export function nameOfPeople({ sex, ageGroup }: Who): string {
  const part = PARTS.find((each) => WHO[each].sex === sex && WHO[each].ageGroup === ageGroup);
  return part ?? `${sex ?? 'any'}/${ageGroup ?? 'any'}`;
}
