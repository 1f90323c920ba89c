import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { normalise } from '../sources/normalise.js';
import { NameMaker, misspelt, respelt, saltNames } from './names.js';
import { Random } from './random.js';

const NAMES = ['ŒDALINE D’ÉTÉ ((SÉCHÉE))', 'VELORAZINE (CHLORHYDRATE DE)', 'BRELIPLEX "FORT" 2,5 mg, comprimé'];

describe('names', () => {
  it('are never given twice', () => {
    const names = new NameMaker(new Random(1, 'x'));
    const given = Array.from({ length: 3000 }, () => [names.substance(), names.brand()]).flat();
    expect(new Set(given).size).toBe(6000);
  });

  it.each(NAMES)('respelt keeps the normal form of %s, mostly not its letters', (name) => {
    const random = new Random(1, 'x');
    const spellings = Array.from({ length: 60 }, () => respelt(name, random));
    expect(new Set(spellings.map(normalise))).toEqual(new Set([normalise(name)]));
    expect(new Set(spellings).size).toBeGreaterThan(3);
  });

  it.each(NAMES)('misspelt changes %s by one slip', (name) => {
    const random = new Random(1, 'x');
    for (let i = 0; i < 60; i += 1) {
      const slip = misspelt(name, random);
      expect(slip).not.toBe(name);
      expect(Math.abs(slip.length - name.length)).toBeLessThanOrEqual(1);
    }
  });

  it('of salts differ and hold their base', () => {
    const salts = saltNames('AVELINE', 3, new Random(2, 'x'));
    expect(new Set(salts).size).toBe(3);
    expect(salts.every((salt) => salt.startsWith('AVELINE '))).toBe(true);
  });
});

const REAL = join(process.cwd(), '../shared/data/bdpm');
const onReal = existsSync(REAL) ? describe : describe.skip;

onReal('invented names against the real reference files (skipped where they are absent)', () => {
  it('none is a word of them', () => {
    const words = new Set<string>();
    for (const file of ['2022-06/CIS_bdpm', '2022-06/CIS_COMPO_bdpm', '2026-05/CIS_bdpm', '2026-05/CIS_COMPO_bdpm']) {
      const text = gunzipSync(readFileSync(join(REAL, `${file}.txt.gz`))).toString('latin1');
      for (const word of normalise(text).match(/[A-Z]{4,}/g) ?? []) words.add(word);
    }
    const names = new NameMaker(new Random(11, 'x'));
    const given = Array.from({ length: 2000 }, () => [names.substance(), names.brand()]).flat();
    const laboratories = Array.from({ length: 30 }, () => names.laboratory());
    expect([...given, ...laboratories].filter((name) => words.has(normalise(name)))).toEqual([]);
  });
});
