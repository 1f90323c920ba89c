import { isIP } from 'node:net';
import { DownloadError } from './download-error.js';
import type { Web } from './web.js';

/** What a server says to be asked with the next time: whether the file is still the same. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Wanted {
  readonly address: string;
  /** Of the file that we have; null when we have none. */
  readonly known: Validators | null;
  /** Where to write it. What lies there is overwritten, and is no file when this fails. */
  readonly target: string;
}

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Too early, too many, too slow: answers that mean « not now ». So do all from 500. */
const NOT_NOW = new Set([408, 425, 429]);

/**
 * Asks for a file, and goes where the server sends us, to public https addresses only.
 *
 * @returns null when the file is the one that we know
 * @throws DownloadError, and what fetch throws
 */
export async function requestFile(web: Web, wanted: Wanted, signal: AbortSignal): Promise<Response | null> {
  let address = wanted.address;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await web.fetch(address, { headers: headersFor(web, wanted), redirect: 'manual', signal });
    if (!REDIRECTS.has(response.status)) return await judge(response, wanted);
    await response.body?.cancel();
    address = redirected(address, response.headers.get('location'));
  }
  throw new DownloadError(`sends us on more than ${MOST_REDIRECTS} times`, false);
}

function headersFor({ userAgent }: Web, { known }: Wanted): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/plain, text/csv, application/octet-stream, */*;q=0.5',
    // compressed bodies cannot be held against their length
    'accept-encoding': 'identity',
    ...(typeof known?.etag === 'string' ? { 'if-none-match': known.etag } : {}),
    ...(typeof known?.lastModified === 'string' ? { 'if-modified-since': known.lastModified } : {}),
  };
}

async function judge(response: Response, { known }: Wanted): Promise<Response | null> {
  const { status, headers } = response;
  const isPage = /^(text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '');
  if (status === 200 && !isPage) return response;
  await response.body?.cancel();
  if (status === 304 && known !== null) return null;
  if (status === 200) throw new DownloadError('answers with a web page instead of the file', false);
  throw new DownloadError(`answers ${status}`, status >= 500 || NOT_NOW.has(status), waitOf(headers));
}

/** Milliseconds of Retry-After, which is seconds or a date. */
function waitOf(headers: Headers): number | null {
  const text = headers.get('retry-after') ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(date - Date.now(), 0);
}

/** @throws DownloadError when it leads to what is not public, or is not to be trusted on the way */
function redirected(from: string, location: string | null): string {
  if (location === null || !URL.canParse(location, from)) throw new DownloadError('sends us on to nowhere', false);
  const url = new URL(location, from);
  // names within a network have no dot; numbers and names of this machine are not meant for us
  const isPublic = url.hostname.includes('.') && isIP(url.hostname) === 0 && !/\.(local|internal)$/.test(url.hostname);
  if (url.protocol !== 'https:' || !isPublic || url.username !== '')
    throw new DownloadError(`sends us on to ${url.origin}, where we do not go`, false);
  return url.href;
}
