import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { CronTime } from 'cron';
import { type Origins, readOrigins } from './origins.js';

/** What the environment says, checked. See the README. */
export interface Settings {
  port: number;
  host: string;
  /** A PostgreSQL server; null: the embedded one. */
  databaseUrl: string | null;
  /** Where what is shown is read, a replica or a role of less rights; null: at `databaseUrl`, too. */
  databaseReadUrl: string | null;
  /** Absolute path of the folder of the embedded server's files. */
  dataDir: string;
  /** Public address, without a slash at its end. */
  baseUrl: string;
  /** Where source files come from by themselves; null: from nowhere, and ingestions are started by hand. */
  ingestFrom: Origins | null;
  /** When they are looked for; null: only when there is no release at all. */
  ingestCron: string | null;
  ingestTz: string;
  /** Requests a minute for one client of the interface. */
  rateLimit: number;
  /** Counts from 1 to one below this are hidden; never below 11. */
  minCell: number;
  /** Share of rejected rows in a file, 0 to 1, above which a run fails. */
  maxRejectedRatio: number;
  /** Days, whole, after which published data are too old; null: age is not judged. */
  maxDataAge: number | null;
  /** The banner of fictitious data; null: as the release says. */
  demo: boolean | null;
  /** Who runs this installation, for the legal notice; null: not said. */
  publisherName: string | null;
  /** Where to write to them: an e-mail address, or the address of a page. */
  publisherContact: string | null;
  /** Who hosts it: name and address. */
  hostedBy: string | null;
  /** How the log is written; null: for people on a terminal, else for programs. */
  logFormat: LogFormat | null;
  /** What a reader of /metrics has to say; null: only this machine reads them. */
  metricsToken: string | null;
  /** Seconds, 0 to 8, that new requests are still taken once the process is told to stop. */
  drainSeconds: number;
  /** Who may say in X-Forwarded-For who asks: addresses and networks, or names of networks, with commas between. */
  trustedProxies: string;
}

/** One JSON object a line, or text for people. */
export type LogFormat = 'json' | 'text';

/** The token under which Nest hands the settings out. */
export const SETTINGS = Symbol('settings');

/** Wrong settings: one line of the message for each. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** The smallest count that may be shown. Source: disclosure.md, rule 1. */
const LEAST_MIN_CELL = 11;

const DATABASE_ADDRESS = 'postgres://user:password@host:port/database';

/** Settings whose text no message may show, as a password may stand in it. */
const SECRET: ReadonlySet<string> = new Set(['DATABASE_URL', 'DATABASE_READ_URL', 'METRICS_TOKEN']);

type Check<T> = (text: string) => T | null;

/** Reads settings one by one and remembers what was wrong with each. */
class Reader {
  readonly mistakes: string[] = [];

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  /** The setting when it is there and right; else the fallback. The value is shown only when it cannot be a secret. */
  read<T, F>(name: string, fallback: F, check: Check<T>, expected: string): T | F {
    const text = this.env[name]?.trim() ?? '';
    if (text === '') return fallback;
    const value = check(text);
    if (value !== null) return value;
    const shown = SECRET.has(name) ? '' : `, not « ${text} »`;
    this.mistakes.push(`${name} must be ${expected}${shown}`);
    return fallback;
  }

  /** The same of a setting that may have several mistakes, which `check` tells as ends of sentences. */
  readAll<T>(name: string, check: (text: string) => { value: T; mistakes: string[] }): T | null {
    const text = this.env[name]?.trim() ?? '';
    if (text === '') return null;
    const { value, mistakes } = check(text);
    this.mistakes.push(...mistakes.map((mistake) => `${name} ${mistake}`));
    return mistakes.length === 0 ? value : null;
  }
}

