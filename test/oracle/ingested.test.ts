import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import { runIngestion } from '../../src/ingestion/run.js';
import { createTestDatabase } from '../support/databases.js';
import { SILENT, TEST_TIME } from '../support/ingest-generated.js';
import { COUNTING_CASES } from './counting.cases.js';
import { DISCLOSURE_CASES } from './disclosure.cases.js';
import { EXPOSURE_CASES } from './exposure.cases.js';
import { type HandMade, numbers, writeHandMade } from './hand-made.js';
import { MATCHING_CASES } from './matching.cases.js';
import { oracle } from './oracle.js';
import { withHiddenBesides } from './hidden-besides.js';
import { members, published } from './published.js';
import { SUBSTANCE_CASES } from './substances.cases.js';

describe('the ingestion of hand-made files publishes what was written down', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.close();
  });

  async function ingest(folder: HandMade): Promise<{ directory: string; releaseId: string }> {
    const directory = await writeHandMade(folder);
    const outcome = await runIngestion(
      database,
      // some of these files are more faults than rows
      { directory, force: true, demo: null, minCell: 11, maxRejectedRatio: 1, clock: () => TEST_TIME },
      SILENT,
    );
    if (outcome.status !== 'published') {
      throw new Error(outcome.status === 'failed' ? outcome.errors.join('\n') : outcome.status);
    }
    return { directory, releaseId: outcome.releaseId };
  }

  it.each(SUBSTANCE_CASES)('$rule', async ({ composition, expected }) => {
    const { directory, releaseId } = await ingest({
      specialities: numbers(60000001, 60000009).map((cis) => [String(cis), `MEDICAMENT ${cis}, comprimé`]),
      composition,
    });
    await rm(directory, { recursive: true });
    const { substances } = await published(database, releaseId);
    expect(substances.map((one) => [one.code, one.name, one.synonyms, one.memberCodes, one.specialityCount])).toEqual(
      expected,
    );
    const byMember = expected.flatMap(([code, , , codes]) => codes.map((member) => [member, code]));
    expect(await members(database, releaseId)).toEqual(byMember.sort());
  });

  it.each([...COUNTING_CASES, ...DISCLOSURE_CASES, ...MATCHING_CASES, ...EXPOSURE_CASES])(
    '$rule',
    async ({ folder, expected }) => {
      const { directory, releaseId } = await ingest(folder);
      const [answer, whole] = [await published(database, releaseId), await oracle(directory)];
      await rm(directory, { recursive: true });
      expect(answer).toMatchObject(expected);
      expect(answer).toEqual(withHiddenBesides(whole, answer));
    },
  );
});
