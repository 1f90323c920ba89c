import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import { Releases } from '../../src/releases/releases.js';
import { sitePictureModel, substancePictureModel } from '../../src/web/pictures/picture-model.js';
import { PictureRenderer } from '../../src/web/pictures/picture-renderer.js';
import { escaped, pictureSvg } from '../../src/web/pictures/picture-svg.js';
import { Pictures } from '../../src/web/pictures/pictures.js';
import { fit } from '../../src/web/pictures/text-fit.js';
import { pageModel } from '../../src/web/presenters/context.js';
import { ENGLISH } from '../../src/web/texts/language.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';
import { addRelease } from '../support/releases.js';
import { CONTEXT, reactions, row, substance } from './samples.js';

const svgOf = (changes: Parameters<typeof substance>[0] = {}, context = CONTEXT): string =>
  pictureSvg(substancePictureModel(context, substance(changes)));
/** What is written in a picture, piece by piece. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
/** Quickly drawn. */
const SMALL = '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="6"/>';
const MASKS = /stroke-dasharray/g;

describe('the picture of a substance', () => {
  it('says the name, the answer, the years, the caution, the release, and that the data are fictitious', () => {
    expect(textsOf(svgOf())).toEqual([
      'Données fictives de démonstration.',
      'Pharmacovigie',
      'Données du 16 février 2026.',
      'EXEMPLARINE',
      '1\u202f000\u00a0déclarations',
      'd’effets indésirables suspectés, 2014–2016, pour environ',
      '2,1\u202fmillions de patients traités par an en ville',
      'Déclarations par année',
      'année dont la donnée est masquée',
      '402',
      '598',
      '2014',
      '2015',
      '2016',
      'Une déclaration est un soupçon, pas une preuve.',
    ]);
    expect(textsOf(svgOf({}, { ...CONTEXT, demo: false }))[0]).toBe('Pharmacovigie');
  });
  it('says it in English', () => {
    const texts = textsOf(svgOf({}, { ...CONTEXT, language: ENGLISH }));
    expect(texts).toContain('1,000\u00a0reports');
    expect(texts).toContain('Reports by year');
  });
  it('marks hidden years, and draws no line to them', () => {
    const byYear = [row('2013', 300), row('2014', 402), row('2015', null), row('2016', 598)];
    const svg = svgOf({ adverseReactions: reactions({ byYear }) });
    // one in the line, one in the key
    expect(svg.match(MASKS)).toHaveLength(2);
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg.match(/<polyline points="([^"]+)"/)?.[1]?.split(' ')).toHaveLength(2);
    const lower = svgOf({ adverseReactions: reactions({ byYear: byYear.filter(({ count }) => count !== null) }) });
    expect(lower.match(MASKS)).toBeNull();
  });
  it('draws nothing of a hidden total', () => {
    const hidden = reactions({ cases: { count: null, suppressed: true } });
    const texts = textsOf(svgOf({ adverseReactions: hidden }));
    expect(texts).toContain('Nombre de déclarations masqué');
    expect(texts.join(' ')).not.toMatch(/402|598|patients/);
  });
  it('lets no name write anything else', () => {
    const svg = svgOf({ name: '</text><script>&"\u0000\ud800' });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;&amp;&quot;');
    expect(escaped('a\u0001\ufffe\ud83d\ude00')).toBe('a\ud83d\ude00');
  });
});

describe('the picture of the site', () => {
  it('draws all declarations, or says that there are none to draw', () => {
    expect(textsOf(pictureSvg(sitePictureModel(CONTEXT, reactions())))).toContain('1\u202f000\u00a0déclarations');
    expect(textsOf(pictureSvg(sitePictureModel(CONTEXT, null)))).toContain('Déclarations non disponibles');
  });
  it('stands for the pages that have none of their own', () => {
    const words = { title: 'x', description: 'x', path: '/x' };
    const page = pageModel({ ...CONTEXT, language: ENGLISH }, words);
    expect(page.picture?.href).toBe('https://site.test/images/pharmacovigie.png?lang=en');
  });
});

