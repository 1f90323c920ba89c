import type { Catalogue } from './catalogue.js';
import { misspelt, respelt } from './names.js';
import { type Random, at } from './random.js';

/** MEDICAMENT and TYPE of a row of Médicaments; an empty type is absent. */
export interface DrugName {
  name: string;
  type: string;
}

/** Shares of the ways in which a declaration names a medicine. */
const SHARE = {
  ambiguous: 0.008,
  unmatched: 0.035,
  brand: 0.17,
  substance: 0.12,
  noType: 0.03,
  wrongType: 0.015,
  respelt: 0.15,
};

/** Not every name is one: what declarations say when nobody knows. */
const NOTHING = [
  'PRODUIT NON PRÉCISÉ',
  'TRAITEMENT EN COURS NON CONNU',
  'Complément alimentaire (plantes)',
  'CONTRACEPTIF ORAL sans précision; marque inconnue',
  'Vitamines',
];

/** A way to name the medicine (index in the catalogue), taken for its substance (index too). */
export function nameDrug(
  catalogue: Catalogue,
  medicineIndex: number,
  substanceIndex: number,
  random: Random,
): DrugName {
  const chance = random.next();
  if (chance < SHARE.ambiguous && catalogue.ambiguous.length > 0) return random.pick(catalogue.ambiguous);
  const medicine = at(catalogue.medicines, medicineIndex);
  const given = plainName(catalogue, medicine, substanceIndex, random);
  if (chance > 1 - SHARE.unmatched) {
    return random.chance(0.3)
      ? { name: random.pick(NOTHING), type: '' }
      : { ...given, name: misspelt(given.name, random) };
  }
  const name = random.chance(SHARE.respelt) ? respelt(given.name, random) : given.name;
  return { name, type: oddType(given.type, random) };
}

function plainName(
  catalogue: Catalogue,
  medicine: Catalogue['medicines'][number],
  substance: number,
  random: Random,
): DrugName {
  const chance = random.next();
  if (chance < SHARE.brand && medicine.brand !== null) return { name: medicine.brand, type: 'Produit' };
  const names = at(catalogue.substances, substance).names;
  if (chance < SHARE.brand + SHARE.substance && names.length > 0)
    return { name: random.pick(names), type: 'Substance' };
  return { name: medicine.denomination, type: 'Spécialité' };
}

function oddType(type: string, random: Random): string {
  if (random.chance(SHARE.noType)) return '';
  if (random.chance(SHARE.wrongType)) return random.pick(['Spécialité', 'Produit', 'Substance', 'Code']);
  return random.chance(0.02) ? respelt(type, random) : type;
}
