import { copyFile, mkdir, readdir, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../sources/compare-text.js';
import { errorCode } from '../sources/error-code.js';
import { SourceError } from '../sources/source-error.js';

/**
 * Puts links to all files of a folder, and of the folders in it, into another one.
 *
 * @returns a line for each, in order, that changes when the file does
 * @throws SourceError when the folder cannot be read, or one of them is there already; one line a cause
 */
export async function linkFolder(folder: string, target: string): Promise<string[]> {
  const files: string[] = [];
  const faults: string[] = [];
  for (const place of await filesOf(folder)) {
    if (await linked(join(folder, place), join(target, place))) files.push(await describe(join(folder, place)));
    else faults.push(`${place} is in ${folder} and has an address, too: leave one of them`);
  }
  if (faults.length > 0) throw new SourceError(faults.join('\n'));
  return files;
}

async function describe(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  // whoever reads it will say what is wrong with a link that leads nowhere
  return found === null ? path : `${path}, ${found.size} bytes of ${found.mtime.toISOString()}`;
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new SourceError(`${folder} cannot be read (${errorCode(error) ?? String(error)}): is it there?`);
  });
  const inside = await Promise.all(
    entries.map(async ({ name }) => {
      // asked of what it leads to: a folder may be a link itself
      const names = await readdir(join(folder, name)).catch(() => null);
      return names === null ? [name] : names.map((file) => `${name}/${file}`);
    }),
  );
  return inside.flat().sort(compareText);
}

/** Whether a link was made; not when something is there already. Where links need rights, the file is copied. */
async function linked(from: string, to: string): Promise<boolean> {
  await mkdir(join(to, '..'), { recursive: true });
  try {
    await symlink(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (errorCode(error) !== 'EPERM') throw error;
    await copyFile(from, to);
    return true;
  }
}
