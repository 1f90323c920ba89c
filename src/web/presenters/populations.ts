import { POPULATIONS } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
import type { Population } from './context.js';

/** The population an address asks for: `all` when it asks for none, null when there is no such one. */
export function readPopulation(text: string | undefined): Population | null {
  if (text === undefined || text === '') return 'all';
  return POPULATIONS.find((population) => population === text) ?? null;
}

export interface PopulationLink {
  name: string;
  href: string;
  current: boolean;
}

/** The filter of the page at `path`, as links that lead back to where the filter stands. */
export function populationLinks({ texts }: Language, path: string, current: Population): PopulationLink[] {
  return POPULATIONS.map((key) => ({
    name: texts.declarations.populations[key].name,
    href: `${populationAddress(path, key)}#population`,
    current: key === current,
  }));
}

/** The address of a page for one population; « 60+ » must not arrive as « 60 ». */
export function populationAddress(path: string, population: Population): string {
  return population === 'all' ? path : `${path}?population=${encodeURIComponent(population)}`;
}
