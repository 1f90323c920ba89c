import type { Database } from '../../src/database/database.js';
import type {
  MedicationErrors,
  MedicationErrorStatistics,
  ShortageItem,
  ShortageStatistics,
  SpecialityShortage,
} from '../../src/queries/shortage-answers.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, LARGE, SMALL } from '../support/published.js';

interface Answer<T> {
  data: T;
  meta: { total: number };
  links: { next: string | null };
}
interface Problem {
  status: number;
  detail: string;
}

describe('what the interface says of shortages and medication errors', () => {
  let database: Database;
  let app: TestApp;
  let items: ShortageItem[];
  beforeAll(async () => {
    database = await createPublishedDatabase(LARGE);
    app = await startTestApp(database, { rateLimit: 100_000 });
    items = await all('/shortages');
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const get = async <T>(path: string): Promise<Answer<T>> => {
    const answer = await fetch(`${app.url}/api/v1${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return (await answer.json()) as Answer<T>;
  };
  const problem = async (path: string): Promise<Problem> =>
    (await (await fetch(`${app.url}/api/v1${path}`)).json()) as Problem;
  const all = async (path: string): Promise<ShortageItem[]> => {
    const found: ShortageItem[] = [];
    for (let page = 1; ; page += 1) {
      const at = `${path}${path.includes('?') ? '&' : '?'}pageSize=100&page=${page}`;
      const { data, meta, links } = await get<ShortageItem[]>(at);
      found.push(...data);
      if (links.next !== null) continue;
      expect(found).toHaveLength(meta.total);
      return found;
    }
  };

  it('lists every shortage once, the newest first', () => {
    expect(items.length).toBeGreaterThan(100);
    expect(new Set(items.map(({ number, name }) => `${number} ${name}`)).size).toBe(items.length);
    const days = items.map(({ year, reported }) => reported ?? String(year));
    expect(days).toEqual([...days].sort().reverse());
  });

  it.each<[query: string, has: (item: ShortageItem) => boolean]>([
    ['state=open', ({ state }) => state === 'open'],
    ['state=closed', ({ state }) => state === 'closed'],
    ['classification=risk', ({ classification }) => classification === 'risk'],
    ['classification=unknown', ({ classification }) => classification === 'unknown'],
    ['year=2020', ({ year }) => year === 2020],
    ['atc=x', ({ atc }) => atc?.code.startsWith('X') === true],
    ['laboratory=Laboratoire%20fictif', ({ laboratory }) => laboratory === 'LABORATOIRE FICTIF'],
    ['laboratory=laboratoire-fictif', ({ laboratory }) => laboratory === 'LABORATOIRE FICTIF'],
    ['state=closed&year=2021', ({ state, year }) => state === 'closed' && year === 2021],
  ])('filters by %s', async (query, has) => {
    const wanted = items.filter(has);
    expect(wanted.length).toBeGreaterThan(0);
    expect(await all(`/shortages?${query}`)).toEqual(wanted);
  });

  it('finds words of the name and the substance, accents and case aside', async () => {
    const [first] = items.filter(({ dci }) => dci !== null);
    const word = first?.name.split(/[^A-Za-zÀ-ÿ]+/)[0] ?? '';
    const found = await all(`/shortages?q=${encodeURIComponent(`${first?.dci ?? ''} ${word.toLowerCase()}`)}`);
    expect(found.map(({ number }) => number)).toContain(first?.number);
    expect(await all('/shortages?q=%25%25')).toEqual([]);
    expect(await all('/shortages?q=zzzz')).toEqual([]);
  });

  it('filters by the speciality that was found, which lists the same', async () => {
    const cis = items.find(({ speciality }) => speciality !== null)?.speciality?.cis ?? '';
    const own = items.filter(({ speciality }) => speciality?.cis === cis);
    expect(await all(`/shortages?cis=${cis}`)).toEqual(own);
    const { data } = await get<{ shortages: SpecialityShortage[] }>(`/specialities/${cis}`);
    expect(data.shortages.map(({ number, name }) => [number, name])).toEqual(
      own.map(({ number, name }) => [number, name]),
    );
    const [shortage] = data.shortages;
    expect(own[0]).toMatchObject(shortage as object);
  });

  it.each([
    ['colour=red', 'colour'],
    ['state=ended', 'state'],
    ['classification=bad', 'classification'],
    ['year=20', 'year'],
    ['year=', 'year'],
    ['cis=123', 'cis'],
    ['atc=NN', 'atc'],
    ['laboratory=', 'laboratory'],
    ['q=', 'q'],
    ['pageSize=101', 'pageSize'],
  ])('refuses ?%s, naming the parameter', async (query, name) => {
    const { status, detail } = await problem(`/shortages?${query}`);
    expect([status, detail]).toEqual([400, expect.stringContaining(`"${name}"`)]);
  });

  it('counts in the statistics what the list holds', async () => {
    const { data } = await get<ShortageStatistics>('/shortages/statistics');
    expect(data.medicines).toBe(items.length);
    expect(data.open).toBe(items.filter(({ state }) => state === 'open').length);
    expect(data.otherCausePercent).toBe(data.byCause.find(({ key }) => key === 'other')?.percent ?? 0);
    const [most] = data.byCause;
    expect(most?.count).toBe(items.filter(({ causes }) => causes.some(({ key }) => key === most?.key)).length);
    expect(await problem('/shortages/statistics?year=2020')).toMatchObject({ status: 400 });
  });

  it('says « avec » and « sans » effet the right way round', async () => {
    const { data } = await get<MedicationErrorStatistics>('/medication-errors/statistics');
    expect(data.byEffect.map(({ key, label }) => [key, label])).toEqual([
      ['with_effect', 'Avec effet indésirable'],
      ['without_effect', 'Sans effet indésirable'],
      ['unknown', 'Non renseigné'],
    ]);
    // a third of the generated errors have one
    const [withEffect, without] = data.byEffect;
    expect(withEffect?.count ?? 0).toBeLessThan(without?.count ?? 0);
    expect(await problem('/medication-errors/statistics?year=2020')).toMatchObject({ status: 400 });
  });

  it('gives figures of 0 for a speciality about which no error was declared', async () => {
    const [none] = await database.dataSource.query<{ cis: string }[]>(
      `SELECT cis FROM speciality WHERE cis NOT IN (SELECT cis FROM medication_error_figures) ORDER BY cis LIMIT 1`,
    );
    const { data } = await get<{ medicationErrors: MedicationErrors }>(`/specialities/${none?.cis ?? ''}`);
    expect(data.medicationErrors.total).toEqual({ count: 0, suppressed: false });
    expect(new Set(data.medicationErrors.byStep.map(({ count }) => count))).toEqual(new Set([0]));
    expect(data.medicationErrors.byStep).toHaveLength(7);
  });
});

describe('a release without histories of shortages and medication errors', () => {
  it('says that nothing is known, rather than zeros', async () => {
    const database = await createPublishedDatabase({ ...SMALL, without: ['ruptures', 'erreurs-medicamenteuses'] });
    const app = await startTestApp(database);
    const get = async (path: string): Promise<unknown> => (await fetch(`${app.url}/api/v1${path}`)).json();
    expect(await get('/shortages')).toMatchObject({
      status: 404,
      detail: expect.stringContaining('nothing is known') as string,
    });
    expect(await get('/shortages/statistics')).toMatchObject({ data: null });
    expect(await get('/medication-errors/statistics')).toMatchObject({ data: null });
    const { data } = (await get('/specialities?pageSize=1')) as { data: { cis: string }[] };
    expect(await get(`/specialities/${data[0]?.cis ?? ''}`)).toMatchObject({
      data: { shortages: [], medicationErrors: null, available: { shortages: false, medicationErrors: false } },
    });
    await app.close();
    await database.close();
  });
});
