import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/database/database.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/databases.js';

/** Milliseconds. */
const SHORT = { headers: 150, request: 300, lookEvery: 30, silence: 2_000, keepAlive: 100 };

let database: Database;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startTestApp(database, {}, { limits: SHORT });
});
afterAll(async () => {
  await app.close();
  await database.close();
});

/** Sends this much and no more, and gives what was answered until the server closed the connection. */
function send(...texts: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('close', () => {
      resolve(answer);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // what was still being sent when the server had seen enough
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
    });
    for (const text of texts) socket.write(text);
  });
}

describe('a client that is slow', () => {
  it.each([
    ['to say anything', '', /^(?:HTTP\/1\.1 408 |$)/],
    ['with its headers', 'GET / HTTP/1.1\r\nHost: here\r\nX-Slow: ', /^HTTP\/1\.1 408 Request Timeout\r\n/],
    ['with a body', 'POST /nowhere HTTP/1.1\r\nHost: here\r\nContent-Length: 10000\r\n\r\nabc', /^HTTP\/1\.1 40[58] /],
  ])('%s loses its connection, and nobody else waits for it', async (_, text, expected) => {
    const slow = Array.from({ length: 50 }, () => send(text));
    const fast = await fetch(`${app.url}/healthz`);
    expect(fast.status).toBe(200);
    for (const answer of await Promise.all(slow)) {
      expect(answer).toMatch(expected);
      expect(answer).not.toMatch(/^(?:server|x-powered-by):| {4}at |node|fastify/im);
    }
  });

  it('between two requests loses it, too', async () => {
    expect(await send('GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n')).toContain('{"alive":true}');
  });
});

it('does not wait for a connection that says nothing when it closes', async () => {
  const patient = await startTestApp(database, {}, { limits: { headers: 60_000, request: 60_000 } });
  const { hostname, port } = new URL(patient.url);
  const silent = connect(Number(port), hostname);
  await once(silent, 'connect');
  await fetch(`${patient.url}/healthz`);
  const closed = once(silent, 'close');
  await patient.close();
  await closed;
}, 10_000);

it('refuses headers that are too long, and what is no HTTP, in plain words', async () => {
  expect(await send(`GET / HTTP/1.1\r\nHost: here\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  );
  expect(await send('NO WAY\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]*"message":"Client Error"/);
});
