import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../src/database/database.js';
import type { IngestionOutcome } from '../../src/ingestion/run.js';
import { runIngestion } from '../../src/ingestion/run.js';
import { SpecialityEventsQuery } from '../../src/queries/speciality-events.js';
import { SpecialityQuery } from '../../src/queries/speciality.js';
import { writeHandMade } from '../oracle/hand-made.js';
import { createTestDatabase } from '../support/databases.js';
import { SILENT, TEST_TIME } from '../support/ingest-generated.js';
import { readersOf } from '../support/readers-of.js';

const CODES = Array.from({ length: 20 }, (_, i) => String(60000001 + i));
const [CIS = '', OTHER = ''] = CODES;
/** Its name holds a mark. */
const MARKED = '60000020';

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Ingests twenty medicines with some optional files beside, given as rows of cells by name. */
async function ingest(files: Record<string, string[][]>, codes = CODES, demo = false): Promise<IngestionOutcome> {
  const directory = await writeHandMade({
    specialities: codes.map((cis) => [
      cis,
      cis === MARKED ? 'EXEMPLIUM 10<sup>6</sup> UI' : `EXEMPLARINE ${cis}, comprimé`,
    ]),
    composition: codes.map((cis) => [cis, '00001', 'EXEMPLARINE', 'SA', '1']),
  });
  for (const [name, rows] of Object.entries(files)) {
    await mkdir(join(directory, name, '..'), { recursive: true });
    const separator = name.endsWith('.csv') ? ';' : '\t';
    await writeFile(join(directory, name), rows.map((cells) => `${cells.join(separator)}\n`).join(''));
  }
  const options = { directory, force: true, demo, minCell: 11, maxRejectedRatio: 0.05, clock: () => TEST_TIME };
  const outcome = await runIngestion(database, options, SILENT);
  await rm(directory, { recursive: true });
  return outcome;
}

async function releaseOf(...given: Parameters<typeof ingest>): Promise<string> {
  const outcome = await ingest(...given);
  if (outcome.status !== 'published') throw new Error(JSON.stringify(outcome));
  return outcome.releaseId;
}

async function errorsOf(...given: Parameters<typeof ingest>): Promise<string[]> {
  const outcome = await ingest(...given);
  return outcome.status === 'failed' ? outcome.errors : [outcome.status];
}

function answerOf(releaseId: string, cis: string): ReturnType<SpecialityQuery['byCis']> {
  const { dataSource } = database;
  const readers = readersOf(dataSource);
  return new SpecialityQuery(readers, new SpecialityEventsQuery(readers)).byCis(releaseId, cis);
}

const member = (group: string, cis: string, type = '1'): string[] => [group, `GROUPE ${group}`, cis, type, '1'];

