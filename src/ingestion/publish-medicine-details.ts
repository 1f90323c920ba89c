import type { ClientBase } from 'pg';
import { readSql } from '../database/sql.js';
import { atcAncestors } from '../sources/atc/codes.js';
import type { AvailabilityRow, ConditionRow, GenericMemberRow, OpinionRow } from '../sources/bdpm/detail-rows.js';
import type { SafetyNoticeRow } from '../sources/bdpm/detail-rows.js';
import { compareText } from '../sources/compare-text.js';
import type { SpecialityAtc } from '../substances/atc.js';
import { atcOfSpecialities, mainGroups } from '../substances/atc.js';
import type { Cell } from './copy.js';
import { copyRows } from './copy.js';
import type { MedicineDetails } from './load-medicine-details.js';

const FORMER_SPECIALITIES = readSql(import.meta.url, './former-specialities.sql');

/** Writes what the optional files say of the medicines, after the medicines, in the transaction of `client`. */
export async function publishMedicineDetails(
  client: ClientBase,
  releaseId: number,
  details: MedicineDetails,
): Promise<void> {
  function* ofRelease(rows: Iterable<readonly Cell[]>): Iterable<Cell[]> {
    for (const cells of rows) yield [releaseId, ...cells];
  }
  const write = (target: string, rows: Iterable<readonly Cell[]>): Promise<void> =>
    copyRows(client, target, ofRelease(rows));
  const atc = atcOfSpecialities(details.majorInterest, details.genericMembers);
  await write('generic_group (release_id, id, label)', groupRows(details.genericMembers));
  await write('generic_member (release_id, group_id, cis, type, main)', memberRows(details.genericMembers));
  await write('prescription_condition (release_id, cis, conditions)', conditionRows(details.conditions));
  await write(OPINION, opinionRows(details));
  await write(SAFETY_NOTICE, inOrder(details.safetyNotices, noticeCells));
  await write(AVAILABILITY, inOrder(details.availability, availabilityCells));
  await write(
    'speciality_atc (release_id, cis, code, inferred)',
    atc.map(({ cis, code, inferred }) => [cis, code, inferred]),
  );
  await write('atc_class (release_id, code, label, parent)', classRows(details, atc));
  await publishFormerSpecialities(client, releaseId, details.formerMembers);
}

/**
 * Carries over the specialities that the release before knew and this one does not: they keep an address. A group that
 * the new files name for one goes before the group it was in.
 */
async function publishFormerSpecialities(
  client: ClientBase,
  releaseId: number,
  formerMembers: readonly GenericMemberRow[],
): Promise<void> {
  const groups = [...mainGroups(formerMembers)];
  await client.query(FORMER_SPECIALITIES, [releaseId, groups.map(([cis]) => cis), groups.map(([, group]) => group)]);
}

function groupRows(members: readonly GenericMemberRow[]): Cell[][] {
  const labels = new Map<string, string>();
  for (const { group, label } of members) {
    const other = labels.get(group);
    if (other === undefined || compareText(label, other) < 0) labels.set(group, label);
  }
  return [...labels].map(([group, label]) => [group, label]);
}

function memberRows(members: readonly GenericMemberRow[]): Cell[][] {
  const main = mainGroups(members);
  return members.map(({ group, cis, type }) => [group, cis, type, main.get(cis) === group]);
}

/** All conditions of a speciality in one row: they are many, and read together. */
function conditionRows(conditions: readonly ConditionRow[]): Cell[][] {
  const ofSpeciality = new Map<string, string[]>();
  for (const { cis, condition } of conditions) ofSpeciality.set(cis, [...(ofSpeciality.get(cis) ?? []), condition]);
  return [...ofSpeciality].map(([cis, list]) => [cis, list.sort(compareText)]);
}

const OPINION = 'has_opinion (release_id, kind, cis, position, decided_on, reason, value, label, file_code, address)';

function opinionRows({ smr, asmr, opinionLinks }: MedicineDetails): Cell[][] {
  const addresses = new Map(opinionLinks.map(({ fileCode, address }) => [fileCode, address]));
  const cells = ({ date, reason, value, text, fileCode }: OpinionRow): Cell[] => {
    return [date, reason, value, text, fileCode, addresses.get(fileCode) ?? null];
  };
  const rows = (kind: 'SMR' | 'ASMR', opinions: readonly OpinionRow[]): Cell[][] =>
    inOrder(opinions, cells).map((row) => [kind, ...row]);
  return [...rows('SMR', smr), ...rows('ASMR', asmr)];
}

const SAFETY_NOTICE = 'safety_notice (release_id, cis, position, starts_on, ends_on, label, address)';

function noticeCells({ from, to, text, address }: SafetyNoticeRow): Cell[] {
  return [from, to, text, address];
}

const AVAILABILITY =
  'availability (release_id, cis, position, updated_on, starts_on, cip13, status, label, back_on, address)';

function availabilityCells({ updated, from, cip13, status, label, back, address }: AvailabilityRow): Cell[] {
  return [updated, from, cip13, status, label, back, address];
}

/**
 * CIS, position within the speciality from 1, and the cells of each row. The latest first: the first cell is a date.
 * Numbered by content and not by place in the file: row order decides nothing.
 */
function inOrder<T extends { cis: string }>(rows: readonly T[], cellsOf: (row: T) => Cell[]): Cell[][] {
  const sorted = rows
    .map((row) => {
      const cells = cellsOf(row);
      const [date = null, ...others] = cells;
      return { cis: row.cis, date: String(date ?? ''), others: JSON.stringify(others), cells };
    })
    .sort((a, b) => compareText(a.cis, b.cis) || compareText(b.date, a.date) || compareText(a.others, b.others));
  let [last, position] = ['', 0];
  return sorted.map(({ cis, cells }) => {
    position = cis === last ? position + 1 : 1;
    last = cis;
    return [cis, position, ...cells];
  });
}

/** Every class that a label or a speciality names, and all that stand above them; without label where none is known. */
function classRows({ atcLabels }: MedicineDetails, atc: readonly SpecialityAtc[]): Cell[][] {
  const labels = new Map(atcLabels.map(({ code, label }) => [code, label]));
  const codes = [...labels.keys(), ...atc.map(({ code }) => code)];
  const all = new Set(codes.flatMap((code) => [...atcAncestors(code), code]));
  return [...all].map((code) => [code, labels.get(code) ?? null, atcAncestors(code).at(-1) ?? null]);
}
