import { parseComposition } from '../../src/sources/bdpm/composition.js';
import { parsePresentations } from '../../src/sources/bdpm/presentations.js';
import type { CompositionRow, PresentationRow, SpecialityRow } from '../../src/sources/bdpm/rows.js';
import { parseSpecialities } from '../../src/sources/bdpm/specialities.js';
import { casesParser } from '../../src/sources/bnpv/cases.js';
import { drugsParser } from '../../src/sources/bnpv/drugs.js';
import { reactionsParser } from '../../src/sources/bnpv/reactions.js';
import type { CaseRow, DrugRow, ReactionRow } from '../../src/sources/bnpv/rows.js';
import { type SourceFile, discover } from '../../src/sources/discover.js';
import { inspect } from '../../src/sources/inspect.js';
import { readLines } from '../../src/sources/lines.js';
import { consumersParser } from '../../src/sources/open-medic/consumers.js';
import type { ConsumersRow } from '../../src/sources/open-medic/rows.js';
import type { Line, RowParser } from '../../src/sources/rows.js';

/** All rows that can be used of a folder of sources, and what was read and rejected of each file, by name. */
export interface SourceRows {
  specialities: SpecialityRow[];
  presentations: PresentationRow[];
  composition: CompositionRow[];
  cases: CaseRow[];
  reactions: ReactionRow[];
  drugs: DrugRow[];
  consumers: ConsumersRow[];
  files: Record<string, { read: number; rejected: number; reasons: string[] }>;
}

/** Reads a folder of sources into memory, row by row as ingestion does; for small sets. Orphans are not looked for. */
export async function readSources(directory: string): Promise<SourceRows> {
  const found = await discover(directory);
  const files: SourceRows['files'] = {};
  const read = async <T>(
    table: SourceFile['table'],
    parserOf: (header: Line, file: SourceFile) => RowParser<T>,
  ): Promise<T[]> => {
    const rows: T[] = [];
    for (const file of found.files.filter((candidate) => candidate.table === table)) {
      files[file.name] = await readFile(file, parserOf, rows);
    }
    return rows;
  };
  return {
    specialities: await read('CIS_bdpm', () => parseSpecialities),
    presentations: await read('CIS_CIP_bdpm', () => parsePresentations),
    composition: await read('CIS_COMPO_bdpm', () => parseComposition),
    cases: await read('Cas-Patients', casesParser),
    reactions: await read('Effets', reactionsParser),
    drugs: await read('Médicaments', drugsParser),
    consumers: await read('NB_cip13_age_sexe', (header, file) => consumersParser(header, file.year ?? 0)),
    files,
  };
}

async function readFile<T>(
  file: SourceFile,
  parserOf: (header: Line, file: SourceFile) => RowParser<T>,
  rows: T[],
): Promise<SourceRows['files'][string]> {
  const { encoding } = await inspect(file);
  const reasons = new Set<string>();
  const tally = { read: 0, rejected: 0 };
  let parse: RowParser<T> | null = null;
  for await (const lines of readLines(file.path, encoding)) {
    const [header, ...rest] = lines;
    if (header === undefined) continue;
    const isFirst = parse === null;
    parse ??= parserOf(header, file);
    for (const parsed of parse(isFirst && file.source !== 'bdpm' ? rest : lines)) {
      tally.read += 1;
      if (parsed.ok) rows.push(parsed.row);
      else {
        tally.rejected += 1;
        reasons.add(parsed.reason);
      }
    }
  }
  return { ...tally, reasons: [...reasons].sort() };
}
