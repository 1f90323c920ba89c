import { readFileSync } from 'node:fs';

/**
 * The text of an SQL file that lies beside a module: `readSql(import.meta.url, './term-counts.sql')`. Read at once,
 * so that a missing file is noticed when the program starts.
 */
export function readSql(moduleUrl: string, file: string): string {
  return readFileSync(new URL(file, moduleUrl), 'utf8');
}
