import type { AvailabilityChange } from '../../src/queries/shortage-answers.js';
import { presentShortagesFeed } from '../../src/web/presenters/shortages-feed.js';
import { template } from '../../src/web/templates.js';
import { startTestApp } from '../support/app.js';
import { ingestGenerated } from '../support/ingest-generated.js';
import { createPublishedDatabase, type PublishedDatabase, SMALL } from '../support/published.js';
import { CONTEXT } from './samples.js';

const CHANGE: AvailabilityChange = {
  id: 'disponibilite-60000001-toutes-shortage-2025-01-05',
  date: '2025-01-05',
  kind: 'shortage',
  name: 'EXEMPLARINE <FORT> & "CIE" 5 mg',
  cis: '60000001',
  label: 'Rupture de stock\u0001',
  number: null,
};

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of each element by its path; throws where the XML is not well formed. */
function elementsOf(xml: string): [path: string, text: string][] {
  const found: [string, string][] = [];
  const open: string[] = [];
  for (const [, close, name, attributes, selfClosed, text] of xml
    .replace(/^<\?xml [^?]*\?>\s*/, '')
    .matchAll(/<(\/?)([a-z]+)((?: [a-z:]+="[^"<]*")*)(\/?)>([^<]*)/g)) {
    if (close === '/' && open.pop() !== name) throw new Error(`</${String(name)}> closes nothing`);
    if (close !== '/') {
      found.push([[...open, name].join('/'), selfClosed === '/' ? (attributes ?? '') : decode(text ?? '')]);
      if (selfClosed !== '/') open.push(name ?? '');
    }
  }
  if (open.length > 0) throw new Error(`${open.join('/')} is not closed`);
  return found;
}

function decode(text: string): string {
  return text.replace(/&([^;]*);?/g, (entity, name: string) => {
    const character = name.startsWith('#x') ? String.fromCodePoint(parseInt(name.slice(2), 16)) : ENTITIES[name];
    if (character === undefined) throw new Error(`${entity} is no entity of XML`);
    return character;
  });
}

const textsAt = (xml: string, path: string): string[] =>
  elementsOf(xml)
    .filter(([at]) => at === path)
    .map(([, text]) => text);

describe('the feed of changes in availability', () => {
  const render = (changes: AvailabilityChange[]): string =>
    template('feeds/atom')(presentShortagesFeed({ ...CONTEXT, demo: false, baseUrl: 'https://example.org' }, changes));

  it('escapes what names hold, and leaves out what XML cannot hold', () => {
    const xml = render([CHANGE]);
    expect(textsAt(xml, 'feed/entry/title')).toEqual(['EXEMPLARINE <FORT> & "CIE" 5 mg : rupture de stock']);
    expect(textsAt(xml, 'feed/entry/summary')).toEqual([
      'EXEMPLARINE <FORT> & "CIE" 5 mg : Rupture de stock, 5 janvier 2025.',
    ]);
    expect(textsAt(xml, 'feed/entry/updated')).toEqual(['2025-01-05T00:00:00Z']);
    expect(textsAt(xml, 'feed/entry/id')).toEqual([`https://example.org/ruptures.atom#${CHANGE.id}`]);
    expect(xml).toContain('<link rel="alternate" type="text/html" href="https://example.org/specialites/60000001"/>');
  });

  it('has all that Atom requires of a feed, without entries too', () => {
    const names = elementsOf(render([])).map(([path]) => path);
    for (const name of ['id', 'title', 'updated', 'author/name', 'link']) expect(names).toContain(`feed/${name}`);
    expect(textsAt(render([]), 'feed/id')).toEqual(['https://example.org/ruptures.atom']);
  });

  it('says a declaration by its number, and leads to the page of shortages where no speciality was found', () => {
    const xml = render([{ ...CHANGE, kind: 'closed', cis: null, label: null, number: '20RS1' }]);
    expect(textsAt(xml, 'feed/entry/summary')).toEqual([
      'EXEMPLARINE <FORT> & "CIE" 5 mg : signalement 20RS1, signalement clôturé, 5 janvier 2025.',
    ]);
    expect(xml).toContain('<link rel="alternate" type="text/html" href="https://example.org/ruptures"/>');
  });
});

describe('/ruptures.atom', () => {
  let database: PublishedDatabase;
  beforeAll(async () => {
    database = await createPublishedDatabase(SMALL);
  });
  afterAll(() => database.close());

  const read = async (): Promise<Response> => {
    const app = await startTestApp(database);
    try {
      const answer = await fetch(`${app.url}/ruptures.atom`);
      return new Response(await answer.text(), { status: answer.status, headers: answer.headers });
    } finally {
      await app.close();
    }
  };

  it('gives the latest changes of both sources, the newest first, each once', async () => {
    const answer = await read();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    const xml = await answer.text();
    const [dates, ids] = [textsAt(xml, 'feed/entry/updated'), textsAt(xml, 'feed/entry/id')];
    expect(dates).toEqual([...dates].sort().reverse());
    expect(dates).toHaveLength(Math.min(100, await countChanges(database)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map((id) => id.replace(/^.*#/, '').split('-')[0])).toEqual(
      expect.arrayContaining(['disponibilite', 'signalement']),
    );
  });

  it('keeps the addresses of its entries in a release of the same files', async () => {
    const before = textsAt(await (await read()).text(), 'feed/entry/id');
    await ingestGenerated(database, SMALL);
    expect(textsAt(await (await read()).text(), 'feed/entry/id')).toEqual(before);
  });

  it('is not found where no source speaks of availability', async () => {
    await ingestGenerated(database, { ...SMALL, without: ['ruptures', 'bdpm/CIS_CIP_Dispo_Spec.txt'] });
    expect((await read()).status).toBe(404);
  });
});

/** Days that shortages were reported and closed, and differing packs, states and days of the availability of packs. */
async function countChanges({ dataSource, release }: PublishedDatabase): Promise<number> {
  const [row] = await dataSource.query<{ changes: number }[]>(
    `SELECT (
       (SELECT count(reported_on) + count(closed_on) FROM shortage WHERE release_id = $1) +
       (SELECT count(DISTINCT (cis, cip13, status, coalesce(updated_on, starts_on))) FROM availability
         WHERE release_id = $1 AND coalesce(updated_on, starts_on) IS NOT NULL)
     )::integer AS changes`,
    [release],
  );
  return row?.changes ?? 0;
}
