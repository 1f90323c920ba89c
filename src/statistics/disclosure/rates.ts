import type { Cells } from '../cells.js';
import { cellAt, isKnownCell, less, noCells, populationAt } from '../cells.js';
import { AGE_GROUPS, SEXES } from '../figures.js';
import type { LayeredTable, Range } from './layered-table.js';
import { partRangeOf } from './layered-table.js';
import { isSmall, isWide } from './limits.js';
import type { Mask, PartRules } from './part.js';
import { EVERYWHERE, isHiddenIn, PartHiding } from './part.js';
import type { HiddenTotals } from './totals.js';

/** Where the cases that a rate rests on, and with them the rate, are hidden. */
export interface HiddenRates {
  readonly populations: Mask;
  /** As in Cells. */
  readonly cells: readonly boolean[];
}

export const NO_RATES: HiddenRates = { populations: EVERYWHERE, cells: noCells().map(() => true) };

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
  const populations = new PartHiding({ whole: of.cases, beyond: null, restToo: true }, rules).hide(of.covered);
  if (isHiddenIn(populations, 0)) return NO_RATES;
  const rest = less(of.cases, of.covered);
  return { populations, cells: hideCells(of, rest, { totals, populations, minCell: rules.minCell }) };
}

interface CellRules {
  readonly totals: HiddenTotals;
  readonly populations: Mask;
  readonly minCell: number;
}

const KNOWN = SEXES.flatMap((_sex, s) =>
  AGE_GROUPS.flatMap((_age, a) => (isKnownCell(cellAt(s, a)) ? [{ s, a }] : [])),
);

