import type { ClientBase } from 'pg';
import { parseComposition } from '../sources/bdpm/composition.js';
import { parsePresentations } from '../sources/bdpm/presentations.js';
import type { CompositionRow, PresentationRow, SpecialityRow } from '../sources/bdpm/rows.js';
import { parseSpecialities } from '../sources/bdpm/specialities.js';
import type { Substances } from '../substances/substances.js';
import { workOutSubstances } from '../substances/substances.js';
import { copyRows } from './copy.js';
import type { ReadFile } from './read-file.js';
import { TableReader } from './read-table.js';
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
  const tables = new TableReader(files, log);
  const cisOf = ({ cis }: { cis: string }): string => cis;
  const { kept: specialities } = await tables.read('CIS_bdpm', parseSpecialities, { codeOf: cisOf });
  const known = { specialities: new Set(specialities.map(cisOf)), cisOf };
  const presentations = await tables.read('CIS_CIP_bdpm', parsePresentations, { known, codeOf: ({ cip13 }) => cip13 });
  const { kept: composition } = await tables.read('CIS_COMPO_bdpm', parseComposition, { known });
  return {
    specialities,
    presentations: presentations.kept,
    composition,
    substances: workOutSubstances(composition),
  };
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
