import { open } from 'node:fs/promises';
import { types } from 'node:util';
import { DownloadError } from './download-error.js';
import { requestFile, type Validators, type Wanted } from './request-file.js';
import type { Web } from './web.js';

/** The first pause before asking again, in milliseconds; each further one is four times as long. */
const FIRST_PAUSE = 1_000;

/**
 * Downloads a file to the disk, asking again when the network or the server is at fault for a while.
 *
 * @returns null when the file is the one that we know, and nothing was written
 * @throws DownloadError
 */
export async function download(web: Web, wanted: Wanted): Promise<Validators | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await downloadOnce(web, wanted);
    } catch (error) {
      const fault = asDownloadError(error);
      if (!fault.again || (fault.wait ?? 0) > web.limits.patience) throw fault;
      if (attempt === web.limits.attempts)
        throw new DownloadError(`${fault.message} (asked ${attempt} times)`, fault.again);
      // half of it by chance: those who failed together do not come back together
      const pause = FIRST_PAUSE * 4 ** (attempt - 1) * (0.5 + web.random() / 2);
      await web.pause(Math.max(fault.wait ?? 0, pause));
    }
  }
}

async function downloadOnce(web: Web, wanted: Wanted): Promise<Validators | null> {
  const giveUp = new AbortController();
  const { whole, silence } = web.limits;
  const silent = setTimeout(() => {
    giveUp.abort(new DownloadError(`sent nothing for ${silence / 1000} s`, true));
  }, silence);
  const late = setTimeout(() => {
    giveUp.abort(new DownloadError(`took more than ${whole / 1000} s`, true));
  }, whole);
  try {
    const response = await requestFile(web, wanted, giveUp.signal);
    if (response === null) return null;
    await writeBody(response, wanted.target, web.limits.bytes, () => silent.refresh());
    return { etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified') };
  } finally {
    clearTimeout(silent);
    clearTimeout(late);
    // ends what is still under way when we stopped listening
    giveUp.abort();
  }
}

/** Writes a body to the disk for good, chunk by chunk, and holds it against the length that was announced. */
async function writeBody(response: Response, target: string, most: number, onBytes: () => void): Promise<void> {
  const announced = announcedLength(response);
  if (announced !== null && announced > most) throw tooLarge(most);
  const file = await open(target, 'w');
  try {
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      onBytes();
      bytes += chunk.byteLength;
      if (bytes > most) throw tooLarge(most);
      await file.write(chunk);
    }
    if (announced !== null && bytes !== announced) throw new DownloadError(`sent ${bytes} of ${announced} bytes`, true);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Null when it is not said, or is the length of something compressed. */
function announcedLength({ headers }: Response): number | null {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? null : Number(length);
}

function tooLarge(most: number): DownloadError {
  return new DownloadError(`sends more than ${most} bytes`, false);
}

/** Faults of the network, and of nothing else, become faults of the download; those of the disk or of us stay. */
function asDownloadError(error: unknown): DownloadError {
  if (error instanceof DownloadError) return error;
  if (!types.isNativeError(error) || !isOfNetwork(error)) throw error;
  const { cause } = error;
  // fetch says only that it failed; its cause says why
  const reason = types.isNativeError(cause) ? causeOf(cause) : error.message;
  return new DownloadError(`broke off: ${reason}`, true);
}

/** fetch and the body of its answers throw TypeError for whatever happens on the way. */
function isOfNetwork(error: Error): boolean {
  return error.name === 'TypeError' && ['fetch failed', 'terminated'].includes(error.message);
}

function causeOf(cause: NodeJS.ErrnoException): string {
  return cause.message === '' ? (cause.code ?? 'no answer') : cause.message;
}
