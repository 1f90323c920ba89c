import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import type { ReleaseAnswer, SourceAnswer } from '../../src/queries/answers.js';
import { DATASETS } from '../../src/queries/datasets/datasets.js';
import type { RejectReason } from '../../src/sources/rows.js';
import { drawing, LISTS_OF_KEYS } from '../../src/web/presenters/data-drawing.js';
import { dictionary, fieldId, type TableFacts, wordsOf } from '../../src/web/presenters/data-tables.js';
import { type DataPage, presentData } from '../../src/web/presenters/data.js';
import { ENGLISH, FRENCH } from '../../src/web/texts/language.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createPublishedDatabase, SMALL } from '../support/published.js';
import { CONTEXT, RELEASE } from './samples.js';

const LANGUAGES = [FRENCH, ENGLISH];
const FIELDS = DATASETS.flatMap((dataset) => dataset.fields.map((field) => ({ dataset, field })));
const idOf = ({ dataset, field }: (typeof FIELDS)[number]): string => fieldId(dataset.name, field.name);
const plain = (text: string): string => text.replaceAll(/[\u202f\u00a0]/g, ' ');

describe.each(LANGUAGES)('the words of the dictionary, $code', ({ code, texts }) => {
  const { fields, values, downloads, sources } = texts.data;
  it('explain every field of every table', () => {
    expect(FIELDS.length).toBeGreaterThan(100);
    expect(FIELDS.filter(({ dataset, field }) => wordsOf(fields, dataset, field) === undefined).map(idOf)).toEqual([]);
  });
  it('explain nothing else', () => {
    const known = new Set(FIELDS.flatMap((each) => [idOf(each), each.field.name]));
    expect([...Object.keys(fields), ...Object.keys(values)].filter((key) => !known.has(key))).toEqual([]);
  });
  it('name every table', () => {
    const titles = DATASETS.map((dataset) => downloads.table(dataset));
    expect(new Set(titles.map(({ title }) => title)).size).toBe(DATASETS.length);
    const french = titles.filter(({ description }, index) => description === DATASETS[index]?.description);
    expect(french).toHaveLength(code === 'fr' ? DATASETS.length : 0);
  });
  it('say why rows are rejected', () => {
    const reasons: Record<RejectReason, true> = {
      wrong_column_count: true,
      bad_code: true,
      bad_date: true,
      bad_number: true,
      unknown_value: true,
      duplicate: true,
      orphan: true,
      unreadable: true,
    };
    expect(Object.keys(reasons).filter((reason) => sources.reason(reason, 2) === `2 ${reason}`)).toEqual([]);
  });
});

describe('the dictionary', () => {
  it('has an anchor for every field, and leads from keys to what they are the key of', () => {
    const rows = dictionary(FRENCH, DATASETS).flatMap(({ fields }) => fields);
    const ids = rows.map(({ id }) => id);
    expect(ids).toEqual(FIELDS.map(idOf));
    expect(new Set(ids).size).toBe(ids.length);
    const keys = rows.flatMap(({ leadsTo }) => (leadsTo === null ? [] : [leadsTo.href.slice(1)]));
    expect(keys).toHaveLength(DATASETS.reduce((sum, { foreignKeys }) => sum + foreignKeys.length, 0));
    expect(keys.filter((id) => !ids.includes(id))).toEqual([]);
  });
  it('says type, key, emptiness, values and source', () => {
    const [row] = dictionary(FRENCH, DATASETS)
      .flatMap(({ fields }) => fields)
      .filter(({ id }) => id === 'notification-rates.sex');
    expect(row).toEqual({
      id: 'notification-rates.sex',
      name: 'sex',
      kind: 'texte, partie de la clé',
      meaning: 'Sexe ; « all » réunit les deux et les non renseignés.',
      values: [
        { code: 'all', label: 'ensemble' },
        { code: 'female', label: 'femmes' },
        { code: 'male', label: 'hommes' },
      ],
      leadsTo: null,
      source: 'Source : BNPV, Open Medic.',
    });
  });
});

