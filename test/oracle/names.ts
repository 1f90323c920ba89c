/** Names, read again from counting.md: nothing here comes from src/, so that a fault there is seen. */

/**
 * > `normalise(text)`: œ→oe, æ→ae, typographic apostrophe → `'`; Unicode NFD without combining marks; upper case; runs
 * > of `(` or `)` become one; white space to one space; trimmed.
 */
export function normalised(text: string): string {
  const known = forms.get(text) ?? normalisedAnew(text);
  forms.set(text, known);
  return known;
}

const forms = new Map<string, string>();
function normalisedAnew(text: string): string {
  let result = text.replaceAll('œ', 'oe').replaceAll('Œ', 'OE').replaceAll('æ', 'ae').replaceAll('Æ', 'AE');
  result = result.replaceAll('’', "'");
  result = Array.from(result.normalize('NFD'))
    .filter((character) => !/\p{M}/u.test(character))
    .join('');
  result = result.toUpperCase();
  while (result.includes('((')) result = result.replaceAll('((', '(');
  while (result.includes('))')) result = result.replaceAll('))', ')');
  return result
    .split(/\s/)
    .filter((word) => word !== '')
    .join(' ');
}

/** > the label normalised, lower case, runs of other characters than a–z 0–9 as one `-` (none at the ends, as in organ-classes.csv) */
export function keyOf(label: string): string {
  const known = keys.get(label) ?? keyAnew(label);
  keys.set(label, known);
  return known;
}

const keys = new Map<string, string>();
function keyAnew(label: string): string {
  const words = normalised(label)
    .toLowerCase()
    .split(/[^a-z0-9]/);
  return words.filter((word) => word !== '').join('-');
}

/** Code point order. A UTF-16 surrogate stands for a code point beyond all that one unit can hold. */
export function byCodePoint(left: string, right: string): number {
  // equal ones are most of what is compared
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const a = left.charCodeAt(i);
    const b = right.charCodeAt(i);
    if (a !== b) return (isSurrogate(a) ? a + 0x10000 : a) - (isSurrogate(b) ? b + 0x10000 : b);
  }
  return left.length - right.length;
}
function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** The most frequent of these texts; ties: first in code point order. */
export function mostFrequent(texts: string[]): string {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const highest = Math.max(...times.values());
  const winners = [...times.keys()].filter((text) => times.get(text) === highest).sort(byCodePoint);
  const winner = winners[0];
  if (winner === undefined) throw new Error('no text to choose from');
  return winner;
}

const GENERIC = new Set(
  (
    'SODIUM POTASSIUM CALCIUM MAGNESIUM SODIQUE POTASSIQUE CALCIQUE DISODIQUE MONOSODIQUE ANHYDRE HYDRATE MONOHYDRATE ' +
    'DIHYDRATE TRIHYDRATE HEMIHYDRATE CHLORHYDRATE SULFATE PHOSPHATE ACETATE CHLORURE CITRATE NITRATE TARTRATE MALEATE ' +
    'FUMARATE BROMHYDRATE ACIDE OXYDE CARBONATE LACTATE GLUCONATE HUILE EXTRAIT PLANTE RACINE FEUILLE COMPLEXE ' +
    'RECOMBINANT HUMAIN HUMAINE VIRUS VACCIN SOUCHE'
  ).split(' '),
);

/** > share a word of five letters or more that is not generic. Words: maximal runs of A–Z in the normalised name. */
export function shareAWord(left: string, right: string): boolean {
  const words = (name: string): string[] =>
    normalised(name)
      .split(/[^A-Z]/)
      .filter((word) => word.length >= 5 && !GENERIC.has(word));
  return words(left).some((word) => words(right).includes(word));
}

/** > Brand: the denomination before its first comma, then its words before the first one that holds a digit. */
export function brandOf(denomination: string): string {
  const words = (normalised(denomination).split(',')[0] ?? '').trim().split(' ');
  const digit = words.findIndex((word) => /[0-9]/.test(word));
  return words.slice(0, digit === -1 ? words.length : digit).join(' ');
}
