import type { Cells } from '../cells.js';
import { casesAt } from '../cells.js';
import { POPULATIONS } from '../figures.js';
import { isWide } from './guard.js';
import type { Mask } from './part.js';
import { EVERYWHERE, isHiddenIn } from './part.js';

/** An organ class with its terms, and where each of them is hidden. */
export interface ClassOfTerms {
  readonly cells: Cells;
  readonly hidden: Mask;
  readonly terms: readonly { readonly key: string; readonly cells: Cells }[];
}

/** The populations that make up the whole, side by side: sexes and age groups. */
const SIDES: readonly (readonly number[])[] = [
  [1, 2],
  [3, 4, 5],
];

/**
 * Every case of a class has a term of it, as a rule: so the only hidden term of a population is at least what the others
 * leave of the class. Where that says too much, the term is hidden in the whole as well, or another one with it.
 */
export function hideForUnion(of: ClassOfTerms, masks: Map<string, Mask>): void {
  for (let term = tooNarrow(of, masks); term !== undefined; term = tooNarrow(of, masks)) {
    const next = (masks.get(term) ?? 0) === EVERYWHERE ? smallestShown(of, masks) : term;
    if (next === undefined) return;
    masks.set(next, EVERYWHERE);
  }
}

function tooNarrow(of: ClassOfTerms, masks: ReadonlyMap<string, Mask>): string | undefined {
  const least = new Map<string, number[]>();
  for (let population = 0; population < POPULATIONS.length; population++) {
    if (isHiddenIn(of.hidden, population)) continue;
    const isHidden = ({ key }: { key: string }): boolean => isHiddenIn(masks.get(key) ?? 0, population);
    const hidden = of.terms.filter(isHidden);
    const [only] = hidden;
    if (only === undefined || hidden.length > 1) continue;
    let left = casesAt(of.cells, population);
    for (const term of of.terms) if (!isHidden(term)) left -= casesAt(term.cells, population);
    if (left <= 0) continue;
    const lows = least.get(only.key) ?? POPULATIONS.map(() => 0);
    lows[population] = left;
    least.set(only.key, lows);
  }
  return [...least].find(([key, lows]) => !isOpen(of, { key, lows, mask: masks.get(key) ?? 0 }))?.[0];
}

/** Whether the hidden numbers of a term stay open, with what each is at least. */
function isOpen(of: ClassOfTerms, term: { key: string; lows: readonly number[]; mask: Mask }): boolean {
  const cells = of.terms.find(({ key }) => key === term.key)?.cells ?? [];
  const whole = casesAt(cells, 0);
  const most = (population: number): number => casesAt(of.cells, population);
  const low = (population: number): number =>
    isHiddenIn(term.mask, population) ? (term.lows[population] ?? 0) : casesAt(cells, population);
  const isWideAt = (population: number, others: readonly number[]): boolean => {
    if (!isHiddenIn(term.mask, population) || isHiddenIn(of.hidden, population) || most(population) === 0) return true;
    const beside = others.reduce((sum, other) => sum + (other === population ? 0 : low(other)), 0);
    const high = isHiddenIn(term.mask, 0) ? most(population) : Math.min(most(population), whole - beside);
    // 11, the least that is ever shown: a higher threshold asks for no more here
    return isWide([low(population), high], LEAST_SHOWN);
  };
  return isWideAt(0, []) && SIDES.every((side) => side.every((population) => isWideAt(population, side)));
}

const LEAST_SHOWN = 11;

function smallestShown(of: ClassOfTerms, masks: ReadonlyMap<string, Mask>): string | undefined {
  const shown = of.terms.filter(({ key }) => !isHiddenIn(masks.get(key) ?? 0, 0));
  return shown.sort((a, b) => casesAt(a.cells, 0) - casesAt(b.cells, 0))[0]?.key;
}