/**
 * The settings of an environment. An empty setting is an absent one.
 *
 * @throws SettingsError that names every wrong setting, one a line
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const reader = new Reader(env);
  const port = reader.read('PORT', 3000, wholeNumber(0, 65_535), 'a port, 0 to 65535');
  const settings: Settings = {
    port,
    host: reader.read('HOST', '127.0.0.1', host, 'a host name or an address'),
    databaseUrl: reader.read('DATABASE_URL', null, databaseUrl, DATABASE_ADDRESS),
    databaseReadUrl: reader.read('DATABASE_READ_URL', null, databaseUrl, DATABASE_ADDRESS),
    dataDir: resolve(reader.read('DATA_DIR', '.data', anyText, 'a folder')),
    baseUrl: reader.read('BASE_URL', `http://localhost:${port}`, webAddress, 'an http or https address'),
    ingestFrom: reader.readAll('INGEST_FROM', origins),
    ingestCron: reader.read('INGEST_CRON', null, cron, 'a cron expression of five or six fields that comes true'),
    ingestTz: reader.read('INGEST_TZ', 'Europe/Paris', timeZone, 'a time zone such as Europe/Paris'),
    rateLimit: reader.read('RATE_LIMIT', 600, wholeNumber(1, 1_000_000), 'a whole number from 1 to 1000000'),
    minCell: reader.read(
      'MIN_CELL',
      LEAST_MIN_CELL,
      wholeNumber(LEAST_MIN_CELL, 1_000_000),
      `a whole number from ${LEAST_MIN_CELL}: smaller counts are never shown`,
    ),
    maxRejectedRatio: reader.read('MAX_REJECTED_RATIO', 0.05, ratio, 'a number from 0 to 1'),
    maxDataAge: reader.read('MAX_DATA_AGE', null, wholeNumber(1, 36_500), 'a whole number of days from 1 to 36500'),
    demo: reader.read('DEMO', null, yesOrNo, '0 or 1'),
    publisherName: reader.read('PUBLISHER_NAME', null, line, 'a name, on one line of at most 200 characters'),
    publisherContact: reader.read('PUBLISHER_CONTACT', null, contact, 'an e-mail address, or an https address'),
    hostedBy: reader.read('HOSTED_BY', null, line, 'a name and address, on one line of at most 200 characters'),
    logFormat: reader.read('LOG_FORMAT', null, logFormat, 'json or text'),
    metricsToken: reader.read('METRICS_TOKEN', null, token, '16 to 200 characters without spaces'),
    trustedProxies: reader.read(
      'TRUSTED_PROXIES',
      'loopback',
      proxies,
      'loopback, linklocal, uniquelocal, addresses or networks (10.0.0.0/8), with commas between',
    ),
    drainSeconds: reader.read('DRAIN_SECONDS', 1, seconds, 'a number from 0 to 8'),
  };
  if (settings.ingestCron !== null && (env['INGEST_FROM']?.trim() ?? '') === '')
    reader.mistakes.push('INGEST_CRON says when, but INGEST_FROM does not say from where');
  if (reader.mistakes.length > 0) throw new SettingsError(reader.mistakes.join('\n'));
  return settings;
}

function wholeNumber(from: number, to: number): Check<number> {
  return (text) => (/^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : null);
}

const anyText: Check<string> = (text) => text;

const line: Check<string> = (text) => (/^[^\p{Cc}]{1,200}$/u.test(text) ? text : null);

const contact: Check<string> = (text) =>
  /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text) || (/^https?:/.test(text) && URL.canParse(text)) ? text : null;

const host: Check<string> = (text) => (/^[\w.:%-]+$/.test(text) ? text : null);

const ratio: Check<number> = (text) => (/^\d+(\.\d+)?$/.test(text) && Number(text) <= 1 ? Number(text) : null);

const databaseUrl: Check<string> = (text) =>
  URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol) ? text : null;

const webAddress: Check<string> = (text) => {
  if (!URL.canParse(text)) return null;
  const { protocol, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && search === '' && hash === '' ? text.replace(/\/+$/, '') : null;
};

function origins(text: string): { value: Origins; mistakes: string[] } {
  const { origins: value, mistakes } = readOrigins(text);
  const { folder } = value;
  if (folder !== null && !isFolder(folder))
    mistakes.push(`must be a folder that is there, or addresses, not « ${folder} »`);
  return { value, mistakes };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // not there, or not to be reached
  }
}

const proxies: Check<string> = (text) => {
  const parts = text.split(',').map((part) => part.trim());
  return parts.every(isNetwork) ? parts.join(',') : null;
};

function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits = '0', ...more] = text.split('/');
  const version = isIP(address);
  return version !== 0 && more.length === 0 && wholeNumber(0, version === 4 ? 32 : 128)(bits) !== null;
}

const cron: Check<string> = (text) => {
  try {
    // also refuses what never comes true, such as the 31st of February
    new CronTime(text).sendAt();
    return text;
  } catch {
    return null;
  }
};

const timeZone: Check<string> = (text) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    return null; // the only way to ask whether a zone is known
  }
};

const yesOrNo: Check<boolean> = (text) => (text === '1' ? true : text === '0' ? false : null);

const logFormat: Check<LogFormat> = (text) => (text === 'json' || text === 'text' ? text : null);

const token: Check<string> = (text) => (/^[\x21-\x7e]{16,200}$/.test(text) ? text : null);

const seconds: Check<number> = (text) => (/^\d(\.\d+)?$/.test(text) && Number(text) <= 8 ? Number(text) : null);
