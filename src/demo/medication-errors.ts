import { join } from 'node:path';
import { atcOf } from './atc.js';
import { type Random, at } from './random.js';
import { date } from './reference-files.js';
import type { MedicineEvents } from './shortages.js';
import { cell, writeLines } from './writers.js';

const HEADER =
  'date;initial_erreur;nature_erreur;cause_erreur;population_erreur;effet_indesirable;gravite;denomination;dci;atc;voie';
const STEPS = ['Prescription', 'Préparation', 'Délivrance', 'Administration', 'Administration', 'Suivi', 'Autre'];
const NATURES = [
  'Erreur de dose',
  'Erreur de médicament',
  'Erreur de voie',
  'Erreur de patient',
  'Erreur de moment',
  'Omission',
  'Médicament périmé',
];
const CAUSES = [
  'Noms proches',
  'Conditionnements proches',
  'Étiquetage peu lisible',
  'Dispositif de mesure; unité confondue',
  'Charge de travail',
  'Non précisée',
];
const POPULATIONS = ['Adulte', 'Adulte', 'Enfant', 'Nourrisson', 'Personne âgée', 'Femme enceinte', ''];
const ROUTES = ['orale', 'orale', 'intraveineuse', 'sous-cutanée', 'cutanée', 'ophtalmique', ''];

/** Writes `count` declared medication errors, some without a date, a medicine or an effect. */
export async function writeMedicationErrors(
  directory: string,
  count: number,
  events: MedicineEvents,
  random: Random,
): Promise<void> {
  const lines = Array.from({ length: count }, () => errorLine(events, random));
  const path = join(directory, 'erreurs-medicamenteuses.csv');
  await writeLines(path, { encoding: 'utf-8', eol: '\n' }, [HEADER, ...lines]);
}

function errorLine({ catalogue, atc, years }: MedicineEvents, random: Random): string {
  const index = random.below(catalogue.medicines.length);
  const medicine = at(catalogue.medicines, index);
  const [substance] = medicine.substances;
  const effect = random.chance(0.35);
  const named = random.chance(0.92);
  return [
    random.chance(0.9) ? date(random, years[0], years[1]) : '',
    random.pick(STEPS),
    random.pick(NATURES),
    cell(random.pick(CAUSES)),
    random.pick(POPULATIONS),
    effect ? 'Oui' : 'Non',
    effect && random.chance(0.4) ? 'Grave' : 'Non grave',
    named ? cell(medicine.denomination) : '',
    substance === undefined ? '' : cell(catalogue.substances[substance]?.names[0] ?? ''),
    atcOf(catalogue, atc, index),
    random.pick(ROUTES),
  ].join(';');
}
