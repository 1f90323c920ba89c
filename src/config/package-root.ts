import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of package.json, where views/ lies: the same for src/ and for the built dist/src/, whatever the working
 * directory is.
 */
export const PACKAGE_ROOT: string = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}
