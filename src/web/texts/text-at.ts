import { FRENCH, type Language } from './language.js';

/**
 * A text by its place in the catalogue, as templates name it: « site.nav.substances ».
 *
 * @throws Error when nothing is there, or a function: a template must not show a hole
 */
export function textAt(language: Language | undefined, place: string): string {
  let found: unknown = (language ?? FRENCH).texts;
  for (const step of place.split('.')) found = (found as Record<string, unknown> | undefined)?.[step];
  if (typeof found !== 'string') throw new Error(`The catalogue has no text at « ${place} ».`);
  return found;
}
