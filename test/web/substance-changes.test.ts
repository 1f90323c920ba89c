import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import type { EarlierSubstance } from '../../src/queries/substance-changes.js';
import { SubstanceChangesQuery } from '../../src/queries/substance-changes.js';
import { SubstanceQuery } from '../../src/queries/substance.js';
import { type ChangesModel, changesModel } from '../../src/web/presenters/substance-changes.js';
import { ENGLISH } from '../../src/web/texts/language.js';
import { createTestDatabase } from '../support/databases.js';
import { ingestGenerated } from '../support/ingest-generated.js';
import { readersOf } from '../support/readers-of.js';
import { CONTEXT, reactions, substance } from './samples.js';

function earlier(changes: Partial<NonNullable<EarlierSubstance['substance']>> = {}): EarlierSubstance {
  const before = {
    cases: { count: 900, suppressed: false },
    specialityCount: 41,
    annualAverage: 2_000_000,
    ...changes,
  };
  return { publishedAt: '2025-08-01T09:00:00Z', substance: before };
}
/** Each row in one line: before, now, difference. */
function lines({ rows }: ChangesModel): string[] {
  return rows.map(({ before, now, change }) =>
    [before, now]
      .map((cell) => (cell.masked ? 'masked' : cell.text))
      .concat(change)
      .join(' | ')
      .replaceAll('\u202f', ''),
  );
}

describe('what has changed in a substance', () => {
  it('is the difference of two visible figures', () => {
    const model = changesModel(CONTEXT, substance(), earlier());
    expect(model.caption).toBe('De la version du 1er août 2025 à celle du 16 février 2026');
    expect(lines(model)).toEqual(['900 | 1000 | +100', '41 | 41 | aucun', '2000000 | 2125000 | +125000']);
  });
  it('is not said of a hidden figure, on either side', () => {
    const hidden = { count: null, suppressed: true };
    expect(lines(changesModel(CONTEXT, substance(), earlier({ cases: hidden })))[0]).toBe('masked | 1000 | ');
    const now = substance({ adverseReactions: reactions({ cases: hidden }) });
    expect(lines(changesModel(CONTEXT, now, earlier()))[0]).toBe('900 | masked | ');
  });
  it('gives away no small number of cases, not by the figure before either', () => {
    const of = (count: number): string | undefined =>
      lines(changesModel(CONTEXT, substance(), earlier({ cases: { count, suppressed: false } })))[0];
    expect([of(990), of(1000), of(1010)]).toEqual(Array(3).fill('– | 1000 | moins de 11'));
    expect(of(989)).toBe('989 | 1000 | +11');
    expect(of(1011)).toBe('1011 | 1000 | −11');
  });
  it('leaves out what neither version has, and dashes what one lacks', () => {
    const model = changesModel(
      CONTEXT,
      substance({ adverseReactions: null }),
      earlier({ cases: null, annualAverage: null }),
    );
    expect(lines(model)).toEqual(['41 | 41 | aucun', '– | 2125000 | ']);
  });
  it('is a sentence where there is nothing to compare', () => {
    expect(changesModel(CONTEXT, substance(), null).note).toContain('Aucune version antérieure');
    const added = { ...earlier(), substance: null };
    expect(changesModel(CONTEXT, substance(), added).note).toContain('du 1er août 2025, n’avait pas cette substance');
    const english = { ...CONTEXT, language: ENGLISH };
    expect(changesModel(english, substance(), null).note).toBe(
      'No earlier version is kept: there is nothing to compare.',
    );
  });
});

describe('the release before', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.close();
  });

  it('says of each substance what it said when it was published', async () => {
    const first = await ingestGenerated(database, { cases: 400, seed: 1 });
    const second = await ingestGenerated(database, { cases: 700, seed: 1 });
    const changes = new SubstanceChangesQuery(readersOf(database.dataSource));
    const substances = new SubstanceQuery(readersOf(database.dataSource));
    const sample = await database.dataSource.query<{ code: string }[]>(
      'SELECT code FROM substance WHERE release_id = $1 ORDER BY cases DESC NULLS LAST, code LIMIT 30',
      [second],
    );
    let known = 0;
    for (const { code } of sample) {
      const before = await substances.byCode(first, code, 'all');
      const told = await changes.before(second, code);
      if (before === null || 'movedTo' in before) expect(told?.substance).toBeNull();
      else {
        known += 1;
        expect(told?.substance).toEqual({
          cases: before.adverseReactions?.cases,
          specialityCount: before.specialityCount,
          annualAverage: before.exposure?.annualAverage ?? null,
        });
      }
    }
    expect(known).toBeGreaterThan(0);
    expect(await changes.before(first, sample[0]?.code ?? '')).toBeNull();
  });
});
