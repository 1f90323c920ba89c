import { describe, expect, it } from '@jest/globals';
import { type Ask, PublicReader } from '../../src/attack/read-public.js';

const RELEASE = { id: '7', declarations: { casesKept: 900 }, periods: { declarations: null, exposure: null } };
const busy = (seconds: string): Response => new Response(null, { status: 429, headers: { 'retry-after': seconds } });

/** Gives these answers one after the other, and remembers what was asked and how long was waited. */
function reading(...answers: Response[]): { reader: PublicReader; asked: string[]; waited: number[] } {
  const [asked, waited]: [string[], number[]] = [[], []];
  const ask: Ask = (address) => {
    asked.push(address);
    return Promise.resolve(answers.shift() ?? new Response(null, { status: 500 }));
  };
  const wait = (milliseconds: number): Promise<void> => {
    waited.push(milliseconds);
    return Promise.resolve();
  };
  return { reader: new PublicReader(ask, wait), asked, waited };
}

describe('reading the public interface', () => {
  it('comes back when it is told to', async () => {
    const { reader, asked, waited } = reading(busy('30'), busy('soon'), Response.json({ data: RELEASE }));
    expect(await reader.release()).toMatchObject({ id: '7', casesKept: 900 });
    expect(asked).toEqual(Array.from({ length: 3 }, () => '/api/v1/releases/current'));
    expect(waited).toEqual([30_000, 1000]);
  });

  it('reads the list to its end', async () => {
    const items = (count: number): Response =>
      Response.json({ data: Array.from({ length: count }, (_, i) => ({ code: String(i), name: 'X', cases: null })) });
    const { reader, asked } = reading(items(100), items(100), items(1));
    expect(await reader.list()).toHaveLength(201);
    expect(asked).toEqual([1, 2, 3].map((page) => `/api/v1/substances?page=${page}&pageSize=100`));
  });

  it.each([
    [Response.json({ detail: 'No data yet.' }, { status: 503 }), 'answers 503: No data yet.'],
    [new Response('<html>', { status: 200 }), 'answers 200, and gives no data'],
    [Response.json({ data: 1 }, { status: 404 }), 'answers 404, and gives no data'],
  ])('says in one line what else it was given (%#)', async (answer, line) => {
    await expect(reading(answer).reader.release()).rejects.toThrow(`/api/v1/releases/current ${line}`);
  });

  it('passes over the declarations together where the interface does not have them', async () => {
    const release = { ...RELEASE, casesKept: 900 };
    const { reader, asked } = reading(new Response(null, { status: 404 }));
    expect(await reader.declarations(release)).toBeNull();
    expect(asked).toEqual(['/api/v1/statistics/declarations']);
  });
});
