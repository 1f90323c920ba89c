import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { errorCode } from './error-code.js';
import { SourceError } from './source-error.js';

/** True when the file's name says that it is gzipped. */
function isGzipped(path: string): boolean {
  return path.toLowerCase().endsWith('.gz');
}

/**
 * The content of a file in chunks, gunzipped when its name ends in `.gz`; the memory does not grow with the file. A chunk
 * holds until the next one is asked for: its bytes are used again.
 * `onBytes` is given the bytes as they lie on the disk. Throws SourceError, which calls the file `name`, when the file
 * cannot be read, is no file, is a truncated or corrupt gzip, or one that unfolds to many times its size.
 */
export async function* readContent(
  path: string,
  name: string,
  onBytes: (bytes: Buffer) => void = () => undefined,
): AsyncGenerator<Buffer> {
  let size = 0;
  const count = (bytes: Buffer): void => {
    size += bytes.length;
    onBytes(bytes);
  };
  try {
    const found = await stat(path);
    // reading a pipe would wait for ever, and some devices never end
    if (!found.isFile() && !found.isDirectory())
      throw new SourceError(`${name} is a pipe or a device: put a file in its place`);
    if (isGzipped(path)) {
      const file = createReadStream(path, { highWaterMark: CHUNK_SIZE });
      yield* notUnfoldingTooFar(gunzipped(file, count), found.size, name);
    } else yield* watched(chunksOf(path), count);
  } catch (error) {
    const code = errorCode(error);
    // no bytes at all are an empty file, not a gzip that was cut
    if (code === 'Z_BUF_ERROR' && size === 0) return;
    throw code === null
      ? error
      : new SourceError(`${name} ${FAULTS[code] ?? `cannot be read (${code}): get it again`}`);
  }
}

// larger chunks gain nothing; a chunk is decoded as one string
const CHUNK_SIZE = 256 * 1024;

/** Reads a chunk while the one before is worked on, in turns into two buffers: new ones for each would have to be collected. */
async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  let [buffer, other] = [Buffer.allocUnsafeSlow(CHUNK_SIZE), Buffer.allocUnsafeSlow(CHUNK_SIZE)];
  const start = (): ReturnType<typeof file.read> => {
    const started = file.read(buffer, 0, CHUNK_SIZE);
    // a fault is thrown when the chunk is asked for, which may be later
    started.catch(() => undefined);
    return started;
  };
  let reading = start();
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      const chunk = buffer.subarray(0, bytesRead);
      [buffer, other] = [other, buffer];
      reading = start();
      yield chunk;
    }
  } finally {
    await reading.catch(() => undefined);
    await file.close();
  }
}

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

/** Lists unfold to 5 to 20 times their size, the most repetitive ones to 100; what unfolds further was made to fill a memory. */
const MOST_UNFOLDED = 200;
/** So many bytes harm nobody, however small they were folded. */
const HARMLESS = 64 * 1024 * 1024;

async function* notUnfoldingTooFar(
  chunks: AsyncIterable<Buffer>,
  folded: number,
  name: string,
): AsyncGenerator<Buffer> {
  let unfolded = 0;
  for await (const chunk of chunks) {
    unfolded += chunk.length;
    if (unfolded > HARMLESS && unfolded > MOST_UNFOLDED * folded)
      throw new SourceError(`${name} unfolds to more than ${MOST_UNFOLDED} times its size: get the file again`);
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
