import { compareText } from '../sources/compare-text.js';
import { csvRecords } from '../sources/csv-records.js';
import { normalise } from '../sources/normalise.js';
import { withLineText } from '../sources/row-parser.js';
import type { Line } from '../sources/rows.js';
import { rejectOf } from '../sources/rows.js';
import type { ShortageRow } from '../sources/ruptures/rows.js';
import { shortagesParser } from '../sources/ruptures/shortages.js';
import { atcOfSpecialities } from '../substances/atc.js';
import type { MedicineDetails } from './load-medicine-details.js';
import type { Reference } from './load-reference.js';
import type { ReadFile } from './read-file.js';
import { readRows } from './read-file.js';
import type { RunLog } from './run-log.js';
import type { SpecialityFinder } from './speciality-finder.js';
import { specialityFinder } from './speciality-finder.js';

/** What is known of medicines, among which those of other sources are looked for. */
export interface Medicines {
  reference: Reference;
  details: MedicineDetails;
}

interface ReadShortage {
  file: ReadFile;
  line: number;
  row: ShortageRow;
  text: string;
}

/**
 * Reads the histories of shortages; null when there is none. `cis` becomes that of a speciality of the release, or null:
 * such a shortage is no reject, it counts and has no page. `atc` is as declared, else that of the speciality. Of rows
 * with the same number and name one counts, whatever their order in the files: a closed one before an open one, for a
 * newer file may close what an older one left open; then the first in code point order of the whole row.
 */
export async function loadShortages(
  files: readonly ReadFile[],
  { reference, details }: Medicines,
  log: RunLog,
): Promise<ShortageRow[] | null> {
  if (files.length === 0) return null;
  const kept = new Map<string, ReadShortage>();
  for (const file of files) {
    for (const { line, row: read } of await readRows(file, OPENING, log)) {
      const shortage = { file, line, ...read };
      const key = `${read.row.number}\t${normalise(read.row.name)}`;
      const other = kept.get(key);
      if (other === undefined || byStanding(shortage, other) < 0) kept.set(key, shortage);
      if (other !== undefined) await rejectDuplicate(kept.get(key) === other ? shortage : other, log);
    }
  }
  const finder = specialityFinder(reference);
  const atc = new Map(
    atcOfSpecialities(details.majorInterest, details.genericMembers).map(({ cis, code }) => [cis, code]),
  );
  return [...kept.values()].map(({ row }) => {
    const cis = specialityOf(row, finder);
    return { ...row, cis, atc: row.atc ?? (cis === null ? null : (atc.get(cis) ?? null)) };
  });
}

const OPENING = {
  records: csvRecords,
  withHeader: (header: Line) => withLineText(shortagesParser(header)),
};

function byStanding(a: ReadShortage, b: ReadShortage): number {
  return Number(a.row.open) - Number(b.row.open) || compareText(a.text, b.text);
}

async function rejectDuplicate({ file, line, text }: ReadShortage, log: RunLog): Promise<void> {
  await log.rejectAccepted(file.report, rejectOf(line, 'duplicate', text));
}

function specialityOf({ cis, cip, name }: ShortageRow, finder: SpecialityFinder): string | null {
  return (cis && finder.byCis(cis)) ?? (cip && finder.byPack(cip)) ?? finder.byName(name);
}
