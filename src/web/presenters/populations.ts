import type { Population } from './context.js';

/** How each population is called on a filter, and in a sentence. */
export const POPULATION_WORDS: Record<Population, { name: string; among: string }> = {
  all: { name: 'Tous', among: '' },
  female: { name: 'Femmes', among: 'chez les femmes' },
  male: { name: 'Hommes', among: 'chez les hommes' },
  '0-19': { name: '0–19 ans', among: 'chez les 0–19 ans' },
  '20-59': { name: '20–59 ans', among: 'chez les 20–59 ans' },
  '60+': { name: '60 ans et plus', among: 'chez les 60 ans et plus' },
};

/** The population an address asks for: `all` when it asks for none, null when there is no such one. */
export function readPopulation(text: string | undefined): Population | null {
  if (text === undefined || text === '') return 'all';
  return isPopulation(text) ? text : null;
}

function isPopulation(text: string): text is Population {
  return Object.hasOwn(POPULATION_WORDS, text);
}

export interface PopulationLink {
  name: string;
  href: string;
  current: boolean;
}

/** The filter of the page at `path`, as links that lead back to where the filter stands. */
export function populationLinks(path: string, current: Population): PopulationLink[] {
  return Object.entries(POPULATION_WORDS).map(([key, { name }]) => ({
    name,
    // « 60+ » must not arrive as « 60 »
    href: `${path}${key === 'all' ? '' : `?population=${encodeURIComponent(key)}`}#population`,
    current: key === current,
  }));
}
