import { dayInWords } from '../format.js';
import { type Context, type Provenance, provenance } from './context.js';

/** A long list: the first rows open, the others folded. */
export interface Folded<T> {
  shown: T[];
  more: T[];
  /** What opens the folded rows: « Voir les 12 autres avis ». */
  moreLabel: string;
}

/** Rows of a section; without any, a sentence says why. */
export interface Part<T> extends Folded<T> {
  /** Empty when there are rows. */
  note: string;
  /** null when the source was not loaded: there is nothing to name. */
  provenance: Provenance | null;
}

const NAMES = {
  bdpm: 'base de données publique des médicaments',
  ruptures: 'ANSM, déclarations de ruptures et de risques de rupture de stock',
  'erreurs-medicamenteuses': 'ANSM, déclarations d’erreurs médicamenteuses',
  atc: 'libellés de la classification ATC',
} as const;

/** A file of a source, or a whole source. */
export interface Origin {
  source: keyof typeof NAMES;
  /** Beginning of the file's name, for a source of several. */
  table?: string;
  /** First and last year of what it holds, where it is known. */
  years?: string;
}

/** Where a block comes from when it is rows of files: the source, the file and, where it is known, its date. */
export function fileProvenance(context: Context, origin: Origin): Provenance {
  const { source, table, years } = origin;
  const files = context.release.sources.filter(
    (file) => file.source === source && (table === undefined || file.file.includes(`/${table}`)),
  );
  const vintage = files.find((file) => file.vintage !== null)?.vintage ?? null;
  const details = [
    table === undefined ? '' : `fichier ${table}`,
    years ?? '',
    vintage === null ? '' : versionWords(vintage),
  ].filter((detail) => detail !== '');
  const sources = details.length === 0 ? NAMES[source] : `${NAMES[source]} (${details.join(', ')})`;
  return { ...provenance(context, 'sources', {}), sources };
}

function versionWords(vintage: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(vintage) ? `version du ${dayInWords(vintage)}` : `version ${vintage}`;
}

interface Folding {
  /** Whether the release was made with the source. */
  known: boolean;
  /** How many rows stay open. */
  open: number;
  /** What is counted: « avis ». */
  many: string;
  /** The sentence where the source has no row. */
  none: string;
  origin: Origin;
}

/** A section's rows. */
export function part<T>(context: Context, rows: readonly T[], folding: Folding): Part<T> {
  const { known, open, many, none, origin } = folding;
  const what = origin.table === undefined ? `la source « ${NAMES[origin.source]} »` : `le fichier ${origin.table}`;
  return {
    ...folded(rows, open, many),
    note: rows.length > 0 ? '' : known ? none : notLoaded(what),
    provenance: known ? fileProvenance(context, origin) : null,
  };
}

/** @param what « le fichier … », « la source … » */
export function notLoaded(what: string): string {
  return `Cette version des données ne permet pas de le savoir : elle a été faite sans ${what}.`;
}

/** A long list, cut where more than one row is worth a fold. */
export function folded<T>(rows: readonly T[], open: number, many: string): Folded<T> {
  const cut = rows.length <= open + 1 ? rows.length : open;
  const more = rows.slice(cut);
  return {
    shown: rows.slice(0, cut),
    more,
    moreLabel: more.length === 0 ? '' : `Voir les ${String(more.length)} autres ${many}`,
  };
}
