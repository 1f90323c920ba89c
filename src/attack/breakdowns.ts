import { AGE_GROUPS, POPULATIONS, SEXES } from '../statistics/figures.js';
import type { AdverseReactions, Population, Row } from '../statistics/figures.js';
import { nameOfPeople, type People, writeMargins } from './people.js';
import { shareBehind } from './rounding.js';
import { type Part, PARTS, type PublicRate, type Subject, WHO } from './subject.js';
import type { System } from './system.js';

/** What the tables of one subject are written into. */
export interface Sheet {
  system: System;
  subject: Subject;
  /** Cases by sex and age group, in any year. */
  people: People;
  /** Also the cells of sex × age group of every breakdown, which no table shows. */
  deep: boolean;
}

/** The cell of one key in a population. */
export type Breakdown = (part: Part) => number;

type RowsOf = (answer: AdverseReactions) => readonly Row[];

/**
 * A breakdown in which every case has one key: each population adds up to its total, the unpublished ones too.
 *
 * @returns the keys with their cells
 */
export function writeAdditive(sheet: Sheet, block: string, rowsOf: RowsOf): Map<string, Breakdown> {
  const cells = writeKeys(sheet, block, rowsOf);
  const each = [...cells.values()];
  const { system, people } = sheet;
  for (const part of PARTS)
    system.sum(
      each.map((cell) => cell(part)),
      people(WHO[part]),
    );
  if (sheet.deep) {
    for (const sex of SEXES)
      for (const ageGroup of AGE_GROUPS) {
        const parts = [...cells.keys()].map((key) => interior(sheet, block, key)({ sex, ageGroup }));
        system.sum(parts, people({ sex, ageGroup }));
      }
  }
  return cells;
}

/** A breakdown in which a case may have several keys or none: no cell is above its population's total. */
export function writeOverlapping(sheet: Sheet, block: string, rowsOf: RowsOf): void {
  for (const [key, cell] of writeKeys(sheet, block, rowsOf)) writeBelow(sheet, [block, key], cell, null);
}

/** Organ classes and their terms: a term is below its class, and terms are listed only where they occur. */
export function writeOrganClasses(sheet: Sheet, everyCaseHasATerm: boolean): void {
  const classes = writeKeys(sheet, CLASS, (answer) => answer.byOrganClass);
  const listed = listedTerms(sheet.subject);
  for (const [key, cell] of classes) {
    writeBelow(sheet, [CLASS, key], cell, null);
    const terms = [...(listed.get(key) ?? [])].map((term) => {
      const name = `${key}/${term}`;
      const below = writeKey(sheet, TERM, name, (answer) => termRow(answer, key, term));
      writeBelow(sheet, [TERM, name], below, { cell, interior: interior(sheet, CLASS, key) });
      writeAbsent(sheet, below, key, term);
      return below;
    });
    if (everyCaseHasATerm) writeCover(sheet, key, cell, terms);
  }
}

const CLASS = 'byOrganClass';
const TERM = 'highLevelTerms';

/** All = women + men + unknown = the age groups + unknown, key by key. */
function writeKeys(sheet: Sheet, block: string, rowsOf: RowsOf): Map<string, Breakdown> {
  const keys = new Set<string>();
  for (const answer of sheet.subject.populations.values()) for (const { key } of rowsOf(answer)) keys.add(key);
  return new Map(
    [...keys].map((key) => [
      key,
      writeKey(sheet, block, key, (answer) => rowsOf(answer).find((row) => row.key === key)),
    ]),
  );
}

function writeKey(
  sheet: Sheet,
  block: string,
  key: string,
  rowOf: (answer: AdverseReactions) => Row | undefined,
): Breakdown {
  const { system, subject, people } = sheet;
  // a term or an organ class is always something; the others may be « not given »
  const known = key !== 'unknown';
  const cell: Breakdown = (part) => system.cell({ population: part, block, key }, known && !part.endsWith('unknown'));
  system.sum(
    ['female', 'male', 'sex unknown'].map((part) => cell(part as Part)),
    cell('all'),
  );
  system.sum(
    ['0-19', '20-59', '60+', 'age unknown'].map((part) => cell(part as Part)),
    cell('all'),
  );
  for (const population of POPULATIONS) {
    const answer = subject.populations.get(population);
    const row = answer && rowOf(answer);
    if (row === undefined) continue;
    const position = cell(population);
    system.read(position, row, { population, block, key });
    readBeside(system, position, row, people(WHO[population]));
  }
  if (sheet.deep) writeInterior(sheet, block, key, cell);
  return cell;
}

