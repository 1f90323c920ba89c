import { readFileSync } from 'node:fs';
import { normalise } from '../normalise.js';

/**
 * A cause that cells name in many spellings. Patterns are regular expressions on normalised words between single
 * spaces, with a space before the first and after the last, so that a space is the border of a word.
 */
export interface CauseRule {
  readonly key: string;
  /** French. */
  readonly label: string;
  /** Only for text in which no rule without this mark finds its cause: what a delay is put down to says more than it. */
  readonly fallback: boolean;
  readonly patterns: readonly string[];
}

/** What is said, but by no rule. */
export const OTHER_CAUSE = 'other';

/** The table of rules, `other` last, in the order in which causes are listed. */
export const CAUSE_RULES = JSON.parse(
  readFileSync(new URL('./cause-rules.json', import.meta.url), 'utf8'),
) as readonly CauseRule[];

const RULES = CAUSE_RULES.map(({ key, fallback, patterns }) => ({
  key,
  fallback,
  patterns: patterns.map((pattern) => new RegExp(pattern)),
}));

/** Cells that say that nothing is said. */
const SAYS_NOTHING = / (?:NA|N A|NON INDIQUEE?S?|NON PRECISEE?S?|PAS D INFO(?:RMATION)?S?)( SUR LES RAISONS)? $/;

/**
 * The keys of the causes that a cell names, in the order of the table; several may stand in one cell, joined by `+` or
 * `/`. None when the cell is empty or says that the cause is not known; `other` when no rule knows what it says.
 */
export function causesOf(cell: string): string[] {
  const found = new Set(partsOf(cell).flatMap(causesOfPart));
  // beside a cause that is known, what no rule knows adds nothing
  if (found.size > 1) found.delete(OTHER_CAUSE);
  return CAUSE_RULES.map(({ key }) => key).filter((key) => found.has(key));
}

/** The parts of a cell as patterns read them; « MP/AC » is one word of the field. */
function partsOf(cell: string): string[] {
  return normalise(cell)
    .replaceAll('MP/AC', 'MP AC')
    .split(/[+/]/)
    .map((part) => ` ${part.replace(/[^A-Z0-9]+/g, ' ').trim()} `)
    .filter((part) => part.trim() !== '' && !SAYS_NOTHING.test(part));
}

function causesOfPart(part: string): string[] {
  const named = RULES.filter(({ patterns }) => patterns.some((pattern) => pattern.test(part)));
  const specific = named.filter(({ fallback }) => !fallback);
  const causes = (specific.length > 0 ? specific : named).map(({ key }) => key);
  return causes.length > 0 ? causes : [OTHER_CAUSE];
}