describe('the drawing of the tables', () => {
  const drawn = drawing(FRENCH, DATASETS);
  it('has every key of the schemas once, in the picture and in text', () => {
    const keys = DATASETS.reduce((sum, { foreignKeys }) => sum + foreignKeys.length, 0) + LISTS_OF_KEYS.length;
    expect(drawn.joins).toHaveLength(keys);
    expect(drawn.trees.reduce((sum, { boxes }) => sum + boxes.length - 1, 0)).toBe(keys);
    expect(drawn.joins.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'presentations.cis est specialities.cis',
        'specialities.substance_codes réunit des substances.substance_code, séparés par « | »',
      ]),
    );
  });
  it('knows lists of keys by columns that exist', () => {
    const ids = FIELDS.map(idOf);
    for (const { dataset, field, to, references } of LISTS_OF_KEYS)
      expect(ids).toEqual(expect.arrayContaining([fieldId(dataset, field), fieldId(to, references)]));
  });
  it('keeps every box within its picture, and none upon another', () => {
    for (const { width, height, boxes } of drawn.trees)
      for (const [index, box] of boxes.entries()) {
        expect([box.x + box.width <= width, box.y + box.height <= height]).toEqual([true, true]);
        expect(box.y).toBeGreaterThan((boxes[index - 1]?.y ?? -100) + box.height);
      }
  });
  it('leaves out tables that a release does not have', () => {
    const without = drawing(
      ENGLISH,
      DATASETS.filter(({ name }) => name === 'presentations'),
    );
    expect(without).toEqual({ trees: [], joins: [], alone: 'Without the key of another table: Packs.' });
  });
});

const FILE: SourceAnswer = {
  source: 'bnpv',
  file: 'bnpv/2024-01-15_Cas-Patients.csv',
  vintage: '2024-01-15',
  sha256: 'f455bfaeb38979c2aac1e287655de8d68694b4dcc3882afa93c8638db6a5338f',
  bytes: 5_325_864,
  encoding: 'windows-1252',
  rowsRead: 50_472,
  rowsAccepted: 50_471,
  rejected: { bad_date: 1 },
};
const TABLES: TableFacts[] = DATASETS.slice(0, 2).map((dataset, index) => ({
  dataset,
  rows: 1000 + index,
  files: [{ format: 'csv', bytes: 12_345 }],
}));

function present(changes: Partial<ReleaseAnswer> = {}, tables = TABLES): DataPage {
  const release = { ...RELEASE, sources: [FILE], ...changes };
  return presentData({ ...CONTEXT, release, demo: false }, tables, [release, { ...release, id: '6' }]);
}

