import { rm } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { numbers, writeHandMade } from './hand-made.js';
import { oracle } from './oracle.js';
import { SUBSTANCE_CASES } from './substances.cases.js';

describe('the oracle makes substances as counting.md says', () => {
  it.each(SUBSTANCE_CASES)('$rule', async ({ composition, expected }) => {
    const directory = await writeHandMade({
      specialities: numbers(60000001, 60000009).map((cis) => [String(cis), `MEDICAMENT ${cis}, comprimé`]),
      composition,
    });
    const { substances } = await oracle(directory);
    await rm(directory, { recursive: true });
    expect(substances.map((one) => [one.code, one.name, one.synonyms, one.memberCodes, one.specialityCount])).toEqual(
      expected,
    );
  });
});
