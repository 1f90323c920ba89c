import type { ClientBase } from 'pg';
import { parseComposition } from '../sources/bdpm/composition.js';
import { presentationsParser } from '../sources/bdpm/presentations.js';
import type { CompositionRow, PresentationRow, SpecialityRow } from '../sources/bdpm/rows.js';
import { specialitiesParser } from '../sources/bdpm/specialities.js';
import { withoutOrphans } from '../sources/row-parser.js';
import type { Substances } from '../substances/substances.js';
import { workOutSubstances } from '../substances/substances.js';
import { copyRows } from './copy.js';
import type { ReadFile } from './read-file.js';
import { readRows } from './read-file.js';
import type { RunLog } from './run-log.js';

/** The medicines of a run, and the substances worked out of them. */
export interface Reference {
  specialities: readonly SpecialityRow[];
  presentations: readonly PresentationRow[];
  composition: readonly CompositionRow[];
  substances: Substances;
}

/** Reads the three required BDPM files; rows of a speciality that is not in CIS_bdpm are rejected as orphans. */
export async function loadReference(files: readonly ReadFile[], log: RunLog): Promise<Reference> {
  const file = (table: string): ReadFile => {
    const found = files.find(({ source }) => source.table === table);
    if (found === undefined) throw new Error(`${table} is required: discover() lets no run begin without it`);
    return found;
  };
  const specialities = await readRows(file('CIS_bdpm'), specialitiesParser(), log);
  const known = new Set(specialities.map(({ cis }) => cis));
  const presentations = await readRows(file('CIS_CIP_bdpm'), withoutOrphans(presentationsParser(), known), log);
  const composition = await readRows(file('CIS_COMPO_bdpm'), withoutOrphans(parseComposition, known), log);
  return { specialities, presentations, composition, substances: workOutSubstances(composition) };
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
