import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** The number of the published release and the folder it was made of; null before the first. */
export async function published(dataSource: DataSource): Promise<{ id: string; directory: string } | null> {
  const [row] = await dataSource.query<{ id: string; directory: string }[]>(
    `SELECT release.id::text AS id, directory FROM published_release
     JOIN release ON release.id = release_id JOIN ingestion_run ON ingestion_run.id = run_id`,
  );
  return row ?? null;
}

/** Every table that has rows of a release, whatever migrations there are. */
async function releaseTables(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns
     JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND column_name = 'release_id'
       AND table_name <> 'published_release'
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** A sum over all that a release has, in every table, its number aside: the same for the same sources. */
export async function contentOf(dataSource: DataSource, id: string): Promise<string> {
  const sums = (await releaseTables(dataSource)).map(
    (table) => `SELECT '${table}' AS name, count(*)::text AS rows,
       md5(coalesce(string_agg((to_jsonb(t) - 'release_id')::text, '' ORDER BY (to_jsonb(t) - 'release_id')::text COLLATE "C"), '')) AS sum
     FROM ${table} t WHERE release_id = $1`,
  );
  const own = `SELECT 'release', '1', md5((to_jsonb(t) - '{id,run_id}'::text[])::text) FROM release t WHERE id = $1`;
  const rows = await dataSource.query<object[]>([...sums, own].join(' UNION ALL '), [id]);
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

/** What must not be left over once a run has ended well; every list is empty then. */
export interface Debris {
  schemas: string[];
  running: number[];
  locks: string[];
  /** Tables with rows of a release that is not there. */
  strays: string[];
  /** Tables and indexes that no migration made. */
  relations: string[];
}

/** `known`: the relations of a database that was never ingested into. */
export async function debrisIn(dataSource: DataSource, known: ReadonlySet<string>): Promise<Debris> {
  const list = async <T>(query: string): Promise<T[]> =>
    (await dataSource.query<{ item: T }[]>(query)).map(({ item }) => item);
  const tables = await releaseTables(dataSource);
  const strays = tables.map(
    (table) =>
      `SELECT '${table}' AS item WHERE EXISTS (SELECT FROM ${table} WHERE release_id NOT IN (SELECT id FROM release))`,
  );
  return {
    schemas: await list(
      `SELECT nspname AS item FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema')`,
    ),
    running: await list(`SELECT id AS item FROM ingestion_run WHERE status = 'running'`),
    locks: await list(
      `SELECT objid::text AS item FROM pg_locks JOIN pg_database ON pg_database.oid = database
       WHERE locktype = 'advisory' AND datname = current_database()`,
    ),
    strays: await list(strays.join(' UNION ALL ')),
    relations: (await relationsOf(dataSource)).filter((name) => !known.has(name)),
  };
}

export const NO_DEBRIS: Debris = { schemas: [], running: [], locks: [], strays: [], relations: [] };

/** Tables, indexes and sequences, those of the system aside. */
export async function relationsOf(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(
    `SELECT relnamespace::regnamespace || '.' || relname AS name FROM pg_class
     WHERE relnamespace::regnamespace::text !~ '^pg_(catalog|toast)|information_schema' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Returns when no connection of an ingestion is left: a server notices late that its client was killed. */
export async function untilLeft(dataSource: DataSource): Promise<void> {
  const ask = `SELECT count(*)::integer AS left, pg_sleep(0.005)::text FROM pg_stat_activity
    WHERE application_name = 'ingestion' AND datname = current_database()`;
  while ((await dataSource.query<{ left: number }[]>(ask))[0]?.left !== 0);
}

/** Rows of every table, by its name. */
export async function rowCounts(dataSource: DataSource): Promise<Record<string, number>> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::integer AS rows FROM ${name}`);
  const rows = await dataSource.query<{ name: string; rows: number }[]>(counts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}
