import type { Language } from '../texts/language.js';
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

/** A file of a source, or a whole source. */
export interface Origin {
  source: keyof Language['texts']['site']['sources'];
  /** Beginning of the file's name, for a source of several. */
  table?: string;
  /** First and last year of what it holds, where it is known. */
  years?: string;
}

/** Where a block comes from when it is rows of files: the source, the file and, where it is known, its date. */
export function fileProvenance(context: Context, origin: Origin): Provenance {
  const { source, table, years } = origin;
  const { texts } = context.language;
  const files = context.release.sources.filter(
    (file) => file.source === source && (table === undefined || file.file.includes(`/${table}`)),
  );
  const vintage = files.find((file) => file.vintage !== null)?.vintage ?? null;
  const details = [
    table === undefined ? '' : texts.site.parts.file(table),
    years ?? '',
    vintage === null ? '' : versionWords(context.language, vintage),
  ].filter((detail) => detail !== '');
  const name = texts.site.sources[source];
  const sources = details.length === 0 ? name : `${name} (${details.join(', ')})`;
  return { ...provenance(context, 'sources', {}), sources };
}

function versionWords({ texts, format }: Language, vintage: string): string {
  const { vintageDay, vintage: named } = texts.site.parts;
  return /^\d{4}-\d{2}-\d{2}$/.test(vintage) ? vintageDay(format.dayInWords(vintage)) : named(vintage);
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
  const { site } = context.language.texts;
  const what =
    origin.table === undefined ? site.parts.theSource(site.sources[origin.source]) : site.parts.theFile(origin.table);
  return {
    ...folded(context.language, rows, open, many),
    note: rows.length > 0 ? '' : known ? none : site.parts.notLoaded(what),
    provenance: known ? fileProvenance(context, origin) : null,
  };
}

/** A long list, cut where more than one row is worth a fold. */
export function folded<T>(language: Language, rows: readonly T[], open: number, many: string): Folded<T> {
  const cut = rows.length <= open + 1 ? rows.length : open;
  const more = rows.slice(cut);
  const { texts, format } = language;
  return {
    shown: rows.slice(0, cut),
    more,
    moreLabel: more.length === 0 ? '' : texts.site.parts.others(format.wholeNumber(more.length), many),
  };
}
