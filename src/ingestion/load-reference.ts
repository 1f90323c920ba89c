import type { ClientBase } from 'pg';
import { parseComposition } from '../sources/bdpm/composition.js';
import { parsePresentations } from '../sources/bdpm/presentations.js';
import type { CompositionRow, PresentationRow, SpecialityRow } from '../sources/bdpm/rows.js';
import { parseSpecialities } from '../sources/bdpm/specialities.js';
import { compareText } from '../sources/compare-text.js';
import { withLineText } from '../sources/row-parser.js';
import { rejectOf } from '../sources/rows.js';
import type { RejectReason, RowParser } from '../sources/rows.js';
import type { Substances } from '../substances/substances.js';
import { workOutSubstances } from '../substances/substances.js';
import { copyRows } from './copy.js';
import type { LineRow, ReadFile } from './read-file.js';
import { readRows } from './read-file.js';
import type { RunLog } from './run-log.js';

/** The medicines of a run, and the substances worked out of them. */
export interface Reference {
  specialities: readonly SpecialityRow[];
  presentations: readonly PresentationRow[];
  composition: readonly CompositionRow[];
  substances: Substances;
}

/**
 * Reads the three required BDPM files. Rows of a speciality that is not in CIS_bdpm are `orphan`; of rows with the same
 * CIS or CIP13 the first in code point order of the whole row counts, whatever their order in the file.
 */
export async function loadReference(files: readonly ReadFile[], log: RunLog): Promise<Reference> {
  const file = (table: string): ReadFile => {
    const found = files.find(({ source }) => source.table === table);
    if (found === undefined) throw new Error(`${table} is required: discover() lets no run begin without it`);
    return found;
  };
  const read = async <T extends { cis: string }>(table: string, parse: RowParser<T>, kept: Keep<T>): Promise<T[]> => {
    const rows = await readRows(file(table), { rows: withLineText(parse) }, log);
    const reasons = judge(rows, kept);
    const { report } = file(table);
    report.rowsAccepted -= reasons.size;
    for (const [row, reason] of reasons) await log.reject(report, rejectOf(row.line, reason, row.row.text));
    return rows.filter((row) => !reasons.has(row)).map((row) => row.row.row);
  };
  const specialities = await read('CIS_bdpm', parseSpecialities, { codeOf: ({ cis }) => cis });
  const known = new Set(specialities.map(({ cis }) => cis));
  const presentations = await read('CIS_CIP_bdpm', parsePresentations, { known, codeOf: ({ cip13 }) => cip13 });
  const composition = await read('CIS_COMPO_bdpm', parseComposition, { known });
  return { specialities, presentations, composition, substances: workOutSubstances(composition) };
}

/** Which rows of a file are kept: those of `known` specialities, and one of each code. */
interface Keep<T> {
  known?: ReadonlySet<string>;
  codeOf?: (row: T) => string;
}

type TextRow<T> = LineRow<{ row: T; text: string }>;

/** The rows that are not kept, each with its reason. */
function judge<T extends { cis: string }>(
  rows: readonly TextRow<T>[],
  { known, codeOf }: Keep<T>,
): Map<TextRow<T>, RejectReason> {
  const reasons = new Map<TextRow<T>, RejectReason>();
  const first = new Map<string, TextRow<T>>();
  for (const row of rows) {
    if (known?.has(row.row.row.cis) === false) {
      reasons.set(row, 'orphan');
      continue;
    }
    if (codeOf === undefined) continue;
    const code = codeOf(row.row.row);
    const other = first.get(code);
    const isFirst = other === undefined || compareText(row.row.text, other.row.text) < 0;
    if (isFirst) first.set(code, row);
    if (other !== undefined) reasons.set(isFirst ? other : row, 'duplicate');
  }
  return reasons;
}

/** Stages what the counting needs of the medicines. */
export async function stageReference(client: ClientBase, { presentations, substances }: Reference): Promise<void> {
  const { all } = substances;
  await copyRows(
    client,
    'staging.substance (id, code)',
    all.map(({ code }, id) => [id, code]),
  );
  await copyRows(
    client,
    'staging.speciality_substance (substance, cis)',
    all.flatMap(({ specialities }, id) => specialities.map((cis) => [id, cis])),
  );
  await copyRows(
    client,
    'staging.pack (cip13, cis)',
    presentations.map(({ cip13, cis }) => [cip13, cis]),
  );
  await client.query('CREATE INDEX ON staging.speciality_substance (substance)');
}
