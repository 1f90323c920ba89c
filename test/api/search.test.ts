import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/database/database.js';
import type { SearchAnswer } from '../../src/queries/answers.js';
import { gradeOf } from '../../src/queries/search-ranking.js';
import { SearchVocabulary } from '../../src/queries/search-vocabulary.js';
import { nameWords } from '../../src/substances/name-words.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { ingestFolder } from '../support/ingest-generated.js';

const REAL = new URL('../../../shared/data/bdpm/2026-05', import.meta.url).pathname;
const onReal = existsSync(REAL) ? describe : describe.skip;
const REQUIRED = /^CIS(_CIP|_COMPO)?_bdpm\.txt/;

onReal('search in the real BDPM of 2026-05 (skipped without ../shared/data)', () => {
  let database: Database;
  let app: TestApp;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pharmacovigie-real-'));
    await mkdir(join(folder, 'bdpm'));
    for (const name of await readdir(REAL))
      if (REQUIRED.test(name)) await copyFile(join(REAL, name), join(folder, 'bdpm', name));
    database = await createTestDatabase();
    await ingestFolder(database, folder);
    app = await startTestApp(database, { rateLimit: 100_000 });
  });
  afterAll(async () => {
    await app.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const find = async (q: string, limit = 20): Promise<SearchAnswer[]> => {
    const answer = await fetch(`${app.url}/api/v1/search?q=${encodeURIComponent(q)}&limit=${limit}`);
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { data: SearchAnswer[] }).data;
  };
  const names = async (q: string): Promise<string[]> => (await find(q)).map(({ name }) => name);

  it.each([
    ['amoxiciline', 'AMOXICILLINE'],
    ['clavulanique amoxicilline', 'AMOXICILLINE/ACIDE CLAVULANIQUE'],
    ['amoxiciline clavulanic', 'AMOXICILLINE/ACIDE CLAVULANIQUE'],
    ['Dolipr', 'DOLIPRANE'],
    ['doliprne', 'DOLIPRANE'],
    ['dolprane efervescent', 'DOLIPRANE'],
    ['advli', 'ADVIL'],
    ['xdvil', 'ADVIL'],
    ['Ibuprofène', 'IBUPROFÈNE'],
    ['kardegci', 'KARDEGIC'],
    ['lévothyrox 75', 'LEVOTHYROX 75'],
    ['60002283', 'ANASTROZOLE ACCORD 1 mg'],
    ['3400949497294', 'ANASTROZOLE ACCORD 1 mg'],
    ['34009 494 972 9 4', 'ANASTROZOLE ACCORD 1 mg'],
    ['4949729', 'ANASTROZOLE ACCORD 1 mg'],
    ['02202', 'PARACÉTAMOL'],
  ])('%s: first %s', async (q, name) => {
    expect((await names(q))[0]).toMatch(new RegExp(`^${name}`));
  });

  it('knows of each word what looking at all of them tells', async () => {
    const texts = await database.dataSource.query<{ words: string }[]>('SELECT search_text AS words FROM search_entry');
    const vocabulary = new SearchVocabulary(texts.flatMap(({ words }) => nameWords(words)));
    const { words } = vocabulary;
    for (let n = 0; n < words.length; n += Math.floor(words.length / 60)) {
      const word = words[n] ?? '';
      const at = n % 5;
      const typed = word.slice(0, at) + (n % 2 === 0 ? 'E' : '') + word.slice(at + 1, 5 + (n % 7));
      const found = words.map((): number | null => null);
      vocabulary.answer(typed, (from, to, grade) => {
        for (let i = from; i < to; i += 1) found[i] = Math.min(found[i] ?? grade, grade);
      });
      expect([typed, found]).toEqual([typed, words.map((one) => gradeOf(typed, one))]);
    }
  });

  it('puts the substance before its specialities', async () => {
    const found = await find('amoxicilline');
    expect(found[0]).toMatchObject({ type: 'substance', name: 'AMOXICILLINE', cases: null });
    expect(found[1]).toMatchObject({ type: 'speciality', substances: [{ name: 'AMOXICILLINE' }] });
  });

  it('gives no more than asked for, and nothing for what is nowhere', async () => {
    expect(await find('comprimé', 7)).toHaveLength(7);
    expect(await find('zzzzzzz')).toEqual([]);
    expect(await find('%')).toEqual([]);
    expect(await find('500_mg\\')).not.toEqual([]);
    expect(await find('doliprane zzzzzzz')).toEqual([]);
  });

  it('filters lists by the same means', async () => {
    const answer = await fetch(`${app.url}/api/v1/specialities?q=effervecent%20doliprane&pageSize=100`);
    const { data, meta } = (await answer.json()) as { data: { name: string }[]; meta: { total: number } };
    expect(meta.total).toBe(data.length);
    expect(data).not.toEqual([]);
    for (const { name } of data) expect(name).toMatch(/^DOLIPRANE.*effervescent/);
  });
});
