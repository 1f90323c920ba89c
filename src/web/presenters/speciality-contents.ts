import { FRENCH } from '../texts/language.js';
import type { SpecialityAnswer } from '../../queries/answers.js';
import { dayInWords, euros, listed } from '../format.js';
import { type Folded, folded } from './parts.js';

interface CompositionRow {
  name: string;
  /** The page of the substance the row is counted under; empty: none. */
  href: string;
  dosage: string;
  /** The part that acts, with its quantity: the base of a salt. */
  base: string;
}
export interface CompositionModel {
  /** One a pharmaceutical element: « comprimé », « solvant ». */
  groups: { element: string; rows: CompositionRow[] }[];
  hasBases: boolean;
  /** Empty when the table is short enough to stand open. */
  foldLabel: string;
}
type Component = SpecialityAnswer['composition'][number];

const LONG_TABLE = 12;

/** Substances with their dosage, each beside the therapeutic fraction it is tied to. */
export function compositionModel({ composition }: SpecialityAnswer): CompositionModel {
  const groups = [...new Set(composition.map((row) => row.element))].map((element) => {
    const rows = composition.filter((row) => row.element === element);
    return { element, rows: tied(rows).map(([row, bases]) => compositionRow(row, bases)) };
  });
  const length = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return {
    groups,
    hasBases: groups.some((group) => group.rows.some((row) => row.base !== '')),
    foldLabel: length > LONG_TABLE ? `Voir les ${String(length)} composants` : '',
  };
}

/** The rows of one element: each substance with its fractions; a fraction tied to none stands alone. */
function tied(rows: readonly Component[]): [Component, Component[]][] {
  const substances = rows.filter((row) => row.nature === 'SA');
  const links = new Set(substances.map((row) => row.link));
  const alone = rows.filter((row) => row.nature === 'FT' && !links.has(row.link));
  return [
    ...substances.map((row): [Component, Component[]] => [
      row,
      rows.filter((other) => other.nature === 'FT' && other.link === row.link),
    ]),
    ...alone.map((row): [Component, Component[]] => [row, []]),
  ];
}

function compositionRow(row: Component, bases: Component[]): CompositionRow {
  const reference = row.dosageReference === null ? '' : ` pour ${row.dosageReference}`;
  return {
    name: row.name,
    href: row.substance === null ? '' : `/substances/${row.substance}`,
    dosage: row.dosage === null ? '' : `${row.dosage}${reference}`,
    base: bases.map((base) => [base.name, base.dosage ?? ''].join(' ').trim()).join(', '),
  };
}

interface PackModel {
  label: string;
  /** Price, reimbursement, marketing, as one line. */
  facts: string[];
  /** The rest, folded, each as « term: value ». */
  details: { term: string; value: string }[];
}
export type PacksModel = Folded<PackModel>;
type Pack = SpecialityAnswer['presentations'][number];

const PACKS_OPEN = 4;

export function packsModel(packs: readonly Pack[]): PacksModel {
  return folded(FRENCH, packs.map(packModel), PACKS_OPEN, 'présentations');
}

function packModel(pack: Pack): PackModel {
  const rates = pack.reimbursementRates.map((rate) => rate.replace(/\s*%$/, '\u202f%'));
  return {
    label: pack.label,
    facts: [
      pack.price === null ? 'Prix libre ou non publié' : euros(pack.price),
      rates.length === 0 ? 'aucun remboursement publié' : `remboursée à ${listed(rates)}`,
      pack.marketing === null ? '' : marketingWords(pack),
    ].filter((fact) => fact !== ''),
    details: known([
      ['Prix sans honoraires', pack.priceWithoutFee && euros(pack.priceWithoutFee)],
      ['Honoraires de dispensation', pack.fee && euros(pack.fee)],
      ['Conditions de remboursement', pack.reimbursementConditions],
      ['Agréée pour les hôpitaux', pack.hospitals === null ? null : pack.hospitals ? 'oui' : 'non'],
      ['Statut', pack.status],
      ['Code CIP13', pack.cip13],
      ['Code CIP7', pack.cip7],
    ]),
  };
}

function marketingWords({ marketing, declarationDate }: Pack): string {
  const text = marketing ?? '';
  const words = text.charAt(0).toLowerCase() + text.slice(1);
  return declarationDate === null ? words : `${words} le ${dayInWords(declarationDate)}`;
}

/** The facts that are known, in order. */
export function known(facts: [string, string | null][]): { term: string; value: string }[] {
  return facts.flatMap(([term, value]) => (value === null || value === '' ? [] : [{ term, value }]));
}
