import { cellAt, type Columns } from '../csv.js';
import { readCount } from '../numbers.js';
import type { CaseVersion } from './rows.js';

/** The columns that say of which version of which case a row speaks: all three files have them. */
export const VERSION_COLUMNS = ['AER_ID', 'CAS', 'VER'] as const;
export type VersionColumns = Columns<(typeof VERSION_COLUMNS)[number]>;

/** The version of a case that a row names, or why it names none. */
export function readVersion(cells: readonly string[], { at }: VersionColumns): CaseVersion | 'bad_code' | 'bad_number' {
  const aerId = cellAt(cells, at.AER_ID);
  const cas = cellAt(cells, at.CAS);
  if (aerId === '' || cas === '') return 'bad_code';
  const version = readCount(cellAt(cells, at.VER));
  return version === null ? 'bad_number' : { aerId, cas, version };
}
