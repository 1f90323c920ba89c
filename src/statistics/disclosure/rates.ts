import type { Cells } from '../cells.js';
import { cellAt, less } from '../cells.js';
import { AGE_GROUPS, POPULATIONS, SEXES } from '../figures.js';
import { isWide } from './guard.js';
import type { Mask, PartRules } from './part.js';
import { EVERYWHERE, hidePart, isHiddenIn } from './part.js';
import type { HiddenTotals } from './totals.js';

/** Where the cases that a rate rests on, and with them the rate, are hidden. */
export interface HiddenRates {
  readonly populations: Mask;
  /** As in Cells. */
  readonly cells: readonly boolean[];
}

export const NO_RATES: HiddenRates = { populations: EVERYWHERE, cells: new Array<boolean>(12).fill(true) };

/** The rate of the whole is shown and no other one. */
export const ONLY_THE_WHOLE: HiddenRates = { ...NO_RATES, populations: EVERYWHERE & ~1 };

/** The cases of a substance over the years that both sources cover. */
export interface CoveredCases {
  readonly cases: Cells;
  readonly covered: Cells;
  /** Of every year, and whether both sources cover it. */
  readonly years: readonly { readonly cells: Cells; readonly covered: boolean }[];
}

/**
 * A rate is published with its cases, so these are a published sum over part of the years; what is left of the total is
 * the sum over the others. Both are protected. Source: disclosure.md, rule 6.
 */
export function hideRates(of: CoveredCases, totals: HiddenTotals, rules: PartRules): HiddenRates {
  const rest = less(of.cases, of.covered);
  const populations = hidePart({ cells: of.covered, rest, beyond: null, restToo: true }, rules);
  if (isHiddenIn(populations, 0)) return NO_RATES;
  return { populations, cells: hideCells(of, rest, { totals, populations, minCell: rules.minCell }) };
}

interface CellRules {
  readonly totals: HiddenTotals;
  readonly populations: Mask;
  readonly minCell: number;
}

const KNOWN = SEXES.flatMap((sex, s) =>
  AGE_GROUPS.flatMap((age, a) => (sex === 'unknown' || age === 'unknown' ? [] : [{ s, a }])),
);

/** The table of sexes and age groups: small ones, those below a hidden sum, and what protects them. */
function hideCells(of: CoveredCases, rest: Cells, rules: CellRules): boolean[] {
  const isSmall = (cases: number): boolean => cases > 0 && cases < rules.minCell;
  const isBelowHidden = (s: number, a: number): boolean =>
    [SEXES[s], AGE_GROUPS[a]].some((key) => {
      const population = (POPULATIONS as readonly string[]).indexOf(key ?? '');
      return population >= 0 && isHiddenIn(rules.populations, population);
    });
  const hidden = rules.totals.cells.map((isHidden) => isHidden);
  const toProtect: { s: number; a: number }[] = [];
  for (const { s, a } of KNOWN) {
    const at = cellAt(s, a);
    if (hidden[at] === true) continue;
    if (isBelowHidden(s, a)) hidden[at] = true;
    else if (isSmall(of.covered[at] ?? 0) || isSmall(rest[at] ?? 0)) {
      hidden[at] = true;
      toProtect.push({ s, a });
    }
  }
  for (let cell = toProtect.shift(); cell !== undefined; cell = toProtect.shift()) {
    const corners = bestRectangle(of, hidden, cell, rules.minCell);
    if (corners === null) return hidden.map(() => true);
    for (const corner of corners) {
      hidden[cellAt(corner.s, corner.a)] = true;
      toProtect.push(corner);
    }
  }
  return hidden;
}

interface Place {
  readonly s: number;
  readonly a: number;
}

const isKnown = ({ s, a }: Place): boolean => SEXES[s] !== 'unknown' && AGE_GROUPS[a] !== 'unknown';

/** What to hide besides so that cases can pass around a rectangle; none where that is so already; null: no way. */
function bestRectangle(of: CoveredCases, hidden: readonly boolean[], cell: Place, minCell: number): Place[] | null {
  let best: Place[] | null = null;
  let least = Infinity;
  for (let s = 0; s < SEXES.length; s++) {
    for (let a = 0; a < AGE_GROUPS.length; a++) {
      if (s === cell.s || a === cell.a) continue;
      const corners = [
        { s, a: cell.a },
        { s: cell.s, a },
        { s, a },
      ].filter((corner) => isKnown(corner) && hidden[cellAt(corner.s, corner.a)] !== true);
      const weight = corners.reduce((sum, each) => sum + minCell + (of.covered[cellAt(each.s, each.a)] ?? 0), 0);
      if (weight < least && isRectangleWide(of, cell, { s, a }, minCell)) [best, least] = [corners, weight];
    }
  }
  return best;
}

/**
 * Within the covered years cases go around the rectangle one way, within the others the other way, as many: the totals
 * by sex and age group stay, and within a year those of each sex and of each age group.
 */
function isRectangleWide(of: CoveredCases, cell: Place, across: Place, minCell: number): boolean {
  const pair = (cells: Cells, first: Place, second: Place): number =>
    Math.min(cells[cellAt(first.s, first.a)] ?? 0, cells[cellAt(second.s, second.a)] ?? 0);
  const beside = [
    { s: across.s, a: cell.a },
    { s: cell.s, a: across.a },
  ] as const;
  const moved = { in: 0, out: 0, coveredIn: 0, coveredOut: 0 };
  for (const { cells, covered } of of.years) {
    moved[covered ? 'coveredIn' : 'in'] += pair(cells, ...beside);
    moved[covered ? 'coveredOut' : 'out'] += pair(cells, cell, across);
  }
  const at = cellAt(cell.s, cell.a);
  const [value, total] = [of.covered[at] ?? 0, of.cases[at] ?? 0];
  const low = value - Math.min(moved.coveredOut, moved.in);
  const high = value + Math.min(moved.coveredIn, moved.out);
  return isWide([low, high], minCell) && isWide([total - high, total - low], minCell);
}
