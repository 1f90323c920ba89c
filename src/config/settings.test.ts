import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readSettings, SettingsError } from './settings.js';

function mistakes(env: Record<string, string>): string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('have defaults that need nothing', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      databaseReadUrl: null,
      dataDir: resolve('.data'),
      baseUrl: 'http://localhost:3000',
      ingestFrom: null,
      ingestCron: null,
      ingestTz: 'Europe/Paris',
      rateLimit: 600,
      minCell: 11,
      maxRejectedRatio: 0.05,
      maxDataAge: null,
      demo: null,
      publisherName: null,
      publisherContact: null,
      hostedBy: null,
      logFormat: null,
      metricsToken: null,
      drainSeconds: 1,
      trustedProxies: 'loopback',
    });
  });

  it('are those of the environment', () => {
    const env = {
      PORT: '8080',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://someone:secret@db.example:5433/figures?sslmode=require',
      DATABASE_READ_URL: 'postgres://reader:secret@replica.example/figures',
      DATA_DIR: '/var/lib/figures',
      BASE_URL: 'https://figures.example/',
      INGEST_FROM: tmpdir(),
      INGEST_CRON: '0 4 * * mon-fri',
      INGEST_TZ: 'UTC',
      RATE_LIMIT: '60',
      MIN_CELL: '20',
      MAX_REJECTED_RATIO: '0.1',
      MAX_DATA_AGE: '45',
      DEMO: '0',
      PUBLISHER_NAME: 'Association Exemple',
      PUBLISHER_CONTACT: 'contact@figures.example',
      HOSTED_BY: 'Hébergeur Exemple, 1 rue des Exemples, Exempleville',
      LOG_FORMAT: 'text',
      METRICS_TOKEN: '0123456789abcdef',
      DRAIN_SECONDS: '5',
      TRUSTED_PROXIES: '10.0.0.0/8, fd00::1',
    };
    expect(readSettings(env)).toEqual({
      port: 8080,
      host: '0.0.0.0',
      databaseUrl: 'postgres://someone:secret@db.example:5433/figures?sslmode=require',
      databaseReadUrl: 'postgres://reader:secret@replica.example/figures',
      dataDir: '/var/lib/figures',
      baseUrl: 'https://figures.example',
      ingestFrom: { text: tmpdir(), folder: tmpdir(), addresses: [] },
      ingestCron: '0 4 * * mon-fri',
      ingestTz: 'UTC',
      rateLimit: 60,
      minCell: 20,
      maxRejectedRatio: 0.1,
      maxDataAge: 45,
      demo: false,
      publisherName: 'Association Exemple',
      publisherContact: 'contact@figures.example',
      hostedBy: 'Hébergeur Exemple, 1 rue des Exemples, Exempleville',
      logFormat: 'text',
      metricsToken: '0123456789abcdef',
      drainSeconds: 5,
      trustedProxies: '10.0.0.0/8,fd00::1',
    });
  });

  it('take an empty one for an absent one', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(readSettings({}));
  });

  it('give the public address the port', () => {
    expect(readSettings({ PORT: '4000' }).baseUrl).toBe('http://localhost:4000');
  });

  it('name every mistake at once, a line each', () => {
    const env = {
      PORT: 'http',
      HOST: 'two words',
      BASE_URL: 'figures.example',
      INGEST_FROM: '/nowhere/a, ftp://example.org/CIS_bdpm.txt https://example.org/figures.csv',
      INGEST_CRON: 'daily',
      INGEST_TZ: 'Mars/Olympus',
      RATE_LIMIT: '0',
      MAX_REJECTED_RATIO: '5%',
      DEMO: 'maybe',
    };
    expect(mistakes(env)).toEqual([
      'PORT must be a port, 0 to 65535, not « http »',
      'HOST must be a host name or an address, not « two words »',
      'BASE_URL must be an http or https address, not « figures.example »',
      'INGEST_FROM must have http or https addresses, not « ftp://example.org/CIS_bdpm.txt »',
      'INGEST_FROM must have addresses that say which source file they are, not « https://example.org/figures.csv »: add #bdpm/CIS_bdpm.txt or the like',
      'INGEST_FROM must be a folder that is there, or addresses, not « /nowhere/a »',
      'INGEST_CRON must be a cron expression of five or six fields that comes true, not « daily »',
      'INGEST_TZ must be a time zone such as Europe/Paris, not « Mars/Olympus »',
      'RATE_LIMIT must be a whole number from 1 to 1000000, not « 0 »',
      'MAX_REJECTED_RATIO must be a number from 0 to 1, not « 5% »',
      'DEMO must be 0 or 1, not « maybe »',
    ]);
  });

  it.each(['10', '0', '-11', '11.5', '1e3'])('never let MIN_CELL be %s', (text) => {
    expect(mistakes({ MIN_CELL: text })).toEqual([
      `MIN_CELL must be a whole number from 11: smaller counts are never shown, not « ${text} »`,
    ]);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['RATE_LIMIT', '1000001'],
    ['TRUSTED_PROXIES', 'everybody'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['MAX_REJECTED_RATIO', '1.01'],
    ['MAX_REJECTED_RATIO', '-0.1'],
    ['MAX_DATA_AGE', '0'],
    ['MAX_DATA_AGE', '1.5'],
    ['BASE_URL', 'ftp://figures.example'],
    ['BASE_URL', 'https://figures.example/?page=1'],
    ['INGEST_CRON', '* * * *'],
    ['INGEST_CRON', '61 * * * *'],
    ['INGEST_CRON', '0 0 31 2 *'],
    ['PUBLISHER_NAME', 'x'.repeat(201)],
    ['PUBLISHER_CONTACT', 'someone'],
    ['PUBLISHER_CONTACT', 'javascript:alert(1)'],
    ['HOSTED_BY', 'x'.repeat(201)],
    ['LOG_FORMAT', 'xml'],
    ['DRAIN_SECONDS', '9'],
  ])('refuse %s=%s', (name, text) => {
    expect(mistakes({ [name]: text, INGEST_FROM: tmpdir() })).toEqual([
      expect.stringMatching(new RegExp(`^${name} must be .*, not « .* »$`)),
    ]);
  });

  it.each(['mysql://someone:secret@db/figures', 'postgres//secret', 'secret'])(
    'never show a wrong DATABASE_URL or DATABASE_READ_URL',
    (url) => {
      expect(mistakes({ DATABASE_URL: url, DATABASE_READ_URL: url })).toEqual([
        'DATABASE_URL must be postgres://user:password@host:port/database',
        'DATABASE_READ_URL must be postgres://user:password@host:port/database',
      ]);
    },
  );

  it('say of a folder that is not there, or is none, that it is not', () => {
    for (const path of [join(tmpdir(), 'nothing-is-here'), import.meta.filename])
      expect(mistakes({ INGEST_FROM: path })).toEqual([
        `INGEST_FROM must be a folder that is there, or addresses, not « ${path} »`,
      ]);
  });

  it('never show what may be a key in an address', () => {
    for (const address of ['https://someone:secret@example.org/CIS_bdpm.txt', 'https://example.org/get?key=secret'])
      expect(mistakes({ INGEST_FROM: address }).join()).toMatch(/^INGEST_FROM must have (?!.*secret)/);
  });

  it('want to know from where when they know when', () => {
    expect(mistakes({ INGEST_CRON: '0 4 * * *' })).toEqual([
      'INGEST_CRON says when, but INGEST_FROM does not say from where',
    ]);
  });
});