/** The table of sexes and age groups: small ones, those below a hidden sum, and what protects them. */
function hideCells(of: CoveredCases, rest: Cells, rules: CellRules): boolean[] {
  const isBelowHidden = (s: number, a: number): boolean =>
    [SEXES[s], AGE_GROUPS[a]].some((key) => {
      const population = populationAt(key ?? '');
      return population >= 0 && isHiddenIn(rules.populations, population);
    });
  const hidden = rules.totals.cells.map((isHidden) => isHidden);
  const toProtect: Place[] = [];
  for (const { s, a } of KNOWN) {
    const at = cellAt(s, a);
    const isBelowShown = rules.totals.sexes[s] !== true && rules.totals.ages[a] !== true;
    if (hidden[at] === true && isBelowShown) toProtect.push({ s, a });
    else if (isBelowHidden(s, a)) hidden[at] = true;
    else if (isSmall(of.covered[at] ?? 0, rules.minCell) || isSmall(rest[at] ?? 0, rules.minCell)) {
      hidden[at] = true;
      toProtect.push({ s, a });
    }
  }
  for (let cell = toProtect.shift(); cell !== undefined; cell = toProtect.shift()) {
    const corners = bestRectangle(of, hidden, cell, rules);
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

/** What to hide besides so that cases can pass around a rectangle; none where that is so already; null: no way. */
function bestRectangle(of: CoveredCases, hidden: readonly boolean[], cell: Place, rules: CellRules): Place[] | null {
  let best: Place[] | null = null;
  let least = Infinity;
  for (let s = 0; s < SEXES.length; s++) {
    for (let a = 0; a < AGE_GROUPS.length; a++) {
      if (s === cell.s || a === cell.a) continue;
      const corners = [
        { s, a: cell.a },
        { s: cell.s, a },
        { s, a },
      ].filter((corner) => isKnownCell(cellAt(corner.s, corner.a)) && hidden[cellAt(corner.s, corner.a)] !== true);
      const weight = corners.reduce((sum, each) => sum + rules.minCell + (of.covered[cellAt(each.s, each.a)] ?? 0), 0);
      if (weight < least && isOpenAround(of, cell, { s, a }, rules)) [best, least] = [corners, weight];
    }
  }
  return best;
}

/**
 * Whether the sums of a cell are protected by what passes around a rectangle. Of a number of cases that is shown they
 * can change only together, one up and the other down; of a hidden one each for itself, and neither may say that it is
 * small.
 */
function isOpenAround(of: CoveredCases, cell: Place, across: Place, { totals, minCell }: CellRules): boolean {
  const at = cellAt(cell.s, cell.a);
  const total = of.cases[at] ?? 0;
  const together = rangeAround(of, cell, across);
  if (totals.cells[at] !== true) return isSumWide(together, total, minCell);
  const corners = [cell, across, { s: across.s, a: cell.a }, { s: cell.s, a: across.a }];
  const isFree = corners.every(({ s, a }) => totals.cells[cellAt(s, a)] === true);
  const [covered, rest] = isFree ? rangesApart(of, cell, across) : [together, restOf(together, total)];
  const isUnsaid = ([low, high]: Range): boolean => low < 1 || high >= minCell;
  return isUnsaid(covered) && isUnsaid(rest);
}

/**
 * Within the covered years cases go around the rectangle one way, within the others the other way, as many: the totals
 * by sex and age group stay, and within a year those of each sex and of each age group.
 */
function rangeAround(of: CoveredCases, cell: Place, across: Place): Range {
  const moved = movedAround(of, cell, across);
  const value = of.covered[cellAt(cell.s, cell.a)] ?? 0;
  return [value - Math.min(moved.coveredOut, moved.in), value + Math.min(moved.coveredIn, moved.out)];
}

/** The sums over the covered years and over the others, where they need not change together. */
function rangesApart(of: CoveredCases, cell: Place, across: Place): [covered: Range, rest: Range] {
  const moved = movedAround(of, cell, across);
  const at = cellAt(cell.s, cell.a);
  const covered = of.covered[at] ?? 0;
  const rest = (of.cases[at] ?? 0) - covered;
  return [
    [covered - moved.coveredOut, covered + moved.coveredIn],
    [rest - moved.out, rest + moved.in],
  ];
}

function movedAround(
  of: CoveredCases,
  cell: Place,
  across: Place,
): { in: number; out: number; coveredIn: number; coveredOut: number } {
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
  return moved;
}

/** A sum over the covered years, and with it what is left of the total for the others. */
function isSumWide(covered: Range, total: number, minCell: number): boolean {
  return isWide(covered, minCell) && isWide(restOf(covered, total), minCell);
}

/** What a sum leaves of a total that is shown. */
function restOf([low, high]: Range, total: number): Range {
  return [total - high, total - low];
}

/**
 * The hidden sums of sex and age group together, as in Cells, of numbers of cases that are shown: of a hidden one, and of
 * 0, there is nothing more to protect.
 */
export function sumsBelow(cases: Cells, totals: HiddenTotals, rates: HiddenRates): boolean[] {
  const isToProtect = (cell: number): boolean =>
    isKnownCell(cell) && totals.cells[cell] !== true && rates.cells[cell] === true && (cases[cell] ?? 0) > 0;
  return cases.map((_, cell) => isToProtect(cell));
}

/** What was decided on the rates and the years; `tables`: the years by sex and by age group. */
interface Decided {
  readonly rates: HiddenRates;
  readonly tables: readonly LayeredTable[];
  readonly rules: PartRules;
}

/**
 * Whether the sums of sex and age group together are protected where they are below hidden sums: now that it is known
 * which years are hidden, cases cross between the years of a sex or of an age group, or go around a rectangle.
 */
export function areCellsProtected(of: CoveredCases, totals: HiddenTotals, { rates, tables, rules }: Decided): boolean {
  const toProtect = sumsBelow(of.cases, totals, rates);
  return KNOWN.every(({ s, a }) => {
    const total = of.cases[cellAt(s, a)] ?? 0;
    if (toProtect[cellAt(s, a)] !== true) return true;
    const ranges: Range[] = [];
    for (const [side, table] of tables.entries()) {
      const [key, layer] = side === 0 ? [SEXES[s], a] : [AGE_GROUPS[a], s];
      const population = populationAt(key ?? '');
      const row = rules.sides[side]?.rows.findIndex((each) => each.population === population) ?? -1;
      if (row >= 0 && table.crossing[row] === 1) ranges.push(partRangeOf(table, row, 0, layer));
    }
    for (let other = 0; other < SEXES.length; other++) {
      for (let across = 0; across < AGE_GROUPS.length; across++) {
        if (other === s || across === a) continue;
        const corners = [cellAt(other, a), cellAt(s, across), cellAt(other, across)];
        if (corners.every((corner) => rates.cells[corner] === true || !isKnownCell(corner)))
          ranges.push(rangeAround(of, { s, a }, { s: other, a: across }));
      }
    }
    const low = Math.min(...ranges.map((range) => range[0]));
    const high = Math.max(...ranges.map((range) => range[1]));
    return ranges.length > 0 && isSumWide([low, high], total, rules.minCell);
  });
}
