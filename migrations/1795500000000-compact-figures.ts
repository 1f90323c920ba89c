import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PopulationFigures } from '../src/statistics/population-figures.js';
import type { FiguresFrame, StoredFigures } from '../src/statistics/stored-figures.js';

const AT_ONCE = 50;
const POPULATIONS = ['all', 'female', 'male', '0-19', '20-59', '60+'] as const;

/** Six documents a substance become one that holds each public number once; labels, shares and rates are worked out when read. */
export class CompactFigures1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE release ADD COLUMN reporters json;
      UPDATE release SET reporters = (
        SELECT json_agg(
          json_build_object('key', reporter ->> 'key', 'label', reporter ->> 'label') ORDER BY reporter ->> 'key' COLLATE "C"
        )
        FROM (
          SELECT adverse_reactions FROM substance_figures
          WHERE substance_figures.release_id = release.id AND population = 'all'
          LIMIT 1
        ) AS any_of_them, json_array_elements(adverse_reactions -> 'byReporter') AS reporter
      );
      ALTER TABLE substance_figures RENAME TO substance_documents;
      ALTER TABLE declaration_figures RENAME TO declaration_documents;
      ALTER TABLE substance_documents RENAME CONSTRAINT substance_figures_pkey TO substance_documents_pkey;
      ALTER TABLE declaration_documents RENAME CONSTRAINT declaration_figures_pkey TO declaration_documents_pkey;
      ALTER TABLE substance_documents RENAME CONSTRAINT substance_figures_release_id_fkey TO substance_documents_fkey;
      ALTER TABLE declaration_documents
        RENAME CONSTRAINT declaration_figures_release_id_fkey TO declaration_documents_fkey;
      CREATE TABLE substance_figures (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        code text NOT NULL,
        figures json NOT NULL,
        PRIMARY KEY (release_id, code)
      );
      CREATE TABLE declaration_figures (
        release_id integer NOT NULL PRIMARY KEY REFERENCES release ON DELETE CASCADE,
        figures json NOT NULL
      );
    `);
    const periods = await ratedPeriods(runner);
    for await (const rows of documents(runner, 'substance_documents')) {
      for (const { release_id, code, documents: of } of rows) {
        const figures = JSON.stringify(storedOf(of, periods.get(release_id)));
        await runner.query('INSERT INTO substance_figures VALUES ($1, $2, $3)', [release_id, code, figures]);
        await runner.query('UPDATE substance SET figures_digest = $3 WHERE release_id = $1 AND code = $2', [
          release_id,
          code,
          createHash('sha256').update(figures).digest('hex'),
        ]);
      }
    }
    for await (const rows of documents(runner, allOf('declaration_documents'))) {
      for (const { release_id, documents: of } of rows) {
        await runner.query('INSERT INTO declaration_figures VALUES ($1, $2)', [
          release_id,
          JSON.stringify(storedOf(of)),
        ]);
      }
    }
    await runner.query('DROP TABLE substance_documents, declaration_documents');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE substance_figures RENAME TO compact_substance_figures;
      ALTER TABLE declaration_figures RENAME TO compact_declaration_figures;
      ALTER TABLE compact_substance_figures RENAME CONSTRAINT substance_figures_pkey TO compact_substance_figures_pkey;
      ALTER TABLE compact_declaration_figures
        RENAME CONSTRAINT declaration_figures_pkey TO compact_declaration_figures_pkey;
      ALTER TABLE compact_substance_figures
        RENAME CONSTRAINT substance_figures_release_id_fkey TO compact_substance_figures_fkey;
      ALTER TABLE compact_declaration_figures
        RENAME CONSTRAINT declaration_figures_release_id_fkey TO compact_declaration_figures_fkey;
      CREATE TABLE substance_figures (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        code text NOT NULL,
        population text NOT NULL,
        adverse_reactions json NOT NULL,
        PRIMARY KEY (release_id, code, population)
      );
      CREATE TABLE declaration_figures (
        release_id integer NOT NULL REFERENCES release ON DELETE CASCADE,
        population text NOT NULL,
        adverse_reactions json NOT NULL,
        PRIMARY KEY (release_id, population)
      );
    `);
    for await (const rows of compact(runner, 'compact_substance_figures'))
      for (const row of rows) await this.expand(runner, 'substance_figures', row);
    for await (const rows of compact(runner, allOf('compact_declaration_figures')))
      for (const row of rows) await this.expand(runner, 'declaration_figures', row);
    await runner.query(`
      DROP TABLE compact_substance_figures, compact_declaration_figures;
      ALTER TABLE release DROP COLUMN reporters;
    `);
  }

  private async expand(runner: QueryRunner, table: string, row: CompactRow): Promise<void> {
    const { release_id, code, figures, frame } = row;
    const key = code === '' ? [release_id] : [release_id, code];
    const digest = createHash('sha256');
    for (const population of POPULATIONS) {
      const document = JSON.stringify(new PopulationFigures(figures, frame, population).answer());
      digest.update(document);
      const values = [...key, population, document];
      await runner.query(`INSERT INTO ${table} VALUES (${values.map((_, i) => `$${i + 1}`).join(', ')})`, values);
    }
    if (code === '') return;
    await runner.query('UPDATE substance SET figures_digest = $3 WHERE release_id = $1 AND code = $2', [
      release_id,
      code,
      digest.digest('hex'),
    ]);
  }
}

