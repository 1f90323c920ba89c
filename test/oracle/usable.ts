import type { CaseRow, CaseVersion } from '../../src/sources/bnpv/rows.js';
import type { RejectReason } from '../../src/sources/rows.js';
import { groupBy } from './group-by.js';
import { byCodePoint } from './names.js';
import { caseKey, type Folder, type Read, type Table } from './read-folder.js';

/** Rules between rows, applied to the tables: they move rows from accepted to rejected. */
export function rejectBetweenRows(folder: Folder): void {
  // one CIS is one speciality, one CIP13 one pack; silent in the spec: as for cases, the first whole row counts
  rejectDuplicates(folder.specialities, (row) => row.cis);
  const specialities = new Set(folder.specialities.accepted.map((read) => read.row.cis));
  // > `orphan` (points to a row that does not exist)
  reject(folder.presentations, 'orphan', (row) => !specialities.has(row.cis));
  reject(folder.composition, 'orphan', (row) => !specialities.has(row.cis));
  rejectDuplicates(folder.presentations, (row) => row.cip13);
  if (!folder.declarations) return;
  const { cases, reactions, drugs } = folder.declarations;
  // > Rows with the same AER_ID, CAS and VER: one counts (the first in code point order of the whole row), the others
  // > are `duplicate`.
  rejectDuplicates(cases, (row) => JSON.stringify([caseKey(row), row.version]));
  // > rows of Effets and Médicaments whose case is not in Cas-Patients are rejected as `orphan`
  const known = new Set([...cases.accepted.map((read) => caseKey(read.row)), ...cases.rejectedCases]);
  reject(reactions, 'orphan', (row) => !known.has(caseKey(row)));
  reject(drugs, 'orphan', (row) => !known.has(caseKey(row)));
}

export function versionKey(row: CaseVersion): string {
  return JSON.stringify([row.aerId, row.cas, row.version]);
}

/** The cases of the release, and why the others are not. */
export interface Kept {
  cases: CaseRow[];
  superseded: number;
  foreign: number;
}

/**
 * > of its usable (not rejected) rows only the one with the highest VER counts. Left out and counted by reason:
 * > `superseded` (rows with an older VER), `foreign` (cases whose counting row gives [a country that] is not France)
 */
export function keptCases(rows: CaseRow[]): Kept {
  const kept: Kept = { cases: [], superseded: 0, foreign: 0 };
  for (const versions of groupBy(rows, caseKey).values()) {
    const highest = Math.max(...versions.map((row) => row.version));
    kept.superseded += versions.filter((row) => row.version < highest).length;
    const counting = versions.find((row) => row.version === highest);
    if (counting === undefined) continue;
    if (counting.foreign) kept.foreign++;
    else kept.cases.push(counting);
  }
  return kept;
}

function rejectDuplicates<T>(table: Table<T>, key: (row: T) => string): void {
  const extra = new Set<Read<T>>();
  for (const same of groupBy(table.accepted, (read) => key(read.row)).values()) {
    const sorted = [...same].sort((a, b) => byCodePoint(a.text, b.text) || a.line - b.line);
    for (const read of sorted.slice(1)) extra.add(read);
  }
  move(table, 'duplicate', extra);
}

function reject<T>(table: Table<T>, reason: RejectReason, bad: (row: T) => boolean): void {
  move(table, reason, new Set(table.accepted.filter((read) => bad(read.row))));
}

function move<T>(table: Table<T>, reason: RejectReason, reads: Set<Read<T>>): void {
  table.accepted = table.accepted.filter((read) => !reads.has(read));
  for (const read of reads) table.rejected.push({ line: read.line, reason });
}
