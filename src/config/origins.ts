import { resolve } from 'node:path';
import { BDPM_FILES, type Place, placeOf } from '../sources/discover.js';

/** Where source files come from: a folder, addresses, or both. */
export interface Origins {
  /** As it was given, but for what nobody else may know. */
  readonly text: string;
  /** Absolute; null when everything comes from the web. */
  readonly folder: string | null;
  readonly addresses: readonly WebFile[];
}

/** A source file that is fetched, and its place among the sources. */
export interface WebFile extends Place {
  readonly address: string;
}

/** The public database of medicines. Its files lie in one folder, but for one that is made anew at each request. */
const BDPM_SITE = 'base-donnees-publique.medicaments.gouv.fr';
const BDPM_FOLDER = `https://${BDPM_SITE}/download/file/`;
const ELSEWHERE: Readonly<Record<string, string>> = { 'CIS_InfoImportantes.txt': '../CIS_InfoImportantes.txt' };

/** Names that can be a file's on any system, and lead nowhere else. */
const HARMLESS_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._()-]{0,149}$/u;

/**
 * Reads a folder, or a list of addresses and at most one folder, separated by spaces or commas. Which file an address
 * is says the end of its path, or what stands behind `#` (`#ruptures/2024.csv`). The site of the public database of
 * medicines, and every address that ends in `/`, stands for all BDPM files there. Nothing is looked up.
 *
 * @returns what is wrong, each as the end of a sentence whose beginning is the name of the setting; none when all is well
 */
export function readOrigins(text: string): { origins: Origins; mistakes: string[] } {
  // a folder alone may have spaces and commas in its name
  const words = text.includes('://') ? text.split(/[\s,]+/).filter((word) => word !== '') : [text];
  const folders = words.filter((word) => !word.includes('://'));
  const read = words.filter((word) => word.includes('://')).map(readAddress);
  const addresses = read.flatMap((one) => (typeof one === 'string' ? [] : one));
  const mistakes = read.filter((one) => typeof one === 'string');
  if (folders.length > 1) mistakes.push(`must have one folder at most, not « ${folders.join(' » and « ')} »`);
  const paths = addresses.map(({ path }) => path);
  for (const path of new Set(paths.filter((one, i) => paths.indexOf(one) !== i)))
    mistakes.push(`must have one address a file, not several for « ${path} »`);
  const folder = folders[0] === undefined ? null : resolve(folders[0]);
  return { origins: { text: words.map(withoutSecrets).join(' '), folder, addresses }, mistakes };
}

/** The files of an address, or what is wrong with it. */
function readAddress(text: string): WebFile[] | string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text))
    return `must have http or https addresses, not « ${withoutSecrets(text)} »`;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return `must have no user or password in « ${withoutSecrets(text)} »`;
  const name = decode(url.hash === '' ? (url.pathname.split('/').at(-1) ?? '') : url.hash.slice(1));
  const place = name === null ? null : harmlessPlace(name);
  const folder = url.hash === '' && place === null ? folderOfBdpm(url) : null;
  url.hash = '';
  if (folder !== null) return BDPM_FILES.map((file) => bdpmFile(folder, file));
  if (place !== null) return [{ address: url.href, ...place }];
  return `must have addresses that say which source file they are, not « ${withoutSecrets(text)} »: add #bdpm/CIS_bdpm.txt or the like`;
}

function folderOfBdpm({ hostname, pathname, href }: URL): string | null {
  if (hostname === BDPM_SITE && !pathname.includes('.')) return BDPM_FOLDER;
  return pathname.endsWith('/') ? href : null;
}

function bdpmFile(folder: string, file: string): WebFile {
  const address = new URL(folder === BDPM_FOLDER ? (ELSEWHERE[file] ?? file) : file, folder).href;
  const place = placeOf(file);
  if (place === null) throw new Error(`${file} is no BDPM file`);
  return { address, ...place };
}

function harmlessPlace(name: string): Place | null {
  return name.split('/').every((part) => HARMLESS_NAME.test(part)) ? placeOf(name) : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return null; // a stray per cent sign
  }
}

/** Without what a user, a password or a key could stand in. */
function withoutSecrets(word: string): string {
  if (!word.includes('://')) return word;
  return word.replace(/\/\/[^/]*@/, '//').replace(/\?[^#]*/, '');
}