interface Of {
  release_id: number;
  /** Empty of all declarations together. */
  code: string;
}

interface DocumentsRow extends Of {
  documents: Documents;
}

interface CompactRow extends Of {
  figures: StoredFigures;
  frame: FiguresFrame;
}

/** The years that both sources of a release cover, as any rate of a whole says. */
async function ratedPeriods(runner: QueryRunner): Promise<Map<number, OldRate['period']>> {
  const rows = (await runner.query(`
    SELECT DISTINCT ON (release_id) release_id, adverse_reactions -> 'notificationRate' -> 'period' AS period
    FROM substance_documents
    WHERE population = 'all' AND json_typeof(adverse_reactions -> 'notificationRate') = 'object'
  `)) as { release_id: number; period: OldRate['period'] }[];
  return new Map(rows.map(({ release_id, period }) => [release_id, period]));
}

const allOf = (table: string): string => `(SELECT *, '' AS code FROM ${table}) AS declarations`;

function documents(runner: QueryRunner, table: string): AsyncGenerator<DocumentsRow[]> {
  return inPages(
    runner,
    `SELECT release_id, code, json_object_agg(population, adverse_reactions) AS documents
     FROM ${table} WHERE (release_id, code) > ($1, $2) GROUP BY release_id, code`,
  );
}

function compact(runner: QueryRunner, table: string): AsyncGenerator<CompactRow[]> {
  return inPages(
    runner,
    `SELECT release_id, code, figures, json_build_object(
       'period', json_build_object('from', declarations_from, 'to', declarations_to), 'reporters', reporters
     ) AS frame
     FROM ${table} JOIN release ON release.id = release_id WHERE (release_id, code) > ($1, $2)`,
  );
}

/** Rows of (release, code) after another a few at a time: a release holds thousands of large documents. */
async function* inPages<T extends Of>(runner: QueryRunner, query: string): AsyncGenerator<T[]> {
  let after: [number, string] = [0, ''];
  for (;;) {
    const rows = (await runner.query(`${query} ORDER BY 1, 2 LIMIT ${AT_ONCE}`, after)) as T[];
    const last = rows[rows.length - 1];
    if (last === undefined) return;
    yield rows;
    after = [last.release_id, last.code];
  }
}

/**
 * What the figures of a release looked like before and after this migration. The shapes are written down here again: those
 * of the program may change, this migration may not.
 */
interface OldRow {
  key: string;
  label: string;
  count: number | null;
  notificationRate?: OldRate | null;
  highLevelTerms?: OldRow[];
}
interface OldRate {
  cases: number;
  consumers: number;
  period: { from: number; to: number };
}
interface OldDocument {
  cases: { count: number | null };
  notificationRate: OldRate | null;
  bySex?: OldRow[];
  byAgeGroup?: OldRow[];
  bySexAndAgeGroup?: OldRow[];
  byYear: OldRow[];
  bySeriousness: OldRow[];
  bySeriousnessCriterion: OldRow[];
  byReporter: OldRow[];
  byOrganClass: OldRow[];
}

