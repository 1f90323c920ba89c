import type { ReleaseAnswer } from '../queries/answers.js';

/** SPDX name of the licence of the data. */
export const LICENCE = 'etalab-2.0';
export const LICENCE_URL = 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/';

/** Whom the data of each source are from, as they want to be named, in French. */
const PRODUCERS: Record<string, string> = {
  bdpm: 'base de données publique des médicaments (ANSM, HAS, Uncam)',
  bnpv: 'base nationale de pharmacovigilance (ANSM)',
  'open-medic': 'Open Medic (Assurance Maladie)',
  ruptures: 'ruptures de stock (ANSM)',
  'erreurs-medicamenteuses': 'erreurs médicamenteuses (ANSM)',
};

const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** Of releases that are answered from: every answer of the interface has it. */
const known = new WeakMap<ReleaseAnswer, string>();

/** The sentence to cite with figures of a release, in French: the licence asks for the source and its date. */
export function attributionOf(release: ReleaseAnswer): string {
  const sentence = known.get(release) ?? sentenceOf(release);
  known.set(release, sentence);
  return sentence;
}

function sentenceOf({ id, publishedAt, demo, sources }: ReleaseAnswer): string {
  const version = `Pharmacovigie, version ${id} du ${DAY.format(new Date(publishedAt))}`;
  if (demo) return `${version} : données fictives, pour démonstration.`;
  const given = new Set(sources.map(({ source }) => source));
  const named = Object.entries(PRODUCERS).flatMap(([source, name]) => (given.has(source) ? [name] : []));
  return `${version}, d’après : ${named.join(' ; ')}.`;
}
