import { randomBytes } from 'node:crypto';
import { faultLines } from '../../src/cli/expected-faults.js';
import { refuseUnfit } from '../../src/database/check-server.js';
import { DatabaseError, withRemedy } from '../../src/database/database-error.js';
import { describeDatabase } from '../../src/database/data-source.js';
import { openUrl } from '../../src/database/database.js';
import { createEmptyDatabase } from '../support/databases.js';

/** The lines that an operator sees when the database of an address is opened. */
async function linesFor(url: string): Promise<string[]> {
  try {
    const database = await openUrl(url, () => Promise.resolve());
    await database.close();
    return [];
  } catch (error) {
    return faultLines(error);
  }
}

/** The same address with other parts. */
const changed = (address: string, parts: Partial<URL>): string => Object.assign(new URL(address), parts).href;

describe('a database that cannot be opened', () => {
  let url: string;

  beforeAll(async () => {
    url = await createEmptyDatabase();
  });

  it('because nothing listens is named without its password', async () => {
    expect(await linesFor('postgres://someone:secret@127.0.0.1:1/figures')).toEqual([
      'The database 127.0.0.1:1/figures cannot be reached: connect ECONNREFUSED 127.0.0.1:1: start PostgreSQL, or correct the host and port of DATABASE_URL',
    ]);
  });

  it.each([
    ['no machine has its name', { hostname: 'nowhere.invalid' }, 'correct the host of DATABASE_URL'],
    ['its password is another', { password: 'mistaken' }, 'correct the user or the password of DATABASE_URL'],
    ['it has no such user', { username: 'nobody' }, 'correct the user or the password of DATABASE_URL'],
    [
      'the server has no such database',
      { pathname: '/nowhere' },
      'make it (CREATE DATABASE), or correct the name at the end of DATABASE_URL',
    ],
    [
      'it does not speak TLS',
      { search: '?sslmode=verify-full' },
      'take sslmode out of DATABASE_URL, or switch SSL on there',
    ],
  ])('because %s: one line says what to do', async (_why, parts, remedy) => {
    const lines = await linesFor(changed(url, parts));
    expect(lines).toEqual([expect.stringMatching(/^The database \S+ cannot be reached: .+: /)]);
    expect(lines[0]?.endsWith(`: ${remedy}`)).toBe(true);
    expect(lines[0]).not.toContain('mistaken');
  });

  it('because its user may not make tables is one line about rights', async () => {
    const own = await createEmptyDatabase();
    const owner = await describeDatabase(own).initialize();
    const role = `reader_${randomBytes(4).toString('hex')}`;
    await owner.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC; CREATE ROLE ${role} LOGIN PASSWORD 'reader'`);
    try {
      expect(await linesFor(changed(own, { username: role, password: 'reader' }))).toEqual([
        'The database could not be brought up to date: permission denied for schema public: let the user of DATABASE_URL make tables and schemas (GRANT CREATE ON DATABASE, and on SCHEMA public)',
      ]);
    } finally {
      await owner.query(`DROP ROLE ${role}`);
      await owner.destroy();
    }
  });

  it.each([
    [
      { number: 130_018, name: '13.18', encoding: 'UTF8' },
      'The database is PostgreSQL 13.18: version 14 or newer is needed, upgrade it or correct DATABASE_URL',
    ],
    [
      { number: 150_004, name: '15.4', encoding: 'LATIN1' },
      `The database is in LATIN1: make one in UTF-8 (CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0) and name it in DATABASE_URL`,
    ],
  ])('because it would not do: %j', (server, line) => {
    expect(() => {
      refuseUnfit(server);
    }).toThrow(new DatabaseError(line));
  });

  it.each([
    [{ code: '53300', message: 'too many clients' }, 'too many clients: raise max_connections'],
    [{ code: '57P03', message: 'starting up' }, 'starting up: the server starts or stops'],
    [{ code: '25006', message: 'read-only' }, 'read-only: DATABASE_URL must lead to the server that can be written to'],
    [{ code: '53100', message: 'No space left' }, 'No space left: make room on the machine of the server'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', message: 'self-signed' }, 'self-signed: name the file of its authority'],
    [{ code: 'ECONNREFUSED', message: '' }, 'ECONNREFUSED: start PostgreSQL'],
    [{ code: '42P07', message: 'already exists' }, 'already exists'],
  ])('%j: what to do', (fault, line) => {
    expect(withRemedy(Object.assign(new Error(fault.message), fault))).toMatch(new RegExp(`^${line}`));
  });
});
