import { copyFile, link, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Origins, WebFile } from '../config/origins.js';
import { SourceError } from '../sources/source-error.js';
import { checkFile } from './check-file.js';
import { download } from './download.js';
import { DownloadError } from './download-error.js';
import { linkFolder } from './link-folder.js';
import { type FileRecord, type SourceSet, SourceSets } from './source-sets.js';
import type { Web } from './web.js';

export interface GatherOptions {
  /** The folder of the dated folders. */
  readonly into: string;
  readonly web: Web;
  readonly clock: () => Date;
  /** Told of each file that is not as new as it could be, in one line. */
  readonly note: (line: string) => void;
}

/**
 * Brings all source files together in one folder that is complete: those of the web are downloaded unless they are the
 * ones that we have, those of a folder are linked. A file that cannot be had stays as it was; the same files as the
 * last time are the same folder. To be called by one process at a time.
 *
 * @returns the folder to ingest from
 * @throws SourceError, one line a cause, when a file cannot be had and we have no earlier one
 */
export async function gather(origins: Origins, options: GatherOptions): Promise<string> {
  if (origins.addresses.length === 0 && origins.folder !== null) return origins.folder;
  const sets = new SourceSets(options.into);
  const earlier = await sets.complete();
  const [last] = earlier;
  const directory = await sets.begin(options.clock());
  try {
    const gathering = new Gathering(directory, earlier, options);
    await gathering.fetchAll(origins.addresses);
    const linked = origins.folder === null ? [] : await linkFolder(origins.folder, directory);
    const set = { directory, downloaded: gathering.downloaded, linked };
    if (last === undefined || !haveSameFiles(set, last)) return (await sets.finish(set)).directory;
    // what the servers say of the files may be new all the same
    await sets.write({ ...set, directory: last.directory });
    return last.directory;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function haveSameFiles(one: SourceSet, other: SourceSet): boolean {
  const files = ({ downloaded, linked }: SourceSet): string =>
    JSON.stringify([Object.entries(downloaded).map(([place, { sha256 }]) => [place, sha256]), linked]);
  return files(one) === files(other);
}

/** A file of an earlier set, and where it lies. */
interface Earlier {
  readonly record: FileRecord;
  readonly lies: string;
}

/** One set in the making. */
class Gathering {
  readonly downloaded: Record<string, FileRecord> = {};

  constructor(
    private readonly directory: string,
    private readonly sets: readonly SourceSet[],
    private readonly options: GatherOptions,
  ) {}

  /** One after the other: that is kind to the servers, and one line is filled by one file. */
  async fetchAll(files: readonly WebFile[]): Promise<void> {
    const faults: string[] = [];
    for (const file of files) {
      const fault = await this.fetch(file);
      if (fault !== null) faults.push(fault);
    }
    if (faults.length > 0) throw new SourceError(faults.join('\n'));
  }

  /** Null, or why the file is missed. */
  private async fetch(file: WebFile): Promise<string | null> {
    await mkdir(join(this.directory, dirname(file.path)), { recursive: true });
    const earlier = await this.earlier(file.path);
    try {
      this.downloaded[file.path] = await this.bring(file, earlier);
      return null;
    } catch (error) {
      const reason = reasonOf(file, error);
      if (earlier !== null) {
        this.downloaded[file.path] = await this.keep(file.path, earlier);
        this.options.note(`${file.path} stays that of ${earlier.record.fetchedAt.slice(0, 10)}: ${reason}`);
        return null;
      }
      if (!file.optional) return `${file.path} is missing: ${reason}`;
      this.options.note(`${file.path} is left out: ${reason}`);
      return null;
    }
  }

  /** The file of the last set that has it, when it still lies there. */
  private async earlier(path: string): Promise<Earlier | null> {
    for (const { directory, downloaded } of this.sets) {
      const record = downloaded[path];
      if (record === undefined) continue;
      const lies = join(directory, path);
      const size = await stat(lies).then(
        (found) => found.size,
        () => null,
      );
      if (size === record.bytes) return { record, lies };
    }
    return null;
  }

  private async bring({ address, path }: WebFile, earlier: Earlier | null): Promise<FileRecord> {
    const target = join(this.directory, path);
    // in the same folder, and with the same end: `.gz` says how to read it
    const draft = join(dirname(target), `.download-${path.slice(path.indexOf('/') + 1)}`);
    const known = earlier?.record.address === address ? earlier.record : null;
    try {
      const validators = await download(this.options.web, { address, known, target: draft });
      if (validators === null && earlier !== null) {
        return await this.keep(path, earlier);
      }
      const { sha256, bytes } = await checkFile(draft, path);
      await rename(draft, target);
      const fetchedAt =
        earlier?.record.sha256 === sha256 ? earlier.record.fetchedAt : this.options.clock().toISOString();
      return { address, etag: null, lastModified: null, ...validators, sha256, bytes, fetchedAt };
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** Takes an earlier file over: as another name of the same bytes where the disk can do that. */
  private async keep(path: string, { record, lies }: Earlier): Promise<FileRecord> {
    const to = join(this.directory, path);
    await link(lies, to).catch(() => copyFile(lies, to));
    return record;
  }
}

/** @throws what is no fault of a download: a full disk is none */
function reasonOf(file: WebFile, error: unknown): string {
  // a key to a file stands behind the question mark, if anywhere
  const address = file.address.replace(/\?.*$/s, '');
  if (error instanceof SourceError) return `what ${address} sends cannot be used: ${error.message}`;
  if (error instanceof DownloadError) return `${address} ${error.message}`;
  throw error;
}