describe('the page of the data', () => {
  it('answers first', () => {
    const lead = present().lead.map(({ text }) => text);
    expect(plain(lead.join(''))).toMatch(/^2 tables à télécharger, 2 001 lignes : /);
    expect(plain(present().downloads[0]?.rows ?? '')).toBe('1 000 lignes');
    expect(present().downloads[0]?.links.map(({ href, size }) => [href, plain(size)])).toEqual([
      ['/api/v1/datasets/substances.csv', '12 ko'],
      ['/api/v1/datasets/substances.csv?bom=true', ''],
      ['/api/v1/datasets/substances.ndjson', ''],
      ['/api/v1/datasets/substances.parquet', ''],
      ['/api/v1/datasets/substances.schema.json', ''],
    ]);
  });
  it('does without what is still being worked out', () => {
    const page = present(
      {},
      TABLES.map((table) => ({ ...table, rows: null, files: [] })),
    );
    expect(plain(page.lead.map(({ text }) => text).join(''))).toMatch(/^2 tables à télécharger : /);
    expect([page.downloads[0]?.rows, page.measuring === '', present().measuring]).toEqual(['', false, '']);
  });
  it('names each file with its hash, its date and what became of its rows', () => {
    const [source] = present().sources;
    expect([source?.id, source?.files]).toEqual([
      'source-bnpv',
      [
        {
          id: 'fichier-f455bfaeb389',
          name: '2024-01-15_Cas-Patients.csv',
          what: 'version du 15 janvier 2024, 5,3\u00a0Mo, Windows-1252',
          rows: '50\u202f472\u00a0lignes lues, 50\u202f471\u00a0gardées, 1\u00a0rejetée : 1 à la date illisible.',
          sha256: FILE.sha256,
        },
      ],
    ]);
  });
  it('says what was kept and left aside, to the last row', () => {
    const { cases, drugs, hidden } = present().matching;
    expect(cases?.rows.map(({ count }) => plain(count))).toEqual(['1 200', '0', '150', '50', '1 000']);
    expect(drugs?.rows.map(({ percent }) => plain(percent))).toEqual([
      '100,0 %',
      '50,0 %',
      '25,0 %',
      '10,0 %',
      '5,0 %',
      '2,5 %',
      '7,5 %',
    ]);
    expect(plain(hidden)).toBe(
      'Sur 5 000 nombres de déclarations, 700 sont masqués parce qu’ils sont petits, et 300 pour que les premiers ne puissent être retrouvés.',
    );
  });
  it('says that nothing is known of declarations where there are none', () => {
    const { matching } = present({ declarations: null, disclosure: null, exposure: null });
    expect(matching).toEqual({ cases: null, drugs: null, hidden: '', notes: [expect.stringContaining('n’a pas')] });
  });
  it('tells how to cite it, and which version is shown', () => {
    expect(present().citation).toBe(
      'Pharmacovigie, version 7 du 16 février 2026, d’après BNPV, https://site.test/donnees',
    );
    expect(presentData(CONTEXT, TABLES, []).citation).toContain('Données fictives');
    expect(present().releases.map(({ id, current, changes }) => [id, current, changes])).toEqual([
      ['7', true, '/api/v1/releases/7/changes'],
      ['6', false, ''],
    ]);
    expect(present().page.feed?.href).toBe('/versions.atom');
  });
});

describe('/donnees', () => {
  let database: Database;
  let app: TestApp;
  beforeAll(async () => {
    database = await createPublishedDatabase(SMALL);
    app = await startTestApp(database);
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });
  const html = async (path: string): Promise<string> => (await fetch(app.url + path)).text();

  it('has the rows of the interface, and every place that its own links lead to', async () => {
    const { data } = (await (await fetch(`${app.url}/api/v1/datasets`)).json()) as { data: { rows: number }[] };
    const page = await html('/donnees');
    const rows = [...page.matchAll(/>([\d\u202f]+)\u00a0lignes?, /g)].map(([, text]) =>
      Number(text?.replaceAll('\u202f', '')),
    );
    expect(rows).toEqual(data.map((table) => table.rows));
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const places = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect([new Set(ids).size, places.length > 150]).toEqual([ids.length, true]);
    expect(places.filter((id) => !ids.includes(id))).toEqual([]);
  });
  it('leads to files that are there', async () => {
    const page = await html('/donnees');
    const hrefs = [...page.matchAll(/ href="(\/api\/v1\/datasets\/[^"]*|\/donnees\.jsonld)"/g)].map(([, href]) =>
      (href ?? '').replaceAll('&#x3D;', '='),
    );
    const answers = await Promise.all(hrefs.map((href) => fetch(app.url + href, { method: 'HEAD' })));
    expect(hrefs.length).toBeGreaterThan(50);
    expect(answers.flatMap(({ status, url }) => (status === 200 ? [] : [url]))).toEqual([]);
  });
  it('has the hash of every file of the release, and adds up', async () => {
    const { data } = (await (await fetch(`${app.url}/api/v1/releases/current`)).json()) as { data: ReleaseAnswer };
    const page = await html('/donnees');
    for (const { sha256 } of data.sources) expect(page).toContain(`<code>${sha256}</code>`);
    const rejected = data.sources.find(({ file }) => file.includes('Cas-Patients'))?.rejected ?? {};
    const sum = Object.values(rejected).reduce((total, count) => total + count, 0);
    expect(plain(page)).toContain(`<th scope="row">Lignes rejetées</th><td class="n">${String(sum)}</td>`);
  });
  it('speaks English', async () => {
    const page = await html('/donnees?lang=en');
    expect(page).toContain('Code of the active substance');
    expect(page).not.toMatch(/Nombre de|Déclarations par|peut être vide|lignes lues/);
  });
});
