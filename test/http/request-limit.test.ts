import { describe, expect, it } from '@jest/globals';
import { clientOf, RequestLimit } from '../../src/http/request-limit.js';

describe('the limit of requests', () => {
  it('counts each client by the minute, from its first request on', () => {
    let now = 5_000;
    const limit = new RequestLimit(2, () => now);
    expect(limit.take('192.0.2.1')).toEqual({ remaining: 1, seconds: 60, isExceeded: false });
    now += 30_500;
    expect(limit.take('192.0.2.1')).toEqual({ remaining: 0, seconds: 30, isExceeded: false });
    expect(limit.take('192.0.2.2')).toEqual({ remaining: 1, seconds: 60, isExceeded: false });
    now += 29_499;
    expect(limit.take('192.0.2.1')).toEqual({ remaining: 0, seconds: 1, isExceeded: true });
    now += 1;
    expect(limit.take('192.0.2.1')).toEqual({ remaining: 1, seconds: 60, isExceeded: false });
    expect(limit.take('192.0.2.2')).toMatchObject({ remaining: 0, isExceeded: false });
  });

  it('forgets those whose minute began first, when there are very many', () => {
    const limit = new RequestLimit(1, () => 0);
    for (let i = 0; i < 20_000; i++) limit.take(`client ${i}`);
    expect(limit.take('client 0').isExceeded).toBe(true);
    limit.take('one more');
    expect(limit.take('client 1').isExceeded).toBe(true);
    expect(limit.take('client 0').isExceeded).toBe(false);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:c000:207', '192.0.2.7'],
    ['2001:db8::1', '2001:db8:0:0::'],
    ['2001:DB8:0:0:ffff:1:2:3', '2001:db8:0:0::'],
    ['2001:db8:0:1::1', '2001:db8:0:1::'],
    ['fe80::1%eth0', 'fe80:0:0:0::'],
    ['1:2:3:4:5:6:192.0.2.7', '1:2:3:4::'],
    ['::1', '0:0:0:0::'],
    ['no:address', 'no:address'],
  ])('%s counts as %s', (address, client) => {
    expect(clientOf(address)).toBe(client);
  });
});
