import type { DataSource } from 'typeorm';

/** Adds a small release by hand, with its run, two files and a substance, not published; gives its number. */
export async function addRelease(dataSource: DataSource, directory: string): Promise<string> {
  const [row] = await dataSource.query<{ id: string }[]>(
    `WITH run AS (
       INSERT INTO ingestion_run (started_at, finished_at, status, directory)
       VALUES ('2025-03-02T10:00:00Z', '2025-03-02T10:00:00Z', 'published', $1)
       RETURNING id
     ), files AS (
       INSERT INTO source_file (run_id, file, source, sha256, bytes, encoding, rows_read, rows_accepted, rejected)
       SELECT run.id, file, 'bdpm', repeat('0', 64), 100, 'utf-8', read, accepted, rejected
       FROM run, (VALUES ('bdpm/CIS_bdpm.txt', 10, 8, '{"bad_code": 2}'::json),
                         ('bdpm/CIS_CIP_bdpm.txt', 7, 7, '{}')) AS file (file, read, accepted, rejected)
     )
     INSERT INTO release (run_id, published_at, demo, min_cell, declarations_from, declarations_to)
     SELECT run.id, '2025-03-02T10:00:00Z', false, 11, 2014, 2023 FROM run
     RETURNING id::text AS id`,
    [directory],
  );
  if (row === undefined) throw new Error('the release was not added');
  await dataSource.query(
    `INSERT INTO substance (release_id, code, name, sort_name, synonyms, member_codes, speciality_count)
     VALUES ($1, '00001', 'EXEMPLINE', 'EXEMPLINE', '{}', '{00001}', 0)`,
    [row.id],
  );
  return row.id;
}
