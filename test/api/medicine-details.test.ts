import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/database/database.js';
import { generate } from '../../src/demo/generate.js';
import type { AtcAnswer, AtcItem, SpecialityAnswer, SubstanceItem } from '../../src/queries/answers.js';
import { medicineDetails, type ExpectedDetails } from '../oracle/medicine-details.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { ingestFolder } from '../support/ingest-generated.js';

describe('what the interface says of medicines beside their declarations', () => {
  let database: Database;
  let app: TestApp;
  let expected: ExpectedDetails;
  /** A generic that the newer of the two releases does not have. */
  let gone: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    const directory = await mkdtemp(join(tmpdir(), 'details-'));
    await generate({ out: directory, cases: 500, seed: 5, years: [2020, 2021], bdpm: null });
    await ingestFolder(database, directory);
    const before = await medicineDetails(directory);
    gone = [...before.names.keys()].find((cis) => before.details(cis).genericGroup?.type === 'generic') ?? '';
    await withoutSpeciality(join(directory, 'bdpm/CIS_bdpm.txt'), gone);
    await withoutSpeciality(join(directory, 'bdpm/CIS_CIP_bdpm.txt'), gone);
    await withoutSpeciality(join(directory, 'bdpm/CIS_COMPO_bdpm.txt'), gone);
    await ingestFolder(database, directory);
    expected = await medicineDetails(directory);
    await rm(directory, { recursive: true });
    app = await startTestApp(database, { rateLimit: 100_000 });
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const ask = (path: string): Promise<Response> => fetch(`${app.url}/api/v1${path}`);
  const get = async <T>(path: string): Promise<T> => {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return ((await answer.json()) as { data: T }).data;
  };
  const all = async <T>(path: string): Promise<T[]> => {
    const items: T[] = [];
    for (let page = 1; ; page += 1) {
      const more = await get<T[]>(`${path}${path.includes('?') ? '&' : '?'}pageSize=100&page=${page}`);
      items.push(...more);
      if (more.length < 100) return items;
    }
  };
  const codesOf = (list: { code: string }[]): string[] => list.map(({ code }) => code);

  it('gives a speciality with everything that the files say', async () => {
    const codes = [...expected.names.keys()];
    const details = codes.map((cis) => ({ cis, ...expected.details(cis) }));
    const rich = details.toSorted((a, b) => filled(b) - filled(a))[0];
    const { cis = '', ...wanted } = rich ?? {};
    const answer = await get<SpecialityAnswer>(`/specialities/${cis}`);
    expect(answer).toMatchObject(wanted);
    expect(filled(answer)).toBeGreaterThanOrEqual(5);
    expect(answer.available).toEqual({
      atc: true,
      atcLabels: true,
      genericGroup: true,
      majorInterest: true,
      prescriptionConditions: true,
      smr: true,
      asmr: true,
      availability: true,
      safetyNotices: true,
      shortages: true,
      medicationErrors: true,
    });
  });

  it('gives the ATC tree from its first level down', async () => {
    const roots = await get<AtcItem[]>('/atc');
    const classes = [...expected.classes].map(([code, label]) => ({ code, label }));
    expect(roots).toEqual(classes.filter(({ code }) => code.length === 1).toSorted(byCode));
    const substances = await all<SubstanceItem>('/substances');
    const seen: string[] = [];
    const walk = async (code: string, above: AtcItem[]): Promise<void> => {
      const answer = await get<AtcAnswer>(`/atc/${code}`);
      const { parent, path, children, label } = answer;
      seen.push(code);
      expect({ label, parent, path }).toEqual({
        label: expected.classes.get(code) ?? null,
        parent: above.at(-1) ?? null,
        path: above,
      });
      for (const child of children) await walk(child.code, [...above, { code, label }]);
      if (code.length > 4) return;
      const filtered = await all<SubstanceItem>(`/substances?atc=${code}`);
      expect(answer.substances).toEqual(filtered.map(({ code: one, name, cases }) => ({ code: one, name, cases })));
      for (const substance of filtered) expect(substances).toContainEqual(substance);
    };
    for (const { code } of roots) await walk(code, []);
    expect(seen.toSorted()).toEqual([...expected.classes.keys()].toSorted());
  });

  it('filters specialities and substances by ATC, and says the codes of a substance', async () => {
    const codes = new Map([...expected.names.keys()].map((cis) => [cis, expected.details(cis).atc?.code ?? '']));
    const some = [...codes.values()].find((code) => code.length === 7) ?? '';
    for (const length of [1, 3, 4, 5, 7]) {
      const code = some.slice(0, length);
      const under = [...codes].filter(([, own]) => own.startsWith(code)).map(([cis]) => cis);
      const found = await all<{ cis: string }>(`/specialities?atc=${code.toLowerCase()}`);
      expect(found.map(({ cis }) => cis).toSorted()).toEqual(under.toSorted());
    }
    for (const { code } of (await get<SubstanceItem[]>('/substances?pageSize=20')).slice(0, 20)) {
      const own = await all<{ cis: string }>(`/substances/${code}/specialities`);
      const wanted = [...new Set(own.map(({ cis }) => codes.get(cis) ?? ''))].filter((atc) => atc !== '').toSorted();
      const { atc } = await get<{ atc: AtcItem[] }>(`/substances/${code}`);
      expect(atc).toEqual(wanted.map((one) => ({ code: one, label: expected.classes.get(one) ?? null })));
      for (const one of wanted) expect(codesOf(await all(`/substances?atc=${one}`))).toContain(code);
    }
  });

  it.each(['/atc/Q99', '/atc/E0', '/atc/EEEE', '/atc/%25'])('%s is a 404', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      detail: `No class of the ATC tree has the code "${decodeURIComponent(path.slice(5))}". Codes have 1, 3, 4, 5 or 7 characters: see /api/v1/atc.`,
    });
  });

  it('takes a code of the tree in small letters, and no parameters', async () => {
    const [root] = await get<AtcItem[]>('/atc');
    expect(await get(`/atc/${root?.code.toLowerCase() ?? ''}`)).toMatchObject({ code: root?.code });
    expect((await ask('/atc?page=1')).status).toBe(400);
  });

  it('says of a speciality that is gone what it was and what its group has', async () => {
    const answer = await ask(`/specialities/${gone}`);
    expect(answer.status).toBe(410);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const { detail, near, ...problem } = (await answer.json()) as { detail: string; near: { code: string }[] };
    expect(problem).toEqual({ type: 'about:blank', status: 410, title: 'Gone' });
    expect(detail).toMatch(new RegExp(`^".+" \\(CIS ${gone}\\) is not in this release any more; .* 2025-03-02\\. Its`));
    const others = expected.former(gone, expected);
    expect(others).not.toEqual([]);
    for (const { cis, name } of others) expect(detail).toContain(`${cis} ${name}`);
    expect(near.map(({ code }) => code).sort()).toEqual(others.map(({ cis }) => cis).sort());
    const page = await fetch(`${app.url}/specialites/${gone}`);
    expect([page.status, page.headers.get('content-type')]).toEqual([410, 'text/html; charset=utf-8']);
    const html = await page.text();
    expect(html).toContain('2 mars 2025');
    for (const { cis } of others) expect(html).toContain(`href="/specialites/${cis}"`);
  });
});

/** How many of the parts say something. */
function filled(details: object): number {
  const keys = ['atc', 'genericGroup', 'prescriptionConditions', 'smr', 'asmr', 'availability', 'safetyNotices'];
  const parts = Object.entries(details).filter(([key]) => keys.includes(key)) as [string, unknown][];
  return parts.filter(([, part]) => (Array.isArray(part) ? part.length > 0 : part !== null)).length;
}

function byCode(a: AtcItem, b: AtcItem): number {
  return a.code < b.code ? -1 : 1;
}

/** Takes the rows of a speciality out of a file, whatever its encoding. */
async function withoutSpeciality(file: string, cis: string): Promise<void> {
  const rows = (await readFile(file, 'latin1')).split('\n');
  await writeFile(file, rows.filter((row) => !row.startsWith(cis)).join('\n'), 'latin1');
}
