import type { DeclarationsAnswer, ReleaseAnswer, SourceAnswer } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
import type { Context } from './context.js';

interface FileModel {
  id: string;
  name: string;
  /** Vintage, size, encoding. */
  what: string;
  /** Rows read, kept and rejected. */
  rows: string;
  sha256: string;
}
export interface SourceModel {
  id: string;
  name: string;
  files: FileModel[];
}

/** The sources in the order in which the pages name them. */
const ORDER = ['bdpm', 'bnpv', 'open-medic', 'ruptures', 'erreurs-medicamenteuses', 'atc'] as const;

/** Every file that a release was made from, source by source. */
export function sourceModels(language: Language, { sources }: ReleaseAnswer): SourceModel[] {
  const { names } = language.texts.data.sources;
  return ORDER.flatMap((source) => {
    const files = sources.filter((file) => file.source === source);
    if (files.length === 0) return [];
    return [{ id: `source-${source}`, name: names[source], files: files.map((file) => fileModel(language, file)) }];
  });
}

function fileModel({ texts }: Language, file: SourceAnswer): FileModel {
  const { sources: words } = texts.data;
  const reasons = Object.entries(file.rejected).sort(([, a], [, b]) => b - a);
  const rejected = reasons.reduce((sum, [, count]) => sum + count, 0);
  const rows = [
    words.rows(file.rowsRead, file.rowsAccepted),
    ...(rejected === 0
      ? []
      : [
          words.rejected(
            rejected,
            reasons.map(([reason, count]) => words.reason(reason, count)),
          ),
        ]),
  ];
  return {
    id: `fichier-${file.sha256.slice(0, 12)}`,
    name: file.file.replace(/^.*\//, ''),
    what: [
      file.vintage === null ? words.undated : words.vintage(file.vintage),
      words.file(file.bytes, file.encoding),
    ].join(', '),
    rows: `${rows.join(', ')}.`,
    sha256: file.sha256,
  };
}

interface Amount {
  label: string;
  count: string;
  percent: string;
}
export interface MatchingModel {
  /** null: the release has no declarations. */
  cases: { rows: Amount[] } | null;
  drugs: { rows: Amount[] } | null;
  /** Sentences on what else was counted. */
  notes: string[];
  /** How much is hidden; empty where nothing is known of it. */
  hidden: string;
}

/** What was read, kept and left aside, and by what it was recognised. */
export function matching(language: Language, { declarations, exposure, disclosure }: ReleaseAnswer): MatchingModel {
  const { matching: words } = language.texts.data;
  return {
    ...(declarations === null ? { cases: null, drugs: null } : declarationAmounts(language, declarations)),
    notes: [...(declarations === null ? [words.none] : []), ...(exposure === null ? [] : [words.exposure(exposure)])],
    hidden: disclosure === null ? '' : words.hidden({ figures: disclosure.figures, ...disclosure.suppressed }),
  };
}

function declarationAmounts(
  language: Language,
  declarations: DeclarationsAnswer,
): { cases: { rows: Amount[] }; drugs: { rows: Amount[] } } {
  const { matching: words } = language.texts.data;
  const { casesRead, casesKept, excluded, drugRows, matched, ambiguous, unmatched } = declarations;
  const amounts = (whole: number, rows: [label: string, count: number][]): { rows: Amount[] } => ({
    rows: rows.map(([label, count]) => amount(language, label, count, whole)),
  });
  return {
    cases: amounts(casesRead, [
      [words.casesRead, casesRead],
      [words.rejected, casesRead - casesKept - excluded.superseded - excluded.foreign],
      [words.superseded, excluded.superseded],
      [words.foreign, excluded.foreign],
      [words.casesKept, casesKept],
    ]),
    drugs: amounts(drugRows, [
      [words.drugRows, drugRows],
      [words.matched.speciality, matched.speciality],
      [words.matched.brand, matched.brand],
      [words.matched.substance, matched.substance],
      [words.matched.alias, matched.alias],
      [words.ambiguous, ambiguous],
      [words.unmatched, unmatched],
    ]),
  };
}

function amount({ format }: Language, label: string, count: number, whole: number): Amount {
  return {
    label,
    count: format.wholeNumber(count),
    percent: whole === 0 ? '' : format.percentage((count / whole) * 100),
  };
}

export interface ReleaseRow {
  id: string;
  day: string;
  cases: string;
  current: boolean;
  /** What has changed since the one before; empty for the first that is kept. */
  changes: string;
}

/** Every release that is kept, the latest first. */
export function releaseRows({ language, release }: Context, releases: readonly ReleaseAnswer[]): ReleaseRow[] {
  const { format, texts } = language;
  return releases.map(({ id, publishedAt, declarations }, index) => ({
    id,
    day: format.dayInWords(publishedAt),
    cases: declarations === null ? texts.data.releases.none : format.wholeNumber(declarations.casesKept),
    current: id === release.id,
    changes: index === releases.length - 1 ? '' : `/api/v1/releases/${id}/changes`,
  }));
}
