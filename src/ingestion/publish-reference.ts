import type { ClientBase } from 'pg';
import type { CompositionRow, PresentationRow, SpecialityRow } from '../sources/bdpm/rows.js';
import { readHtml } from '../sources/html-text.js';
import { normalise } from '../sources/normalise.js';
import type { Substance } from '../substances/substances.js';
import type { Cell } from './copy.js';
import { copyRows } from './copy.js';
import type { Reference } from './load-reference.js';
import type { SubstanceFacts } from './publish-figures.js';

/** Everything that is known of a release besides the figures of its substances. */
export interface Published {
  reference: Reference;
  facts: ReadonlyMap<string, SubstanceFacts>;
  /** Exposure of specialities as JSON, by CIS. */
  exposures: ReadonlyMap<string, string>;
}

/** Writes the medicines, the substances and the entries of the search, in the transaction of `client`. */
export async function publishReference(client: ClientBase, releaseId: number, release: Published): Promise<void> {
  const { presentations, composition, substances } = release.reference;
  const specialities = release.reference.specialities.map(shown);
  // row by row: nothing but the block that is being sent is held besides what they are made of
  function* rows<T>(items: Iterable<T>, cells: (item: T) => Cell[]): Iterable<Cell[]> {
    for (const item of items) yield [releaseId, ...cells(item)];
  }
  const write = <T>(target: string, items: Iterable<T>, cells: (item: T) => Cell[]): Promise<void> =>
    copyRows(client, target, rows(items, cells));
  await write(SPECIALITY, specialities, (row) => [...specialityCells(row), release.exposures.get(row.cis) ?? null]);
  await write(PRESENTATION, presentations, presentationCells);
  await write(COMPONENT, inOrder(composition), componentCells);
  await write(SUBSTANCE, substances.all, (substance) => substanceCells(substance, release.facts));
  await write('substance_member (release_id, code, member_code)', pairs(substances.all, 'memberCodes'), (pair) => pair);
  await write('speciality_substance (release_id, code, cis)', pairs(substances.all, 'specialities'), (pair) => pair);
  await write(SEARCH_ENTRY, substances.all, (substance) => substanceEntry(substance, release.facts));
  await write(SEARCH_ENTRY, specialities, specialityEntry);
}

/** Each substance's code with each of its members, or specialities. */
function* pairs(substances: readonly Substance[], of: 'memberCodes' | 'specialities'): Iterable<[string, string]> {
  for (const substance of substances) for (const other of substance[of]) yield [substance.code, other];
}

/** With its name as people read it: a few hold marks such as `10<sup>6</sup>`, which declarations may repeat. */
function shown(row: SpecialityRow): SpecialityRow {
  return row.denomination.includes('<') ? { ...row, denomination: readHtml(row.denomination).text } : row;
}

const SPECIALITY =
  'speciality (release_id, cis, denomination, sort_name, form, routes, status, procedure, marketing, authorisation_date, ' +
  'bdpm_status, european_number, holders, enhanced_surveillance, exposure)';

function specialityCells(row: SpecialityRow): Cell[] {
  return [
    row.cis,
    row.denomination,
    normalise(row.denomination),
    row.form,
    row.routes,
    row.status,
    row.procedure,
    row.marketing,
    row.authorisationDate,
    row.bdpmStatus,
    row.europeanNumber,
    row.holders,
    row.enhancedSurveillance,
  ];
}

const PRESENTATION =
  'presentation (release_id, cip13, cip7, cis, label, status, marketing, declaration_date, hospitals, ' +
  'reimbursement_rates, price_without_fee, price, fee, reimbursement_conditions)';

function presentationCells(row: PresentationRow): Cell[] {
  return [
    row.cip13,
    row.cip7,
    row.cis,
    row.label,
    row.status,
    row.marketing,
    row.declarationDate,
    row.hospitals,
    row.reimbursementRates,
    row.priceWithoutFee,
    row.price,
    row.fee,
    row.reimbursementConditions,
  ];
}

const COMPONENT = 'component (release_id, cis, position, element, code, name, dosage, dosage_reference, nature, link)';

/** Numbered within their speciality, by content and not by place in the file: row order decides nothing. */
function inOrder(composition: readonly CompositionRow[]): (CompositionRow & { position: number })[] {
  const key = (row: CompositionRow): string =>
    [row.cis, row.element, row.link.padStart(6, '0'), row.nature === 'SA' ? 0 : 1, row.name, row.code, row.dosage].join(
      '\t',
    );
  const sorted = composition
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  let [cis, position] = ['', 0];
  return sorted.map(({ row }) => {
    position = row.cis === cis ? position + 1 : 1;
    cis = row.cis;
    return { ...row, position };
  });
}

function componentCells(row: CompositionRow & { position: number }): Cell[] {
  return [
    row.cis,
    row.position,
    row.element,
    row.code,
    row.name,
    row.dosage,
    row.dosageReference,
    row.nature,
    row.link,
  ];
}

const SUBSTANCE =
  'substance (release_id, code, name, sort_name, synonyms, member_codes, speciality_count, cases, cases_suppressed, exposure, figures_digest)';

function substanceCells(substance: Substance, facts: Published['facts']): Cell[] {
  const { code, name, synonyms, memberCodes, specialities } = substance;
  const { cases, exposure, digest } = facts.get(code) ?? { cases: null, exposure: null, digest: null };
  const figures = [cases?.count ?? null, cases?.suppressed ?? null, exposure && JSON.stringify(exposure), digest];
  return [code, name, normalise(name), synonyms, memberCodes, specialities.length, ...figures];
}

const SEARCH_ENTRY = 'search_entry (release_id, type, code, name, search_text, weight)';

/** Substances weigh by their consumers: by their cases would let the order of results speak of hidden ones. */
function substanceEntry({ code, name, synonyms }: Substance, facts: Published['facts']): Cell[] {
  const weight = facts.get(code)?.exposure?.annualAverage ?? 0;
  return ['substance', code, name, normalise([name, ...synonyms].join(' ')), weight];
}

function specialityEntry({ cis, denomination }: SpecialityRow): Cell[] {
  return ['speciality', cis, denomination, normalise(denomination), 0];
}
