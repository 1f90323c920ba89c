import type { Population } from './context.js';
import { address } from './paging.js';
import { readPopulation } from './populations.js';

/** More columns than these could not be read side by side. */
export const MOST_COMPARED = 4;
/** What an address names beyond this is passed over: every name costs a question. */
const NAMES_AT_MOST = 8;
const NAME_LENGTH = 100;

/** What an address asks to compare: codes in the order given, and names that remain to be looked up. */
export interface ComparisonRequest {
  /** Without empty ones; some may be there twice, or be no code at all. */
  codes: string[];
  names: string[];
  population: Population;
}

/** null where the address asks for a population that does not exist. */
export function readComparison(query: Record<string, unknown>): ComparisonRequest | null {
  const population = readPopulation(textsOf(query['population']).at(0));
  if (population === null) return null;
  const codes = textsOf(query['substances']).flatMap((list) => list.split(','));
  return { codes: given(codes), names: given(textsOf(query['ajouter'])), population };
}

/** A parameter may be there several times: a form has a field for each substance. */
function textsOf(value: unknown): string[] {
  return [value].flat().filter((text) => typeof text === 'string');
}

function given(texts: readonly string[]): string[] {
  return texts
    .map((text) => text.trim().slice(0, NAME_LENGTH))
    .filter((text) => text !== '')
    .slice(0, NAMES_AT_MOST);
}

/**
 * The address of a comparison: the substances in the order given, each once.
 *
 * @param names still to be looked up there
 */
export function comparisonAddress(
  codes: readonly string[],
  population: Population = 'all',
  names: readonly string[] = [],
): string {
  const parts = [
    codes.length === 0 ? '' : `substances=${[...new Set(codes)].map(encodeURIComponent).join(',')}`,
    // « 60+ » must not arrive as « 60 »
    address('', { population: population === 'all' ? undefined : population }).slice(1),
    ...names.map((name) => address('', { ajouter: name }).slice(1)),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '/comparer' : `/comparer?${parts.join('&')}`;
}
