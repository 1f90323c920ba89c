import { DomUtils, parseDocument } from 'htmlparser2';
import type { Database } from '../src/database/database.js';
import { normalise } from '../src/sources/normalise.js';
import { POPULATIONS, type AdverseReactions, type Row } from '../src/statistics/figures.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createTestDatabase } from './support/databases.js';
import { ingestGenerated } from './support/ingest-generated.js';

interface Item {
  code: string;
  name: string;
  cases: { count: number | null; suppressed: boolean };
}

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];
type Nodes = Parameters<typeof DomUtils.getElementsByTagName>[1];

const HIDDEN = 'donnée masquée';

/** Everything that speaks to the public, asked as the public does: nothing depends on a number that is hidden. */
describe('what the public is told of hidden numbers', () => {
  let database: Database;
  let app: TestApp;
  let items: Item[];
  let answers: AdverseReactions[];

  const ask = async (path: string): Promise<Response> => {
    const answer = await fetch(`${app.url}${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer;
  };
  const data = async <T>(path: string): Promise<T> =>
    ((await (await ask(`/api/v1${path}`)).json()) as { data: T }).data;
  const population = (name: string): string => `population=${encodeURIComponent(name)}`;

  beforeAll(async () => {
    database = await createTestDatabase();
    await ingestGenerated(database, { cases: 4000 });
    app = await startTestApp(database, { rateLimit: 1_000_000 });
    items = [];
    for (let page = 1; items.length === 100 * (page - 1); page += 1)
      items.push(...(await data<Item[]>(`/substances?sort=-cases&pageSize=100&page=${page}`)));
    answers = [];
    for (const name of POPULATIONS) {
      answers.push(await data<AdverseReactions>(`/statistics/declarations?${population(name)}`));
      for (const { code } of items)
        answers.push(
          (await data<{ adverseReactions: AdverseReactions }>(`/substances/${code}?${population(name)}`))
            .adverseReactions,
        );
    }
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  /** Hidden ones last; visible ones by their number; where that says nothing, by name. */
  const inPublicOrder = <T>(rows: readonly T[], of: (row: T) => { count: number | null; name: string }): T[] => {
    const place = (row: T): [count: number, name: string] => [of(row).count ?? -1, normalise(of(row).name)];
    return rows.toSorted((a, b) => {
      const [[countA, nameA], [countB, nameB]] = [place(a), place(b)];
      return countB - countA || (nameA < nameB ? -1 : nameA > nameB ? 1 : 0);
    });
  };

  it('the order of a list gives nothing away: hidden numbers are last, by name', () => {
    const byLabel = ({ count, label }: Row): { count: number | null; name: string } => ({ count, name: label });
    let both = 0;
    for (const { byReporter, byOrganClass } of answers) {
      for (const rows of [byReporter, byOrganClass, ...byOrganClass.map(({ highLevelTerms }) => highLevelTerms)]) {
        const keys = rows.map(({ key }) => key);
        expect(keys).toEqual(inPublicOrder(rows, byLabel).map(({ key }) => key));
        if (rows.filter(({ suppressed }) => suppressed).length > 1 && rows.some(({ count }) => count !== null))
          both += 1;
      }
    }
    expect(both).toBeGreaterThan(100);
    const byName = ({ cases, name }: Item): { count: number | null; name: string } => ({ count: cases.count, name });
    expect(items.map(({ code }) => code)).toEqual(inPublicOrder(items, byName).map(({ code }) => code));
    expect(items.filter(({ cases }) => cases.suppressed).length).toBeGreaterThan(10);
  });

  it('a row with a hidden number has no bar, no mark and no percentage on its page', async () => {
    let [rows, shown] = [0, 0];
    // the most declared, the least, and some between
    for (const { code } of items.filter((_, i) => i % 8 === 0)) {
      for (const name of POPULATIONS) {
        const page = parseDocument(await (await ask(`/substances/${code}?${population(name)}`)).text());
        for (const row of rowsOf(page.childNodes)) {
          const told = toldOf(row);
          if (!textOf(row).includes(HIDDEN)) shown += told.length > 1 ? 1 : 0;
          else {
            rows += 1;
            expect({ code, name, told }).toEqual({ code, name, told: [] });
          }
        }
      }
    }
    expect([rows > 1000, shown > 1000]).toEqual([true, true]);
  });

  it('a chart of years has a point for each number that is shown and no other', async () => {
    let hiddenYears = 0;
    for (const { code, cases } of items.filter((_, i) => i % 8 === 0)) {
      if (cases.suppressed) continue;
      const page = parseDocument(await (await ask(`/substances/${code}`)).text());
      const [figure] = byAttribute(page.childNodes, 'data-name', 'declarations-par-annee');
      const years = figure === undefined ? [] : byTag(figure, 'td').filter(({ attribs }) => 'data-value' in attribs);
      const hidden = years.filter((cell) => textOf(cell).includes(HIDDEN));
      hiddenYears += hidden.length;
      expect(hidden.map(({ attribs }) => attribs['data-value'])).toEqual(hidden.map(() => ''));
      // drawn twice, wide and narrow
      const drawn = figure === undefined ? [] : byTag(figure, 'circle');
      expect([code, drawn.length]).toEqual([code, 2 * (years.length - hidden.length)]);
    }
    expect(hiddenYears).toBeGreaterThan(5);
  });

  it('the title and the description of a page say no number that is hidden', async () => {
    const hidden = items.filter(({ cases }) => cases.suppressed).slice(0, 10);
    const shown = items.slice(0, 3);
    for (const { code, cases } of [...hidden, ...shown]) {
      const page = parseDocument(await (await ask(`/substances/${code}`)).text());
      const said = [
        ...byTag(page.childNodes, 'title').map(textOf),
        ...byTag(page.childNodes, 'meta').map(({ attribs }) => attribs['content'] ?? ''),
        ...byTag(page.childNodes, 'h1').map(textOf),
      ].join('\n');
      // thin spaces part thousands
      expect([code, /\d[\d\s]*déclaration/.test(said)]).toEqual([code, !cases.suppressed]);
      expect(said.includes('masqué')).toBe(cases.suppressed);
    }
  });

  it('a table that is taken whole holds neither the number nor its percentage', async () => {
    const names = (await data<{ name: string }[]>('/datasets')).map(({ name }) => name);
    const withHidden: string[] = [];
    for (const name of names) {
      const lines = (await (await ask(`/api/v1/datasets/${name}.ndjson`)).text()).trimEnd().split('\n');
      const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      const hidden = rows.filter(({ suppressed }) => suppressed === true);
      if (hidden.length > 0) withHidden.push(name);
      // cases, or errors: medication errors are about patients too
      const numberOf = ({ cases, errors }: Record<string, unknown>): unknown => (cases === undefined ? errors : cases);
      expect(hidden.filter((row) => numberOf(row) !== null || (row['percent'] ?? null) !== null)).toEqual([]);
      expect(rows.filter((row) => row['suppressed'] === false && numberOf(row) === null)).toEqual([]);
    }
    expect(withHidden.filter((name) => name.startsWith('cases-by-'))).toHaveLength(7);
  });
});

const textOf = (nodes: Nodes): string => DomUtils.textContent(nodes);
const byTag = (nodes: Nodes, name: string): Element[] => DomUtils.getElementsByTagName(name, nodes);
const byAttribute = (nodes: Nodes, name: string, value: string): Element[] =>
  DomUtils.findAll(({ attribs }) => attribs[name] === value, [nodes].flat());

/**
 * The parts of a page that speak of one number: lines of tables, and of the organ classes. A line of the pyramid speaks of
 * two: each is a number with its half of the drawing.
 */
function rowsOf(nodes: Nodes): Element[][] {
  const lines = byTag(nodes, 'tr').flatMap((row) => {
    const cells = byTag(row.childNodes, 'td');
    const [women, drawnWomen, drawnMen, men] = cells;
    if (drawnWomen?.attribs['class'] !== 'graph women') return [cells];
    return [
      [women, drawnWomen],
      [men, drawnMen],
    ].map((pair) => pair.filter((cell) => cell !== undefined));
  });
  return [...lines, ...DomUtils.getElementsByClassName('class-row', nodes).map((row) => [row])];
}

/** What a line says of its number: bars and marks, percentages, rates. */
function toldOf(row: Element[]): string[] {
  // consumers are nobody's declarations
  const own = row.filter(({ attribs }) => !(attribs['class'] ?? '').includes('wide-only'));
  const drawn = [...byTag(own, 'rect'), ...byTag(own, 'circle'), ...byTag(own, 'line')].filter(
    ({ attribs }) => attribs['class'] !== 'p',
  );
  const styled = DomUtils.findAll((node) => 'style' in node.attribs, own);
  const words = textOf(own).match(/\d+/g) ?? [];
  return [...[...drawn, ...styled].map(({ name }) => name), ...words];
}
