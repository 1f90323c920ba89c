import type { IsEnough, Range } from './bounds.js';
import { narrowRanges } from './bounds.js';
import type { Solver } from './solver.js';
import type { Subject } from './subject.js';
import type { Cell, Place, System } from './system.js';
import { type WriteOptions, writeDown } from './write-down.js';

/** A number that the public could work out, or was told. */
export interface Finding extends Place {
  subject: string;
  /** The smallest and the largest whole number that it can be; both null where the figures contradict one another. */
  min: number | null;
  max: number | null;
  why: string;
}

/** From 1 to this, a number of cases is about too few people. Source: disclosure.md, rule 1. */
const MOST_SMALL = 10;

/** Possible values that a suppressed figure must keep. Source: disclosure.md, the proof. */
const LEAST_VALUES = 5;

/** What a subject's figures give away. */
export interface Judgement {
  findings: Finding[];
  /** Suppressed numbers that were looked at. */
  hidden: number;
}

/** Attacks one subject: writes down what holds, and works out every number that is not shown. */
export function judge(subject: Subject, deep: boolean, solver: Solver): Judgement {
  const attempt = (options: WriteOptions): Judgement | string =>
    judgeSystem(writeDown(subject, options), subject, solver);
  // it is no addition that holds: a case may have a class and no term. Only the stronger attack takes its chance
  const bold = deep ? attempt({ deep, everyCaseHasATerm: true }) : 'not taken';
  if (typeof bold !== 'string') return bold;
  const sober = attempt({ deep, everyCaseHasATerm: false });
  if (typeof sober !== 'string') return sober;
  const place = { population: 'all', block: 'figures', key: '' };
  return { hidden: 0, findings: [{ subject: subject.name, ...place, min: null, max: null, why: sober }] };
}

function judgeSystem(system: System, subject: Subject, solver: Solver): Judgement | string {
  const [contradiction] = system.contradictions;
  if (contradiction !== undefined) return `contradiction: ${contradiction}`;
  // a zero that everybody sees speaks of nobody, nor do the cells that it makes zero: nothing else is let off
  const zeros = system.zeros();
  const wanted = system.cells.flatMap((cell, position) =>
    (cell.hidden !== null || cell.derived) && !zeros.has(position) ? [position] : [],
  );
  const isEnough: IsEnough = (position, range) => faultOf(system.at(position), range) === null;
  const narrow = narrowRanges(system, wanted, { isEnough, solver });
  if (narrow === null) return 'contradiction: no numbers of cases fit the figures';
  const found = [...narrow].map(([position, range]) => {
    const cell = system.at(position);
    return findingOf(subject, cell.hidden ?? cell, { range, why: faultOf(cell, range) ?? '' });
  });
  const hidden = system.cells.filter((cell) => cell.hidden !== null).length;
  return { findings: [...shownFindings(system, subject), ...found], hidden };
}

/** Why a range is too small for a cell that is not shown; null where it is not. */
function faultOf({ hidden, known }: Cell, { min, max }: Range): string | null {
  const values = max - min + 1;
  if (known && min >= 1 && max <= MOST_SMALL) {
    return min === max ? `it can only be ${min}` : `it can only be from ${min} to ${max}`;
  }
  if (hidden === null || values >= LEAST_VALUES) return null;
  return values === 1 ? 'it is suppressed and can only be this' : `it is suppressed and can only be ${values} values`;
}

/** Numbers from 1 to 10 that are simply there. */
function shownFindings(system: System, subject: Subject): Finding[] {
  return system.cells.flatMap(({ shown, known }) => {
    if (shown === null || !known || shown.count < 1 || shown.count > MOST_SMALL) return [];
    return [findingOf(subject, shown.place, { range: { min: shown.count, max: shown.count }, why: 'it is shown' })];
  });
}

function findingOf(subject: Subject, place: Place, { range, why }: { range: Range; why: string }): Finding {
  const { population, block, key } = place;
  return { subject: subject.name, population, block, key, min: range.min, max: range.max, why };
}