/** The six documents of a substance, or of all declarations together, by population. */
type Documents = Readonly<Record<string, OldDocument>>;

type Count = number | null;
type Rows = 'byYear' | 'bySeriousness' | 'bySeriousnessCriterion' | 'byReporter' | 'byOrganClass';

/** The same figures, each number once. */
function storedOf(documents: Documents, rated?: OldRate['period']): object {
  const six = POPULATIONS.map((population) => {
    const found = documents[population];
    if (found === undefined) throw new Error(`a substance has no figures of the population ${population}`);
    return found;
  });
  const all = six[0] as OldDocument;
  const counts = (rows: OldRow[] = []): Count[] => rows.map(({ count }) => count);
  const listed = (rows: Rows): Count[][] => all[rows].map(({ key }) => inPopulations(six, rows, key));
  const reporters = all.byReporter.map(({ key }) => key).sort(byCodePoint);
  return {
    total: all.cases.count,
    sexes: counts(all.bySex),
    ageGroups: counts(all.byAgeGroup),
    cells: counts(all.bySexAndAgeGroup),
    rates: ratesOf(six, all, rated),
    years: listed('byYear'),
    seriousness: listed('bySeriousness'),
    criteria: listed('bySeriousnessCriterion'),
    reporters: Object.fromEntries(reporters.map((key) => [key, inPopulations(six, 'byReporter', key)])),
    organClasses: organClassesOf(six, all),
  };
}

function inPopulations(six: readonly OldDocument[], rows: Rows, key: string): Count[] {
  return six.map((document) => document[rows].find((row) => row.key === key)?.count ?? null);
}

function ratesOf(six: readonly OldDocument[], all: OldDocument, rated?: OldRate['period']): object | null {
  const basis = (rate: OldRate | null | undefined): [number, number] | null =>
    rate ? [rate.cases, rate.consumers] : null;
  const populations = six.map(({ notificationRate }) => basis(notificationRate));
  const cells = (all.bySexAndAgeGroup ?? []).map(({ notificationRate }) => basis(notificationRate));
  const years = all.byYear
    .map(({ key }): [string, Count[]] => [
      key,
      six.map(({ byYear }) => byYear.find((row) => row.key === key)?.notificationRate?.consumers ?? null),
    ])
    .filter(([, consumers]) => consumers.some((n) => n !== null));
  const hasAny = [...populations, ...cells, ...years].some((rate) => rate !== null);
  const [first, last] = [years[0], years[years.length - 1]];
  // a release without a single rate of a whole has at most those of years
  const period = rated ?? (first && last && { from: Number(first[0]), to: Number(last[0]) });
  return hasAny && period ? { period, populations, cells, years: Object.fromEntries(years) } : null;
}

function organClassesOf(six: readonly OldDocument[], all: OldDocument): object {
  // rows are in the order of their numbers; stored they are in the order of their keys
  const keys = all.byOrganClass.map(({ key }) => key).sort(byCodePoint);
  const classes: [string, object][] = [];
  for (const key of keys) {
    const cases = inPopulations(six, 'byOrganClass', key);
    const terms = termsOf(six, key);
    // the others are 0, or hidden with their populations
    const isTold = cases.some((n, at) => (n === null ? six[at]?.cases.count !== null : n > 0)) || terms.length > 0;
    if (isTold) classes.push([key, { cases, terms }]);
  }
  return Object.fromEntries(classes);
}

function termsOf(six: readonly OldDocument[], organClass: string): [string, Count[]][] {
  const terms = new Map<string, [string, Count[]]>();
  for (const [at, document] of six.entries()) {
    const row = document.byOrganClass.find(({ key }) => key === organClass);
    for (const { key, label, count } of row?.highLevelTerms ?? []) {
      const term = terms.get(key) ?? [label, POPULATIONS.map(() => 0)];
      term[1][at] = count;
      terms.set(key, term);
    }
  }
  return [...terms].sort(([a], [b]) => byCodePoint(a, b)).map(([, term]) => term);
}

/** Keys are ASCII. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
