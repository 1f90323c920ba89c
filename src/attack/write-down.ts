import {
  type Breakdown,
  interior,
  type Sheet,
  writeAdditive,
  writeOrganClasses,
  writeOverlapping,
} from './breakdowns.js';
import { type People, toldOfPeople, writePeople } from './people.js';
import { casesBehind, shareBehind } from './rounding.js';
import { AGE_GROUPS, SEXES } from '../statistics/figures.js';
import { PARTS, type Subject, WHO, type Who } from './subject.js';
import { System } from './system.js';

export interface WriteOptions {
  /** Also the cells of sex × age group of every breakdown: a stronger attack, with twelve times the cells. */
  deep: boolean;
  /** Takes it that each case of an organ class has one of its terms, which an extraction need not hold to. */
  everyCaseHasATerm: boolean;
}

/** Every addition that holds between the figures of one subject. Source: disclosure.md, rules 2, 5 and 6. */
export function writeDown(subject: Subject, { deep, everyCaseHasATerm }: WriteOptions): System {
  const system = new System(subject.most);
  const sheet: Sheet = { system, subject, people: writePeople(system, 'people'), deep };
  const years = writeAdditive(sheet, 'byYear', (answer) => answer.byYear);
  writeAdditive(sheet, 'bySeriousness', (answer) => answer.bySeriousness);
  writeAdditive(sheet, 'byReporter', (answer) => answer.byReporter);
  writeOverlapping(sheet, 'bySeriousnessCriterion', (answer) => answer.bySeriousnessCriterion);
  writeOrganClasses(sheet, everyCaseHasATerm);
  const rated = writeCoveredYears(sheet, years);
  readPeople(sheet, rated);
  return system;
}

/**
 * The years that both sources cover, and the others: a rate tells the sum over the first, so that the rest of the total
 * is the sum over the second. Neither may be from 1 to 10.
 */
function writeCoveredYears(sheet: Sheet, years: ReadonlyMap<string, Breakdown>): People | null {
  const { system, subject, people } = sheet;
  const covered = new Set(subject.coveredYears?.map(String));
  if (covered.size === 0) return null;
  const [rated, rest] = [writePeople(system, 'years of the rate'), writePeople(system, 'other years')];
  for (const sex of [null, ...SEXES])
    for (const ageGroup of [null, ...AGE_GROUPS]) {
      const who: Who = { sex, ageGroup };
      system.sum([rated(who), rest(who)], people(who));
      if (sex === 'unknown' || ageGroup === 'unknown') continue;
      for (const side of [rated, rest]) system.at(side(who)).derived = true;
    }
  for (const [side, has] of [
    [rated, true],
    [rest, false],
  ] as const) {
    const own = [...years].filter(([year]) => covered.has(year) === has);
    for (const part of PARTS)
      system.sum(
        own.map(([, cell]) => cell(part)),
        side(WHO[part]),
      );
    if (!sheet.deep) continue;
    for (const sex of SEXES)
      for (const ageGroup of AGE_GROUPS) {
        const cells = own.map(([year]) => interior(sheet, 'byYear', year)({ sex, ageGroup }));
        system.sum(cells, side({ sex, ageGroup }));
      }
  }
  return rated;
}

function readPeople({ system, subject, people }: Sheet, rated: People | null): void {
  for (const { who, place, figure, rate, of } of toldOfPeople(subject)) {
    const position = people(who);
    system.read(position, figure, place);
    const { percent } = figure;
    if (figure.count === null && percent !== null && percent !== undefined)
      system.share(position, people(WHO[of]), ...shareBehind(percent));
    if (rate === null || rated === null) continue;
    const cell = rated(who);
    // shown on purpose: it is judged as every visible number is
    if (rate.cases !== undefined && rate.cases !== null) {
      system.show(cell, rate.cases, { ...place, block: `${place.block}, notificationRate` });
    } else system.within(cell, ...casesBehind(rate, subject.most));
  }
}
