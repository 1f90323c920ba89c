import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SourceError } from './source-error.js';

/** True when the file's name says that it is gzipped. */
export function isGzipped(path: string): boolean {
  return path.toLowerCase().endsWith('.gz');
}

/**
 * The content of a file in chunks, gunzipped when its name ends in `.gz`; the memory does not grow with the file.
 * `onBytes` is given the bytes as they lie on the disk. Throws SourceError, which calls the file `name`, when the file
 * cannot be read or is a truncated or corrupt gzip.
 */
export async function* readContent(
  path: string,
  name: string,
  onBytes: (bytes: Buffer) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK_SIZE });
  try {
    if (isGzipped(path)) yield* gunzipped(file, onBytes);
    else yield* watched(file, onBytes);
  } catch (error) {
    throw faultOf(error, name);
  }
}

// larger chunks gain nothing; a chunk is decoded as one string
const CHUNK_SIZE = 256 * 1024;

async function* gunzipped(file: AsyncIterable<Buffer>, onBytes: (bytes: Buffer) => void): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_SIZE });
  // an error of either side destroys the other, and is thrown by the loop over gunzip
  pipeline(watched(file, onBytes), gunzip, () => undefined);
  for await (const chunk of gunzip) yield chunk as Buffer;
}

async function* watched(file: AsyncIterable<Buffer>, onBytes: (bytes: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const chunk of file) {
    onBytes(chunk);
    yield chunk;
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'is a gzip that ends too early: get the file again',
  Z_DATA_ERROR: 'is not a sound gzip: get the file again',
  ENOENT: 'is not there any more: run the ingestion again when the folder is complete',
  EACCES: 'may not be read by this user: change its permissions',
  EPERM: 'may not be read by this user: change its permissions',
  EISDIR: 'is a folder: put a file in its place',
};

function faultOf(error: unknown, name: string): unknown {
  // by its code and not by its class: a fault of Node's own may come from another realm
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
  if (code === null) return error;
  return new SourceError(`${name} ${FAULTS[code] ?? `cannot be read (${code}): get the file again`}`);
}
