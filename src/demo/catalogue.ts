import type { CompositionRow, PresentationRow, SpecialityRow } from '../sources/bdpm/rows.js';
import { normalise } from '../sources/normalise.js';

/** What the generator needs of the three reference files, fictitious or real. */
export interface ReferenceRows {
  specialities: Pick<SpecialityRow, 'cis' | 'denomination'>[];
  presentations: Pick<PresentationRow, 'cis' | 'cip13' | 'label' | 'reimbursementRates'>[];
  composition: Pick<CompositionRow, 'cis' | 'element' | 'code' | 'name' | 'nature' | 'link'>[];
}

interface CatalogueMedicine {
  cis: string;
  denomination: string;
  /** The denomination before its first comma, then before the first word with a digit; null when nothing is left. */
  brand: string | null;
  /** Indices of substances. */
  substances: number[];
}

/** Molecules with their salts, simply: codes tied to one fraction are together. Exact grouping is the business of ingestion. */
export interface CatalogueSubstance {
  names: string[];
  /** Indices of medicines. */
  medicines: number[];
}

interface CataloguePack {
  cip13: string;
  label: string;
  medicine: number;
  reimbursed: boolean;
}

export interface Catalogue {
  medicines: CatalogueMedicine[];
  substances: CatalogueSubstance[];
  packs: CataloguePack[];
  /** Denominations and brands that lead to medicines with different substances. */
  ambiguous: { type: 'Spécialité' | 'Produit'; name: string }[];
}

/** Ties the rows together. Medicines without composition have no substance and get neither declarations nor consumers. */
export function makeCatalogue(rows: ReferenceRows): Catalogue {
  const indexOfCis = new Map<string, number>();
  const medicines = rows.specialities.map(({ cis, denomination }, index): CatalogueMedicine => {
    indexOfCis.set(cis, index);
    return { cis, denomination, brand: brandOf(denomination), substances: [] };
  });
  const substances = tieSubstances(rows.composition, medicines, indexOfCis);
  const packs: CataloguePack[] = [];
  for (const { cis, cip13, label, reimbursementRates } of rows.presentations) {
    const medicine = indexOfCis.get(cis);
    if (medicine !== undefined) packs.push({ cip13, label, medicine, reimbursed: reimbursementRates.length > 0 });
  }
  return { medicines, substances, packs, ambiguous: findAmbiguous(medicines) };
}

function tieSubstances(
  composition: ReferenceRows['composition'],
  medicines: CatalogueMedicine[],
  indexOfCis: ReadonlyMap<string, number>,
): CatalogueSubstance[] {
  const fractionOf = fractions(composition);
  const indexOfCode = new Map<string, number>();
  const substances: { names: Set<string>; medicines: Set<number> }[] = [];
  for (const row of composition) {
    const medicine = indexOfCis.get(row.cis);
    if (medicine === undefined) continue;
    const code = fractionOf.get(row.code) ?? row.code;
    const index = indexOfCode.get(code) ?? substances.push({ names: new Set(), medicines: new Set() }) - 1;
    indexOfCode.set(code, index);
    substances[index]?.names.add(row.name);
    if (row.nature === 'FT') continue;
    substances[index]?.medicines.add(medicine);
    const of = medicines[medicine]?.substances;
    if (of?.includes(index) === false) of.push(index);
  }
  return substances.map(({ names, medicines: of }) => ({ names: [...names], medicines: [...of] }));
}

/** First fraction met for each active substance. */
function fractions(composition: ReferenceRows['composition']): Map<string, string> {
  const groupOf = (row: ReferenceRows['composition'][number]): string => `${row.cis} ${row.link} ${row.element}`;
  const ofGroup = new Map<string, string>();
  for (const row of composition) if (row.nature === 'FT') ofGroup.set(groupOf(row), row.code);
  const result = new Map<string, string>();
  for (const row of composition) {
    const fraction = ofGroup.get(groupOf(row));
    if (row.nature === 'SA' && fraction !== undefined && !result.has(row.code)) result.set(row.code, fraction);
  }
  return result;
}

function findAmbiguous(medicines: readonly CatalogueMedicine[]): Catalogue['ambiguous'] {
  const meanings = new Map<string, string>();
  const found = new Map<string, Catalogue['ambiguous'][number]>();
  const note = (type: 'Spécialité' | 'Produit', name: string, substances: readonly number[]): void => {
    const key = `${type} ${normalise(name)}`;
    const meaning = [...substances].sort((a, b) => a - b).join(' ');
    const known = meanings.get(key);
    if (known === undefined) meanings.set(key, meaning);
    else if (known !== meaning) found.set(key, { type, name });
  };
  for (const { denomination, brand, substances } of medicines) {
    if (substances.length === 0) continue;
    note('Spécialité', denomination, substances);
    if (brand !== null) note('Produit', brand, substances);
  }
  return [...found.values()];
}

function brandOf(denomination: string): string | null {
  const words = (denomination.split(',')[0] ?? '').trim().split(/\s+/);
  const digit = words.findIndex((word) => /\d/.test(word));
  const brand = words.slice(0, digit === -1 ? undefined : digit).join(' ');
  return brand === '' ? null : brand;
}
