import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { DOCUMENT_FILE } from '../../src/api/openapi.controller.js';
import type { Document } from './document.js';
import { describeWithExamples } from './examples.js';
import { type FixedRelease, startFixedRelease } from './fixed-release.js';

/** Of the recommended rules, those that do not hold here, each with its reason. */
const RULES_OFF = {
  // a service is installed where people like: the document that is served names its own address
  'no-server-example.com': 'off',
} as const;

/** As it was when the service started: one of the tests may write it anew. */
const committed = await readFile(DOCUMENT_FILE, 'utf8');

describe('docs/openapi.json', () => {
  let fixed: FixedRelease;
  beforeAll(async () => {
    fixed = await startFixedRelease();
  });
  afterAll(async () => {
    await fixed.close();
  });

  it('is what the code and a release that is always the same make', async () => {
    // UPDATE_GOLDEN=1 writes the file anew
    const described = JSON.stringify(await describeWithExamples(fixed.app, fixed.url));
    // what fits into a line stands on one: a figure is one line of a comparison, not seven
    const made = await format(described, { ...(await resolveConfig(DOCUMENT_FILE)), parser: 'json' });
    if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(DOCUMENT_FILE, made);
    expect(made).toBe(await readFile(DOCUMENT_FILE, 'utf8'));
  });

  it('is served, but for the address of the server', async () => {
    const served = (await (await fetch(`${fixed.url}/api/v1/openapi.json`)).json()) as Document;
    expect(served).toEqual({ ...(JSON.parse(committed) as Document), servers: [{ url: 'http://localhost:3000' }] });
  });

  it('keeps the rules of a good description', async () => {
    const config = await createConfig({ extends: ['recommended'], rules: RULES_OFF });
    const source = await readFile(DOCUMENT_FILE, 'utf8');
    const problems = await lintFromString({ source, absoluteRef: DOCUMENT_FILE, config });
    expect(
      problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer ?? ''}: ${message}`),
    ).toEqual([]);
  });

  it('describes every address in the same way', async () => {
    const { paths } = JSON.parse(await readFile(DOCUMENT_FILE, 'utf8')) as Document;
    for (const [path, item] of Object.entries(paths)) {
      const { operationId, summary, tags, responses } = item.get;
      expect([path, Object.keys(item)]).toEqual([path, ['get']]);
      expect([path, operationId, summary, tags]).toEqual([
        path,
        expect.stringMatching(/^\w+\.\w+$/),
        expect.any(String),
        [expect.any(String)],
      ]);
      expect([path, Object.keys(responses)]).toEqual([
        path,
        expect.arrayContaining(['200', '304', '400', '429', '503', 'default']),
      ]);
      if (path.includes('{')) expect([path, Object.keys(responses)]).toEqual([path, expect.arrayContaining(['404'])]);
    }
  });
});
