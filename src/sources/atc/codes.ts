/** Characters of the codes of the five levels. */
const LEVELS = [1, 3, 4, 5, 7] as const;

/** True for an ATC code of any of the five levels, in capitals. */
export function isAtcCode(text: string): boolean {
  return /^[A-Z](?:\d{2}(?:[A-Z](?:[A-Z](?:\d{2})?)?)?)?$/.test(text);
}

/** The codes above an ATC code, the first level first; none for a first level. */
export function atcAncestors(code: string): string[] {
  return LEVELS.filter((length) => length < code.length).map((length) => code.slice(0, length));
}
