import { compareText } from '../sources/compare-text.js';
import { normalise } from '../sources/normalise.js';
import type { Ties } from './ties.js';

/** Words that many names share and that say nothing about the base. Source: counting.md, Substances, 2 (b). */
const GENERIC_WORDS = new Set(
  (
    'SODIUM POTASSIUM CALCIUM MAGNESIUM SODIQUE POTASSIQUE CALCIQUE DISODIQUE MONOSODIQUE ANHYDRE HYDRATE ' +
    'MONOHYDRATE DIHYDRATE TRIHYDRATE HEMIHYDRATE CHLORHYDRATE SULFATE PHOSPHATE ACETATE CHLORURE CITRATE NITRATE ' +
    'TARTRATE MALEATE FUMARATE BROMHYDRATE ACIDE OXYDE CARBONATE LACTATE GLUCONATE HUILE EXTRAIT PLANTE RACINE ' +
    'FEUILLE COMPLEXE RECOMBINANT HUMAIN HUMAINE VIRUS VACCIN SOUCHE'
  ).split(' '),
);
const SHORTEST_TELLING_WORD = 5;

type Names = ReadonlyMap<string, { main: string }>;
type Specialities = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The representative of each SA code: the end of the chain of groupings SA → FT that starts at it.
 * `specialities` gives the CIS codes in which a code is SA. Source: counting.md, Substances, 2 and 3.
 */
export function groupUnderFractions(names: Names, ties: Ties, specialities: Specialities): Map<string, string> {
  const next = new Map<string, string>();
  for (const active of specialities.keys()) {
    const fraction = ties.fractionOf.get(active);
    if (fraction === undefined || fraction === active || ties.torn.has(active)) continue;
    if (shareTellingWord(names.get(active)?.main ?? '', names.get(fraction)?.main ?? '')) next.set(active, fraction);
  }
  return new Map([...specialities.keys()].map((code) => [code, representative(code, next, specialities)]));
}

function representative(start: string, next: ReadonlyMap<string, string>, specialities: Specialities): string {
  const path = [start];
  for (let code = next.get(start); code !== undefined; code = next.get(code)) {
    const seen = path.indexOf(code);
    if (seen >= 0) return mostUsed(path.slice(seen), specialities);
    path.push(code);
  }
  return path[path.length - 1] ?? start;
}

/** The member of a cycle found in the most specialities as SA, then the smallest code. */
function mostUsed(cycle: readonly string[], specialities: Specialities): string {
  const use = (code: string): number => specialities.get(code)?.size ?? 0;
  return [...cycle].sort((a, b) => use(b) - use(a) || compareText(a, b))[0] ?? '';
}

/** Whether two names share a word of five letters or more that is not generic. */
export function shareTellingWord(a: string, b: string): boolean {
  const words = new Set(tellingWords(b));
  return tellingWords(a).some((word) => words.has(word));
}

function tellingWords(name: string): string[] {
  const words = normalise(name).match(/[A-Z]+/g) ?? [];
  return words.filter((word) => word.length >= SHORTEST_TELLING_WORD && !GENERIC_WORDS.has(word));
}
