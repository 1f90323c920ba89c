import { rm } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { COUNTING_CASES } from './counting.cases.js';
import { EXPOSURE_CASES } from './exposure.cases.js';
import { writeHandMade } from './hand-made.js';
import { MATCHING_CASES } from './matching.cases.js';
import { oracle } from './oracle.js';

describe('the oracle counts as counting.md says', () => {
  it.each([...COUNTING_CASES, ...MATCHING_CASES, ...EXPOSURE_CASES])('$rule', async ({ folder, expected }) => {
    const directory = await writeHandMade(folder);
    const answer = await oracle(directory);
    await rm(directory, { recursive: true });
    expect(answer).toMatchObject(expected);
  });
});
