import { describe, expect, it } from '@jest/globals';
import { encodingOf } from '../../src/web/accepted-encoding.js';
import { KeptAnswers, type KeptAnswer } from '../../src/http/kept-answers.js';

const answer = (text: string, size = 0): KeptAnswer => ({
  route: null,
  etag: '"x"',
  headers: [],
  bodyHeaders: [],
  body: Buffer.alloc(Math.max(size, text.length), text),
});

describe('answers that are kept', () => {
  it('are found again in their release, and in no other', () => {
    const kept = new KeptAnswers(10_000);
    kept.make('1', 'a')(answer('x'));
    expect(kept.find('1', 'a')).toEqual(answer('x'));
    expect(kept.find('2', 'a')).toBeUndefined();
    // going back to a release starts anew, too
    expect(kept.find('1', 'a')).toBeUndefined();
  });

  it('give way, the least recently used first, when there are too many bytes', () => {
    const kept = new KeptAnswers(10_000);
    for (const key of ['a', 'b', 'c']) kept.make('1', key)(answer(key, 2_000));
    expect(kept.find('1', 'a')).toBeDefined();
    kept.make('1', 'd')(answer('d', 2_000));
    expect(['a', 'b', 'c', 'd'].filter((key) => kept.find('1', key) !== undefined)).toEqual(['a', 'c', 'd']);
    // one that is larger than all the room is not kept at all
    kept.make('1', 'e')(answer('e', 20_000));
    expect(kept.find('1', 'e')).toBeUndefined();
  });

  it('are made once for all who wait', async () => {
    const kept = new KeptAnswers(10_000);
    const settle = kept.make('1', 'a');
    const waiting = [kept.find('1', 'a'), kept.find('1', 'a')];
    settle(answer('x'));
    expect([await waiting[0], await waiting[1]]).toEqual([answer('x'), answer('x')]);
  });

  it('that could not be made leave the others to make their own', async () => {
    const kept = new KeptAnswers(10_000);
    const settle = kept.make('1', 'a');
    const waiting = kept.find('1', 'a');
    settle(null);
    expect(await waiting).toBeNull();
    expect(kept.find('1', 'a')).toBeUndefined();
  });

  it('that were under way when the release changed are not kept', () => {
    const kept = new KeptAnswers(10_000);
    const settle = kept.make('1', 'a');
    expect(kept.find('2', 'a')).toBeUndefined();
    settle(answer('of the former release'));
    expect(kept.find('2', 'a')).toBeUndefined();
  });
});

describe('the encoding of an answer', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity', 'identity'],
    [undefined, 'identity'],
  ])('for « %s » is %s', (accepted, expected) => {
    expect(encodingOf(accepted)).toBe(expected);
  });
});
