import { normalise } from '../sources/normalise.js';

/**
 * The words of a name or of what somebody typed, as search compares them: normalised, runs of letters and runs of digits
 * apart, so that « 500mg » and « 500 mg » are the same two words.
 */
export function nameWords(text: string): string[] {
  return normalise(text).match(/\p{L}+|\p{N}+/gu) ?? [];
}
