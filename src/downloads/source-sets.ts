import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../sources/compare-text.js';
import type { Validators } from './request-file.js';

/** What is known of a downloaded file. */
export interface FileRecord extends Validators {
  readonly address: string;
  readonly sha256: string;
  readonly bytes: number;
  /** When its bytes came, ISO 8601. */
  readonly fetchedAt: string;
}

/** A folder of source files that is complete, and what is known of them. */
export interface SourceSet {
  readonly directory: string;
  /** By place, such as `bdpm/CIS_bdpm.txt`. */
  readonly downloaded: Readonly<Record<string, FileRecord>>;
  /** The files that lie elsewhere, with links to them here: a line each, that changes when the file does. */
  readonly linked: readonly string[];
}

/** How many sets are kept. */
const KEPT = 3;
const UNDER_WAY = '.partial';
const RECORD = '.json';

/**
 * Dated folders of source files, side by side. Each is complete from the moment when its record lies beside it
 * (`2026-01-31T04-00-00-000Z.json`), and is not changed afterwards. One process at a time may make one.
 */
export class SourceSets {
  constructor(private readonly folder: string) {}

  /** The complete ones, the last first. */
  async complete(): Promise<SourceSet[]> {
    const sets = (await this.names()).reverse().map(async (name) => {
      const record = await this.read(name);
      return record === null ? [] : [{ directory: join(this.folder, name), ...record }];
    });
    return (await Promise.all(sets)).flat();
  }

  /** An empty folder for the files of a moment; what was broken off before is removed. */
  async begin(at: Date): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    for (const name of await readdir(this.folder))
      if (name.endsWith(UNDER_WAY)) await rm(join(this.folder, name), { recursive: true, force: true });
    const directory = join(this.folder, `${at.toISOString().replace(/[:.]/g, '-')}${UNDER_WAY}`);
    await mkdir(directory);
    return directory;
  }

  /** Gives the folder its name, writes its record, and removes the oldest sets. */
  async finish(set: SourceSet): Promise<SourceSet> {
    const finished = { ...set, directory: set.directory.slice(0, -UNDER_WAY.length) };
    await rename(set.directory, finished.directory);
    await this.write(finished);
    const old = (await this.names()).slice(0, -KEPT);
    for (const name of old.filter((one) => join(this.folder, one) !== finished.directory)) {
      // without its record it is no set any more, even if the rest cannot be removed
      await rm(join(this.folder, `${name}${RECORD}`), { force: true });
      await rm(join(this.folder, name), { recursive: true, force: true });
    }
    return finished;
  }

  /** Writes the record of a set, whole or not at all. */
  async write({ directory, downloaded, linked }: SourceSet): Promise<void> {
    const draft = `${directory}${RECORD}${UNDER_WAY}`;
    await writeFile(draft, `${JSON.stringify({ downloaded, linked }, null, 2)}\n`, { flush: true });
    await rename(draft, `${directory}${RECORD}`);
  }

  private async names(): Promise<string[]> {
    const entries = await readdir(this.folder, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.endsWith(UNDER_WAY))
      .map(({ name }) => name)
      .sort(compareText);
  }

  private async read(name: string): Promise<Omit<SourceSet, 'directory'> | null> {
    try {
      const text = await readFile(join(this.folder, `${name}${RECORD}`), 'utf8');
      return JSON.parse(text) as Omit<SourceSet, 'directory'>;
    } catch {
      return null; // it was broken off before it was complete
    }
  }
}