describe('faults of the optional files', () => {
  it('leave rows of medicines that are gone outside the ratio, however many', async () => {
    const gone = Array.from({ length: 50 }, (_, i) => member('1', String(69000000 + i)));
    const releaseId = await releaseOf({ 'bdpm/CIS_GENER_bdpm.txt': [member('1', CIS, '0'), ...gone] });
    const [file] = await database.dataSource.query<object[]>(
      `SELECT rows_read, rows_accepted, rejected FROM source_file JOIN release USING (run_id)
       WHERE release.id = $1 AND source_table = 'CIS_GENER_bdpm'`,
      [releaseId],
    );
    expect(file).toEqual({ rows_read: 51, rows_accepted: 1, rejected: { orphan: 50 } });
    expect(await answerOf(releaseId, CIS)).toMatchObject({
      genericGroup: { id: '1', members: [{ cis: CIS, type: 'reference' }] },
    });
  });

  it('fail the run where other rows are bad, and the ratio is of the rows that are not orphans', async () => {
    const gone = Array.from({ length: 50 }, (_, i) => member('1', String(69000000 + i)));
    const cut = [['1', 'GROUPE 1', OTHER]];
    expect(await errorsOf({ 'bdpm/CIS_GENER_bdpm.txt': [member('1', CIS), ...gone, ...cut] })).toEqual([
      'bdpm/CIS_GENER_bdpm.txt: 1 of 2 rows rejected (50.0 %: wrong_column_count 1), more than the 5 % allowed: ' +
        'mend the file, or raise MAX_REJECTED_RATIO',
    ]);
  });

  it('fail the run where a page of HTML lies in the place of a file', async () => {
    const page = ['<!doctype html>', '<html><body>', 'Erreur 404', '</body></html>'].map((line) => [line]);
    expect(await errorsOf({ 'bdpm/CIS_CPD_bdpm.txt': page })).toEqual([
      'bdpm/CIS_CPD_bdpm.txt: 4 of 4 rows rejected (100.0 %: wrong_column_count 4), more than the 5 % allowed: ' +
        'mend the file, or raise MAX_REJECTED_RATIO',
    ]);
  });

  it('fail the run where the header of the ATC labels is another, and name the file', async () => {
    expect(
      await errorsOf({
        'atc/libelles.csv': [
          ['code', 'libellé'],
          ['N', 'x'],
        ],
      }),
    ).toEqual(['atc/libelles.csv: ATC labels: the header lacks the required column label']);
  });

  it('reject the same row given twice, in one file or in two', async () => {
    const notice = (cis: string): string[] => [cis, '2026-01-15', '', `<a href="https://exemple.invalid/${cis}">x</a>`];
    const many = CODES.map(notice);
    const releaseId = await releaseOf({
      'bdpm/CIS_InfoImportantes_20260115.txt': [...many, notice(CIS)],
      'bdpm/CIS_InfoImportantes_20260215.txt': [notice(OTHER), ...many.map(([cis = '']) => [cis, '', '', 'Autre'])],
    });
    const rejected = await database.dataSource.query<object[]>(
      `SELECT file, line, reason FROM rejected_row JOIN release USING (run_id) WHERE release.id = $1 ORDER BY file`,
      [releaseId],
    );
    expect(rejected).toEqual([
      { file: 'bdpm/CIS_InfoImportantes_20260115.txt', line: 21, reason: 'duplicate' },
      { file: 'bdpm/CIS_InfoImportantes_20260215.txt', line: 1, reason: 'duplicate' },
    ]);
    expect(await answerOf(releaseId, OTHER)).toMatchObject({
      safetyNotices: [
        { from: '2026-01-15', to: null, text: 'x', href: `https://exemple.invalid/${OTHER}` },
        { from: null, to: null, text: 'Autre', href: null },
      ],
    });
  });

  it('let no mark and no address but of the web through', async () => {
    const evil =
      '<img src=x onerror=alert(1)><script>alert(2)</script><a href="javascript:alert(3)">Lire</a> &lt;b&gt;';
    const releaseId = await releaseOf({
      'bdpm/CIS_InfoImportantes.txt': [[CIS, '2026-01-15', '', evil]],
      'bdpm/CIS_HAS_SMR_bdpm.txt': [[CIS, 'CT-1', 'Inscription', '20220209', 'Faible', evil]],
      'bdpm/CIS_CIP_Dispo_Spec.txt': [[CIS, '', '1', 'Rupture de stock', '', '', '', 'javascript:alert(4)']],
    });
    expect(await answerOf(releaseId, CIS)).toMatchObject({
      safetyNotices: [{ text: 'Lire <b>', href: null }],
      smr: [{ text: 'Lire <b>', opinion: null }],
      availability: [{ status: 'shortage', href: null }],
    });
    expect(await answerOf(releaseId, MARKED)).toMatchObject({ name: 'EXEMPLIUM 10⁶ UI' });
  });

  it('tell a source that is not there from one that says nothing', async () => {
    const releaseId = await releaseOf({ 'bdpm/CIS_MITM.txt': [[OTHER, 'N02BE01', 'x', 'x']] });
    expect(await answerOf(releaseId, CIS)).toMatchObject({
      atc: null,
      majorInterest: false,
      prescriptionConditions: [],
      available: { atc: true, majorInterest: true, atcLabels: false, prescriptionConditions: false, smr: false },
    });
    expect(await answerOf(releaseId, OTHER)).toMatchObject({
      atc: {
        code: 'N02BE01',
        label: null,
        inferred: false,
        path: ['N', 'N02', 'N02B', 'N02BE'].map((code) => ({ code, label: null })),
      },
      majorInterest: true,
    });
  });
});

describe('a medicine that is gone', () => {
  const [first = '', second = '', third = '', ...rest] = CODES;
  const gener = (...rows: string[][]): Record<string, string[][]> => ({ 'bdpm/CIS_GENER_bdpm.txt': rows });
  const named = (cis: string): { cis: string; name: string } => ({ cis, name: `EXEMPLARINE ${cis}, comprimé` });

  it('is kept through later releases with what its group has, and forgotten when it comes back', async () => {
    const all = await releaseOf(gener(member('7', first), member('7', second, '0'), member('7', third)));
    expect(await answerOf(all, first)).toMatchObject(named(first));
    // the group it was in, though the new files do not name it
    const without = await releaseOf(gener(member('7', second), member('7', third, '0')), [second, third, ...rest]);
    const gone = { ...named(first), lastSeen: '2025-03-02' };
    expect(await answerOf(without, first)).toEqual({ gone: { ...gone, replacedBy: [named(third), named(second)] } });
    // the group that the new files name, and a second one gone
    const later = await releaseOf(gener(member('8', first), member('8', third)), [third, ...rest]);
    expect(await answerOf(later, first)).toEqual({ gone: { ...gone, replacedBy: [named(third)] } });
    expect(await answerOf(later, second)).toEqual({
      gone: { ...named(second), lastSeen: '2025-03-02', replacedBy: [] },
    });
    const back = await releaseOf(gener(member('7', first)));
    expect(await answerOf(back, first)).toMatchObject(named(first));
    expect(await answerOf(back, '61234567')).toBeNull();
  });

  it('is no fictitious one in a release of real files', async () => {
    await releaseOf({}, ['60000099', ...CODES], true);
    const real = await releaseOf({});
    expect(await answerOf(real, '60000099')).toBeNull();
  });
});
