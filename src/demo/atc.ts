import { join } from 'node:path';
import type { Catalogue } from './catalogue.js';
import { type Random, at } from './random.js';
import { writeLines } from './writers.js';

/** First levels, under letters that the real classification does not use. */
const DOMAINS = [
  ['E', 'DIGESTION IMAGINAIRE'],
  ['F', 'SANG IMAGINAIRE'],
  ['K', 'COEUR IMAGINAIRE'],
  ['T', 'PEAU IMAGINAIRE'],
  ['W', 'HORMONES IMAGINAIRES'],
  ['X', 'DOULEUR ET SOMMEIL IMAGINAIRES'],
  ['Y', 'RESPIRATION IMAGINAIRE'],
  ['Z', 'DIVERS IMAGINAIRES'],
] as const;

/** An invented ATC code of seven characters for each substance of the catalogue, in its order; none is a real one. */
export function inventAtc(catalogue: Catalogue, random: Random): string[] {
  const members = new Map<string, number>();
  return catalogue.substances.map(() => {
    const [domain] = random.pick(DOMAINS);
    const group = `${domain}0${random.between(1, 6)}${random.pick(['A', 'B', 'C'])}${random.pick(['A', 'B', 'C', 'D', 'X'])}`;
    const member = (members.get(group) ?? 0) + 1;
    members.set(group, member);
    return `${group}${String(member).padStart(2, '0')}`;
  });
}

/** ATC code of a medicine (index): that of its first substance; empty when it has none. */
export function atcOf(catalogue: Catalogue, atc: readonly string[], medicine: number): string {
  const [first] = at(catalogue.medicines, medicine).substances;
  return first === undefined ? '' : (atc[first] ?? '');
}

/** Writes the labels of all the codes and of the levels above them. */
export async function writeAtcLabels(directory: string, catalogue: Catalogue, atc: readonly string[]): Promise<void> {
  const labels = new Map<string, string>(DOMAINS);
  atc.forEach((code, i) => {
    const domain = labels.get(code.slice(0, 1)) ?? '';
    labels.set(code.slice(0, 3), `${domain}, GROUPE ${code.slice(1, 3)}`);
    labels.set(code.slice(0, 4), `${domain}, GROUPE ${code.slice(1, 3)}, SOUS-GROUPE ${code.slice(3, 4)}`);
    labels.set(code.slice(0, 5), `MÉDICAMENTS DE TYPE ${code.slice(0, 5)}`);
    labels.set(code, at(catalogue.substances, i).names[0] ?? code);
  });
  const lines = [...labels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, label]) => `${code};${label}`);
  await writeLines(join(directory, 'atc-fictif.csv'), { encoding: 'utf-8', eol: '\n' }, ['code;label', ...lines]);
}
