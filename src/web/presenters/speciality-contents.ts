import type { SpecialityAnswer } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
import type { Label } from './figures.js';
import { type Folded, folded } from './parts.js';
import { type Fact, inSource, known, published } from './published.js';

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

const LONG_TABLE = 5;

/** Substances with their dosage, each beside the therapeutic fraction it is tied to. The data are French. */
export function compositionModel({ texts }: Language, { composition }: SpecialityAnswer): CompositionModel {
  const groups = [...new Set(composition.map((row) => row.element))].map((element) => {
    const rows = composition.filter((row) => row.element === element);
    return { element, rows: tied(rows).map(([row, bases]) => compositionRow(row, bases)) };
  });
  const length = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return {
    groups,
    hasBases: groups.some((group) => group.rows.some((row) => row.base !== '')),
    foldLabel: length > LONG_TABLE ? texts.speciality.composition.fold(length) : '',
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
  facts: Label[];
  /** The rest, folded, each as « term: value ». */
  details: Fact[];
}
export type PacksModel = Folded<PackModel>;
type Pack = SpecialityAnswer['presentations'][number];

const PACKS_OPEN = 2;

export function packsModel(language: Language, packs: readonly Pack[]): PacksModel {
  const rows = packs.map((pack) => packModel(language, pack));
  return folded(language, rows, PACKS_OPEN, language.texts.speciality.packs.many);
}

function packModel(language: Language, pack: Pack): PackModel {
  const { packs, yes, no } = language.texts.speciality;
  const price = (amount: string | null): string | null => (amount === null ? null : packs.price(amount));
  const marketing = pack.marketing === null ? null : published(language, pack.marketing);
  return {
    label: pack.label,
    facts: [
      { label: price(pack.price) ?? packs.noPrice },
      { label: packs.rates(ratesIn(language, pack.reimbursementRates)) },
      ...(marketing === null ? [] : [{ ...marketing, label: packs.marketing(marketing.label, pack.declarationDate) }]),
    ],
    details: known([
      [packs.withoutFee, price(pack.priceWithoutFee)],
      [packs.fee, price(pack.fee)],
      [packs.conditions, pack.reimbursementConditions && inSource(language, pack.reimbursementConditions)],
      [packs.hospitals, pack.hospitals === null ? null : pack.hospitals ? yes : no],
      [packs.status, pack.status && published(language, pack.status)],
      [packs.cip13, pack.cip13],
      [packs.cip7, pack.cip7],
    ]),
  };
}

/** « 65% », as published, with the space of its language. */
function ratesIn({ code }: Language, rates: readonly string[]): string[] {
  return rates.map((rate) => rate.replace(/\s*%$/, code === 'fr' ? '\u202f%' : '%'));
}
