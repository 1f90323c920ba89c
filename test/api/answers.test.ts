import type { ReleaseAnswer } from '../../src/queries/answers.js';
import { POPULATIONS } from '../../src/statistics/figures.js';
import { storedAnswers } from '../support/answers-of.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, LARGE, type PublishedDatabase } from '../support/published.js';

interface Envelope<T> {
  data: T;
  meta: { release: string; total: number; page: number; pageSize: number };
  links: { self: string; next: string | null; prev: string | null };
}
interface Item {
  code: string;
  name: string;
  cases: { count: number | null; suppressed: boolean };
}
interface Speciality {
  cis: string;
  name: string;
  substances: { code: string; name: string }[];
}
interface Problem {
  status: number;
  title: string;
  detail: string;
}

describe('the answers of the interface', () => {
  let database: PublishedDatabase;
  let app: TestApp;
  let release: string;
  beforeAll(async () => {
    database = await createPublishedDatabase(LARGE);
    release = database.release;
    app = await startTestApp(database, { baseUrl: 'https://example.org/service', rateLimit: 100_000 });
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const ask = (path: string): Promise<Response> => fetch(`${app.url}/api/v1${path}`, { redirect: 'manual' });
  const get = async <T>(path: string): Promise<Envelope<T>> => {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return (await answer.json()) as Envelope<T>;
  };
  /** Every page of a list, in its order. */
  const all = async <T>(path: string): Promise<T[]> => {
    const items: T[] = [];
    for (let page = 1; ; page += 1) {
      const { data, links, meta } = await get<T[]>(`${path}${path.includes('?') ? '&' : '?'}pageSize=100&page=${page}`);
      items.push(...data);
      if (links.next === null) {
        expect(items).toHaveLength(meta.total);
        return items;
      }
    }
  };
  const rows = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    database.dataSource.query<T[]>(sql, parameters);

  it('names the release each was made from', async () => {
    for (const path of [
      '/releases',
      '/releases/current',
      '/search?q=a',
      '/substances',
      '/specialities',
      '/organ-classes',
    ])
      expect([path, (await get(path)).meta.release]).toEqual([path, release]);
  });

  it('gives the releases with where they come from', async () => {
    const { data: current } = await get<ReleaseAnswer>('/releases/current');
    const { data: list } = await get<unknown[]>('/releases');
    expect(list).toEqual([current]);
    expect(Object.keys(current)).toEqual([
      'id',
      'publishedAt',
      'demo',
      'sources',
      'declarations',
      'disclosure',
      'exposure',
      'periods',
    ]);
    expect(current).toMatchObject({
      id: release,
      publishedAt: '2025-03-02T10:00:00Z',
      demo: true,
    });
    expect(
      await rows(`SELECT declarations_from, declarations_to, exposure_from, exposure_to, declarations FROM release`),
    ).toEqual([
      {
        declarations_from: current.periods.declarations?.from,
        declarations_to: current.periods.declarations?.to,
        exposure_from: current.periods.exposure?.from,
        exposure_to: current.periods.exposure?.to,
        declarations: current.declarations,
      },
    ]);
    expect(current.periods.declarations).toEqual({ from: 2016, to: 2021 });
    const files = await rows<{ file: string; bytes: string }>('SELECT file, bytes FROM source_file');
    const { sources } = current;
    const sizes = (list: { file: string; bytes: string | number }[]): string[] =>
      list.map(({ file, bytes }) => `${file} ${bytes}`).sort();
    expect(sizes(sources)).toEqual(sizes(files));
  });

  it('lists every substance once, by name or by public cases, suppressed ones last by name', async () => {
    const stored = await rows<{ code: string; sort_name: string; cases: number | null }>(
      'SELECT code, sort_name, cases FROM substance',
    );
    const byName = (a: (typeof stored)[0], b: (typeof stored)[0]): number =>
      a.sort_name < b.sort_name ? -1 : a.sort_name > b.sort_name ? 1 : a.code < b.code ? -1 : 1;
    const codes = (list: { code: string }[]): string[] => list.map(({ code }) => code);
    expect(codes(await all<Item>('/substances'))).toEqual(codes(stored.toSorted(byName)));
    const mostCases = stored.toSorted((a, b) => (b.cases ?? -1) - (a.cases ?? -1) || byName(a, b));
    const listed = await all<Item>('/substances?sort=-cases');
    expect(codes(listed)).toEqual(codes(mostCases));
    expect(listed.some(({ cases }) => cases.suppressed)).toBe(true);
    for (const { cases } of listed) expect(cases.suppressed).toBe(cases.count === null);
  });

  it('links the pages of a list', async () => {
    const root = 'https://example.org/service/api/v1';
    const first = await get<Item[]>('/substances?letter=b&pageSize=2');
    expect(first.links).toEqual({
      self: `${root}/substances?page=1&pageSize=2&letter=b&sort=name`,
      next: `${root}/substances?page=2&pageSize=2&letter=b&sort=name`,
      prev: null,
    });
    const { links } = await get<Item[]>('/substances?pageSize=2&page=2');
    expect(links.prev).toBe(`${root}/substances?page=1&pageSize=2&sort=name`);
    const beyond = await get<Item[]>('/substances?page=1000000&pageSize=100');
    expect(beyond.data).toEqual([]);
    expect(beyond.links.next).toBeNull();
    expect(beyond.links.prev).toBe(
      `${root}/substances?page=${Math.ceil(beyond.meta.total / 100)}&pageSize=100&sort=name`,
    );
  });

  it('filters by first letter, and by what search finds', async () => {
    const list = await all<Item>('/substances');
    const [some] = list;
    const letter = some?.name.slice(0, 1) ?? '';
    expect(await all<Item>(`/substances?letter=${letter}`)).toEqual(list.filter(({ name }) => name.startsWith(letter)));
    const typed = encodeURIComponent((some?.name ?? '').toLowerCase().slice(0, -1));
    expect(await all<Item>(`/substances?q=${typed}`)).toContainEqual(some);
    expect(await all<Item>('/substances?q=qqqqqqqq')).toEqual([]);
    expect(await all<Item>('/substances?atc=N02')).toEqual([]);
    expect(await all<Speciality>('/specialities?atc=N02BE01')).toEqual([]);
  });

  it('answers a search as the lists tell of what it finds', async () => {
    const substances = (await all<Item>('/substances')).map(({ code, name, cases }) => ({
      type: 'substance',
      code,
      name,
      cases,
    }));
    const specialities = (await all<Speciality>('/specialities')).map(({ cis, name, substances: parts }) => ({
      type: 'speciality',
      cis,
      name,
      substances: parts,
    }));
    const [substance] = substances;
    const [speciality] = specialities;
    for (const q of ['a', 'c', 'comprime', substance?.name.slice(1), substance?.code, speciality?.cis]) {
      const { data } = await get<unknown[]>(`/search?limit=50&q=${encodeURIComponent(q ?? '')}`);
      expect([q, data.length > 0]).toEqual([q, true]);
      expect([...substances, ...specialities]).toEqual(expect.arrayContaining(data));
    }
  });

  it('gives the specialities of a substance, the same way from both sides', async () => {
    const specialities = await all<Speciality>('/specialities');
    for (const { code } of (await get<Item[]>('/substances?sort=-cases&pageSize=5')).data) {
      const own = specialities.filter(({ substances }) => substances.some((one) => one.code === code));
      expect(own).not.toEqual([]);
      expect(await all<Speciality>(`/substances/${code}/specialities`)).toEqual(own);
      expect(await all<Speciality>(`/specialities?substance=${code}`)).toEqual(own);
      expect((await get<{ specialityCount: number }>(`/substances/${code}`)).data.specialityCount).toBe(own.length);
    }
  });

  it('serves the figures of a population as they are stored', async () => {
    const stored = [...(await storedAnswers(rows, release))].slice(0, 5);
    expect(stored).toHaveLength(5);
    for (const [code, answers] of stored) {
      for (const population of POPULATIONS) {
        const { data } = await get<{ adverseReactions: unknown }>(
          `/substances/${code}?population=${encodeURIComponent(population)}`,
        );
        // text, because the order of the keys is part of the shape
        expect(JSON.stringify(data.adverseReactions)).toBe(JSON.stringify(answers[population]));
      }
    }
    const [code = ''] = stored.map(([each]) => each);
    expect((await get(`/substances/${code}?population=60+`)).data).toMatchObject({
      adverseReactions: { population: '60+' },
    });
    expect(Object.keys((await get<object>(`/substances/${code}`)).data)).toEqual([
      'code',
      'name',
      'synonyms',
      'memberCodes',
      'specialityCount',
      'atc',
      'exposure',
      'adverseReactions',
    ]);
  });

  it('leads from a salt to its substance', async () => {
    const [salt] = await rows<{ member_code: string; code: string }>(
      'SELECT member_code, code FROM substance_member WHERE member_code <> code LIMIT 1',
    );
    const moved = await ask(`/substances/${salt?.member_code ?? ''}?population=female`);
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe(`/service/api/v1/substances/${salt?.code ?? ''}?population=female`);
    const list = await ask(`/substances/${salt?.member_code ?? ''}/specialities?pageSize=5`);
    expect(list.status).toBe(301);
    expect(list.headers.get('location')).toBe(
      `/service/api/v1/substances/${salt?.code ?? ''}/specialities?page=1&pageSize=5`,
    );
  });

  it('gives a speciality whole', async () => {
    const [stored] = await rows<{ cis: string; denomination: string }>(
      `SELECT cis, denomination FROM speciality WHERE exposure IS NOT NULL ORDER BY cis LIMIT 1`,
    );
    const { data } = await get<Record<string, unknown>>(`/specialities/${stored?.cis ?? ''}`);
    expect(data).toMatchObject({ cis: stored?.cis, name: stored?.denomination });
    expect(Object.keys(data)).toEqual([
      'cis',
      'name',
      'identity',
      'composition',
      'presentations',
      'substances',
      'exposure',
      'atc',
      'genericGroup',
      'majorInterest',
      'prescriptionConditions',
      'smr',
      'asmr',
      'availability',
      'medicationErrors',
      'shortages',
      'safetyNotices',
      'available',
      'links',
    ]);
    const packs = await rows<{ cip13: string; price: string | null; date: string | null }>(
      `SELECT cip13, price::text, declaration_date::text AS date FROM presentation WHERE cis = $1 ORDER BY cip13`,
      [stored?.cis],
    );
    const presentations = data['presentations'] as { cip13: string; price: string | null; declarationDate: string }[];
    expect(presentations.map(({ cip13, price, declarationDate: date }) => ({ cip13, price, date }))).toEqual(packs);
    const composition = data['composition'] as { substance: string | null }[];
    const substances = data['substances'] as Item[];
    for (const { code } of substances) expect(composition.map((component) => component.substance)).toContain(code);
    // a fictitious medicine has no official notice
    expect(data['links']).toEqual([]);
  });

  it('gives the 27 organ classes', async () => {
    const { data } = await get<{ key: string; french: string; english: string }[]>('/organ-classes');
    expect(data).toHaveLength(27);
    expect(data).toContainEqual({
      key: 'cardiac-disorders',
      french: 'Affections cardiaques',
      english: 'Cardiac disorders',
    });
  });

  it.each([
    ['/substances/99999', 'No substance has the code "99999". Codes are five digits: see /api/v1/substances.'],
    ['/substances/abc/specialities', 'No substance has the code "abc". Codes are five digits: see /api/v1/substances.'],
    ['/specialities/1', 'No speciality has the code "1". CIS codes are eight digits: see /api/v1/specialities.'],
    ['/atc/N0', 'No class of the ATC tree has the code "N0". Codes have 1, 3, 4, 5 or 7 characters: see /api/v1/atc.'],
    [
      `/substances/${'9'.repeat(90)}`,
      `No substance has the code "${'9'.repeat(40)}…". Codes are five digits: see /api/v1/substances.`,
    ],
  ])('%s is a 404', async (path, detail) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await answer.json()).toMatchObject({ type: 'about:blank', status: 404, title: 'Not Found', detail });
  });

  const PAGE_SIZE = 'Parameter "pageSize" must be a whole number from 1 to 100.';
  const Q = 'Parameter "q" must be a text of 1 to 200 characters, given once.';
  it.each([
    ['/substances?pageSize=0', PAGE_SIZE],
    ['/substances?pageSize=101', PAGE_SIZE],
    ['/substances?pageSize=', PAGE_SIZE],
    ['/substances?pageSize=1e1', PAGE_SIZE],
    ['/substances?pageSize=5&pageSize=6', PAGE_SIZE],
    ['/substances?page=0', 'Parameter "page" must be a whole number from 1 to 1000000.'],
    ['/substances?sort=cases', 'Parameter "sort" must be name or -cases.'],
    ['/substances?letter=AB', 'Parameter "letter" must be one letter from A to Z.'],
    [
      '/substances?atc=N0',
      'Parameter "atc" must be an ATC code of 1, 3, 4, 5 or 7 characters, such as N, N02, N02B, N02BE or N02BE01.',
    ],
    ['/substances?nom=a', 'Unknown parameter "nom". This address takes atc, letter, page, pageSize, q, sort.'],
    ['/substances?page=a&pageSize=b', `Parameter "page" must be a whole number from 1 to 1000000. ${PAGE_SIZE}`],
    ['/substances?constructor=1', 'Unknown parameter "constructor".'],
    ['/substances?__proto__=1', 'Unknown parameter "__proto__".'],
    ['/substances?toString=1', 'Unknown parameter "toString".'],
    ['/specialities?substance=1', 'Parameter "substance" must be a substance code of 5 digits.'],
    [
      '/substances/00001?population=men',
      'Parameter "population" must be one of all, female, male, 0-19, 20-59, 60+ (the + written %2B).',
    ],
    ['/search', Q],
    ['/search?q=', Q],
    ['/search?q=%20', Q],
    [`/search?q=${'a'.repeat(201)}`, Q],
    ['/search?q=a&limit=101', 'Parameter "limit" must be a whole number from 1 to 100.'],
    ['/releases?page=1', 'Unknown parameter "page". This address takes no parameters.'],
    ['/organ-classes?lang=fr', 'Unknown parameter "lang". This address takes no parameters.'],
    ['/openapi.json?v=2', 'Unknown parameter "v". This address takes no parameters.'],
  ])('%s is a 400 that says what is allowed', async (path, detail) => {
    const answer = await ask(path);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = (await answer.json()) as Problem;
    expect(problem).toMatchObject({ status: 400, title: 'Bad Request' });
    expect(problem.detail).toContain(detail);
  });
});
