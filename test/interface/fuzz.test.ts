import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { DOCUMENT_FILE } from '../../src/api/openapi.controller.js';
import type { Problem } from '../../src/api/problem.js';
import type { Document } from './document.js';
import { type DrawnRequest, drawRequest, randomOf } from './drawn-requests.js';
import { type FixedRelease, startFixedRelease } from './fixed-release.js';
import { told } from './hidden-figures.js';

const REQUESTS = 1600;
const AT_ONCE = 8;
const SEED = 20250302;

/** What only the inside of the service knows: places in the code, questions to the database. */
const INSIDE = /\bat \/|node_modules|\.[jt]s:\d|\bSELECT\b|\bFROM \w+_|syntax error|invalid byte|pg_|TypeError/;

interface Given {
  status: number;
  type: string;
  allow: string;
  body: string;
}

describe('the interface, asked anything', () => {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let document: Document;
  let fixed: FixedRelease;
  beforeAll(async () => {
    document = JSON.parse(await readFile(DOCUMENT_FILE, 'utf8')) as Document;
    fixed = await startFixedRelease();
  });
  afterAll(async () => {
    agent.destroy();
    await fixed.close();
  });

  /** As it stands: fetch would mend the address. */
  const send = ({ method, address, headers }: DrawnRequest): Promise<Given> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(fixed.url);
      const outgoing = request({ agent, hostname, port, method, headers, path: address }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const { 'content-type': type = '', 'content-encoding': encoding, allow = '' } = answer.headers;
          const body = plain(Buffer.concat(chunks), encoding).toString();
          resolve({ status: answer.statusCode ?? 0, type, allow, body });
        });
      });
      outgoing.on('error', reject);
      outgoing.end();
    });

  it('never fails, never says what is inside or hidden, and names every parameter at fault', async () => {
    const random = randomOf(SEED);
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    const drawn = Array.from({ length: REQUESTS }, () => drawRequest(document, random));
    const work = async (): Promise<void> => {
      for (let next = drawn.pop(); next !== undefined; next = drawn.pop()) {
        const given = await send(next);
        statuses.set(given.status, (statuses.get(given.status) ?? 0) + 1);
        const asked = `${next.method} ${next.address.slice(0, 200)} ${JSON.stringify(next.headers)}`;
        faults.push(...faultsOf(next, given).map((fault) => `${asked}: ${fault}`));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(faults.slice(0, 20)).toEqual([]);
    // the draw is worth something only when it reaches everything
    for (const status of [200, 204, 304, 400, 404, 405]) expect(statuses.get(status) ?? 0).toBeGreaterThan(20);
  });
});

function plain(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body;
  return encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
}

function faultsOf(asked: DrawnRequest, given: Given): string[] {
  const { status, type, body } = given;
  const faults: string[] = [];
  if (!allowedStatuses(asked).includes(status)) faults.push(`${status} ${body.slice(0, 300)}`);
  if (INSIDE.test(body) && !asked.address.includes('openapi'))
    faults.push(`tells of the inside: ${body.slice(0, 300)}`);
  if (status === 405 && given.allow !== 'GET, HEAD, OPTIONS') faults.push('405 without Allow');
  if (asked.method === 'HEAD' || body === '') return faults;
  if (status >= 400) return [...faults, ...faultsOfProblem(asked, given)];
  return [...faults, ...bodies(type, body).flatMap((value) => told(value))];
}

/** What a request may be answered with, knowing what is wrong with it. */
function allowedStatuses({ method, address, wrong, known }: DrawnRequest): number[] {
  if (method === 'OPTIONS') return [204, 400];
  if (method !== 'GET' && method !== 'HEAD') return [405, 400];
  if (!known) return [200, 301, 304, 400, 404, 410];
  if (wrong.length > 0) return [400];
  // the number of a release that there is not
  return address.includes('against=') ? [200, 304, 404] : [200, 304];
}

function faultsOfProblem({ wrong, known, method }: DrawnRequest, { status, type, body }: Given): string[] {
  if (!type.startsWith('application/problem+json')) return [`${status} is ${type}`];
  const { status: said, title, detail, parameters = [] } = JSON.parse(body) as Problem;
  if (said !== status || title === '' || detail === '') return [`a problem that says little: ${body}`];
  if (status !== 400 || !known || method !== 'GET') return [];
  // of a long name the beginning is enough
  const named = parameters.some((name) => wrong.some((one) => one.startsWith(name)) && detail.includes(`"${name}"`));
  return named ? [] : [`names none of ${wrong.join(', ').slice(0, 100)}: ${body}`];
}

function bodies(type: string, body: string): unknown[] {
  if (type.startsWith('application/json')) return [JSON.parse(body)];
  if (!type.startsWith('application/x-ndjson')) return [];
  return body.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));
}
