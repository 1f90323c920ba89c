import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import { readSql } from '../../src/database/sql.js';
import { createTestDatabase } from '../support/databases.js';

const sql = (file: string): string => readSql(import.meta.url, `../../src/ingestion/${file}`);

describe('texts that were numbered twice', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.query(sql('staging.sql'));
  });
  afterAll(async () => {
    await database.close();
  });
  const rowsOf = (query: string): Promise<unknown> => database.dataSource.query(query);

  it('have one number as names of drugs, whose types are kept', async () => {
    await rowsOf(`INSERT INTO staging.drug_spelling VALUES (0, 'A'), (1, 'B'), (2, 'A'), (3, 'C'), (4, 'A')`);
    await rowsOf(`INSERT INTO staging.drug_row VALUES
      (2, 'k', 1, true, 0 * 4 + 3), (3, 'k', 1, true, 2 * 4 + 3), (4, 'k', 1, true, 4 * 4 + 1), (5, 'k', 1, true, 1 * 4 + 2)`);
    await rowsOf(sql('unify-names.sql'));
    expect(await rowsOf('SELECT * FROM staging.drug_spelling ORDER BY number')).toEqual([
      { number: 0, name: 'A' },
      { number: 1, name: 'B' },
      { number: 3, name: 'C' },
    ]);
    expect(
      await rowsOf('SELECT line, drug >> 2 AS name, drug & 3 AS type FROM staging.drug_row ORDER BY line'),
    ).toEqual([
      { line: 2, name: 0, type: 3 },
      { line: 3, name: 0, type: 3 },
      { line: 4, name: 0, type: 1 },
      { line: 5, name: 1, type: 2 },
    ]);
  });

  it('have one number as terms, whose organ classes are kept, and none stays none', async () => {
    await rowsOf(`INSERT INTO staging.term_spelling VALUES (0, 'a'), (1, 'b'), (2, 'b')`);
    await rowsOf(`INSERT INTO staging.reaction_row VALUES
      (2, 'k', 1, 26), (3, 'k', 1, 32 * 3 + 26), (4, 'k', 1, 32 * 2 + 4), (5, 'k', 1, 32 * 1 + 5)`);
    await rowsOf(sql('unify-terms.sql'));
    expect(await rowsOf('SELECT * FROM staging.term_spelling ORDER BY number')).toEqual([
      { number: 0, term: 'a' },
      { number: 1, term: 'b' },
    ]);
    const kinds = 'SELECT line, (kind >> 5) - 1 AS term, kind & 31 AS class FROM staging.reaction_row ORDER BY line';
    expect(await rowsOf(kinds)).toEqual([
      { line: 2, term: -1, class: 26 },
      { line: 3, term: 1, class: 26 },
      { line: 4, term: 1, class: 4 },
      { line: 5, term: 0, class: 5 },
    ]);
  });
});
