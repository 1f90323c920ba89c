/** What an example asks: values of the parameters in the path, and of those in the query. */
export interface ExampleRequest {
  path?: Record<string, string>;
  query?: Record<string, string | number>;
}

interface Item {
  code: string;
  name: string;
}
interface Substance {
  atc: { code: string }[];
  adverseReactions: { notificationRate: object | null; cases: { count: number | null } } | null;
}
interface Speciality {
  genericGroup: object | null;
  exposure: object | null;
  atc: object | null;
}

/** A request for every address of the interface that needs one, by operationId, each about what the release has. */
export async function exampleRequests(api: string): Promise<Record<string, ExampleRequest>> {
  const ask = async <T>(path: string): Promise<T> =>
    ((await (await fetch(`${api}${path}`)).json()) as { data: T }).data;
  const substances = await ask<Item[]>('/substances?sort=-cases&pageSize=40');
  // short, and with figures of every sort: shown, hidden, a rate
  const substance = await shortest(substances, async ({ code }) => {
    const whole = await ask<Substance>(`/substances/${code}`);
    const { notificationRate, cases } = whole.adverseReactions ?? { cases: { count: null } };
    return whole.atc.length > 0 && notificationRate && (cases.count ?? 0) > 20 ? whole : null;
  });
  const specialities = await ask<{ cis: string }[]>('/specialities?pageSize=40');
  const speciality = await shortest(specialities, async ({ cis }) => {
    const whole = await ask<Speciality>(`/specialities/${cis}`);
    return whole.genericGroup !== null && whole.exposure !== null && whole.atc !== null ? whole : null;
  });
  const { atc } = await ask<Substance>(`/substances/${substance.code}`);
  const code = { code: substance.code };
  // one typing error: two signs in each other's place
  const typed = substance.name.toLowerCase().replace(/^(..)(.)(.)/, '$1$3$2');
  return {
    'Atc.byCode': { path: { code: (atc[0]?.code ?? '').slice(0, 5) } },
    'Releases.changes': { path: { id: 'current' }, query: { pageSize: 3 } },
    'Search.find': { query: { q: typed, limit: 3 } },
    'Shortages.list': { query: { pageSize: 2 } },
    'Specialities.byCis': { path: { cis: speciality.cis } },
    'Specialities.list': { query: { pageSize: 2 } },
    'Statistics.declarations': { query: { population: '0-19' } },
    'Substances.byCode': { path: code },
    'Substances.list': { query: { sort: '-cases', page: 2, pageSize: 3 } },
    'Substances.specialities': { path: code, query: { pageSize: 2 } },
  };
}

/** Of those of which `whole` is something, the one with the shortest text. */
async function shortest<T>(items: readonly T[], whole: (item: T) => Promise<unknown>): Promise<T> {
  let best: { item: T; length: number } | null = null;
  for (const item of items) {
    const answer = await whole(item);
    if (answer === null) continue;
    const { length } = JSON.stringify(answer);
    if (best === null || length < best.length) best = { item, length };
  }
  if (best === null) throw new Error('the release has nothing to show as an example');
  return best.item;
}