describe('text in a picture', () => {
  const room = { width: 600, lines: 2, sizes: [60, 40] as const, bold: true };
  it('shrinks before it wraps further, and is cut only when nothing else helps', () => {
    expect(fit('SHORT', room)).toEqual({ size: 60, lines: ['SHORT'] });
    expect(fit('LONGER NAMES THAN THOSE BEFORE', room)).toEqual({
      size: 40,
      lines: ['LONGER NAMES THAN', 'THOSE BEFORE'],
    });
    const cut = fit('MANY WORDS '.repeat(20), room);
    expect([cut.size, cut.lines.length, cut.lines[1]?.endsWith('…')]).toEqual([40, 2, true]);
  });
  it('breaks words that no line holds', () => {
    expect(fit('A'.repeat(30), room).lines.map((line) => line.length)).toEqual([17, 13]);
    expect(fit('', room).lines).toEqual([]);
  });
});

describe('drawing', () => {
  const renderer = new PictureRenderer();
  afterAll(() => renderer.onModuleDestroy());

  it('is done once for all who ask, and again for another release', async () => {
    const pictures = new Pictures(renderer);
    let drawn = 0;
    const draw = (): string => {
      drawn += 1;
      return SMALL;
    };
    const both = await Promise.all([pictures.png('1', 'a', draw), pictures.png('1', 'a', draw)]);
    expect(both[0]).toBe(both[1]);
    expect(await pictures.png('1', 'a', draw)).toBe(both[0]);
    expect(drawn).toBe(1);
    expect(await pictures.png('2', 'a', draw)).toEqual(both[0]);
    expect(drawn).toBe(2);
  });
  it('goes on after a picture that could not be drawn, which is not remembered', async () => {
    const pictures = new Pictures(renderer);
    await expect(pictures.png('1', 'a', () => 'no picture')).rejects.toThrow();
    const png = await pictures.png('1', 'a', () => SMALL);
    expect(sizeOf(png)).toEqual([12, 6]);
  });
  it('keeps so many pictures, the latest asked for', async () => {
    const drawn: string[] = [];
    class Recorder extends PictureRenderer {
      override render(svg: string): Promise<Buffer> {
        drawn.push(svg);
        return Promise.resolve(Buffer.from(svg));
      }
    }
    const pictures = new Pictures(new Recorder());
    const ask = (key: string): Promise<Buffer> => pictures.png('1', key, () => key);
    await ask('first');
    for (let other = 0; other < 63; other += 1) await ask(String(other));
    await ask('first');
    await ask('one more');
    await ask('first');
    await ask('0');
    expect(drawn.filter((key) => key === 'first' || key === '0')).toEqual(['first', '0', '0']);
  });
});

/** Width and height as the head of a PNG says them. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'));
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('the addresses of pictures', () => {
  let database: Database;
  let app: TestApp;
  beforeAll(async () => {
    database = await createTestDatabase();
    const id = await addRelease(database.dataSource, '/nowhere');
    await new Releases(database.dataSource).activate(id);
    await database.dataSource.query(
      `INSERT INTO substance_member (release_id, member_code, code) VALUES ($1, '00001', '00001'), ($1, '00002', '00001')`,
      [id],
    );
    app = await startTestApp(database);
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });
  const get = (path: string, headers = {}): Promise<Response> => fetch(app.url + path, { redirect: 'manual', headers });

  it.each(['/images/substances/00001.png?lang=en', '/images/pharmacovigie.png'])('give a picture: %s', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(sizeOf(Buffer.from(await answer.arrayBuffer()))).toEqual([1200, 630]);
    const again = await get(path, { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });
  it('lead from a salt to its substance, and from nothing nowhere', async () => {
    const salt = await get('/images/substances/00002.png?lang=en');
    expect([salt.status, salt.headers.get('location')]).toEqual([301, '/images/substances/00001.png?lang=en']);
    expect((await get('/images/substances/99999.png')).status).toBe(404);
    expect((await get('/images/substances/00001')).status).toBe(404);
  });
  it('are named by the pages', async () => {
    const html = await (await get('/substances/00001')).text();
    expect(html).toContain('<meta property="og:image" content="http://localhost:3000/images/substances/00001.png">');
  });
});