/** What a suppressed row would still say: a percentage, or the rate of one year. */
function readBeside(system: System, position: number, row: Row, total: number): void {
  if (row.count === null && row.percent !== null) system.share(position, total, ...shareBehind(row.percent));
  const rate: PublicRate | null = row.notificationRate ?? null;
  if (rate?.cases !== undefined && rate.cases !== null) system.show(position, rate.cases);
}

function writeInterior(sheet: Sheet, block: string, key: string, cell: Breakdown): void {
  const inside = interior(sheet, block, key);
  writeMargins(sheet.system, (who) => {
    const name = nameOfPeople(who);
    return name in WHO ? cell(name as Part) : inside(who);
  });
}

/** The cells of sex × age group of one key. They are published nowhere, and need no protection of their own. */
export function interior(sheet: Sheet, block: string, key: string): People {
  return (who) => sheet.system.cell({ population: nameOfPeople(who), block, key }, false);
}

/** Each cell is below what it is a part of: its population's total, or the cell of its class. */
function writeBelow(
  sheet: Sheet,
  [block, key]: readonly [block: string, key: string],
  cell: Breakdown,
  above: { cell: Breakdown; interior: People } | null,
): void {
  const { system, people } = sheet;
  for (const part of PARTS) system.atMost(cell(part), above === null ? people(WHO[part]) : above.cell(part));
  if (!sheet.deep) return;
  const inside = interior(sheet, block, key);
  for (const sex of SEXES)
    for (const ageGroup of AGE_GROUPS)
      system.atMost(inside({ sex, ageGroup }), (above?.interior ?? people)({ sex, ageGroup }));
}

/**
 * A term that is not listed does not occur, where its class and the population are visible. Where one of them is
 * suppressed, nothing follows; nor is a suppressed term that is listed known to occur.
 */
function writeAbsent(sheet: Sheet, cell: Breakdown, key: string, term: string): void {
  for (const population of POPULATIONS) {
    const answer = sheet.subject.populations.get(population);
    if (answer === undefined || !listsTerms(answer, key)) continue;
    if (termRow(answer, key, term) === undefined) sheet.system.show(cell(population), 0);
  }
}

/** Every case of a class has one of its terms, where all that occur are listed. */
function writeCover(sheet: Sheet, key: string, cell: Breakdown, terms: readonly Breakdown[]): void {
  const all = sheet.subject.populations.get('all');
  const everywhere = all !== undefined && listsTerms(all, key);
  for (const part of PARTS) {
    const answer = sheet.subject.populations.get(part as Population);
    if (!everywhere && !(answer !== undefined && listsTerms(answer, key))) continue;
    sheet.system.covered(
      terms.map((term) => term(part)),
      cell(part),
    );
  }
}

/** Whether the terms that occur in a class are all listed. */
function listsTerms(answer: AdverseReactions, key: string): boolean {
  const row = answer.byOrganClass.find((each) => each.key === key);
  return !answer.cases.suppressed && row !== undefined && !row.suppressed;
}

function termRow(answer: AdverseReactions, key: string, term: string): Row | undefined {
  return answer.byOrganClass.find((row) => row.key === key)?.highLevelTerms.find((row) => row.key === term);
}

function listedTerms({ populations }: Subject): Map<string, Set<string>> {
  const listed = new Map<string, Set<string>>();
  for (const { byOrganClass } of populations.values())
    for (const { key, highLevelTerms } of byOrganClass) {
      const terms = listed.get(key) ?? new Set();
      for (const term of highLevelTerms) terms.add(term.key);
      listed.set(key, terms);
    }
  return listed;
}
