import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { isUtf8 } from 'node:buffer';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { casesParser } from '../sources/bnpv/cases.js';
import { drugsParser } from '../sources/bnpv/drugs.js';
import { reactionsParser } from '../sources/bnpv/reactions.js';
import type { Encoding } from '../sources/inspect.js';
import { consumersParser } from '../sources/open-medic/consumers.js';
import { LONGEST_LINE, readLines } from '../sources/lines.js';
import type { Line, Reject, RowParser } from '../sources/rows.js';
import { copyLine } from './copy.js';
import { consumersReading } from './load-consumers.js';
import { caseReading, drugReading, reactionReading } from './load-declarations.js';
import { throughBytes, type ByteReading } from './read-bytes.js';
import { readFileOf } from './read-file.js';
import { TextNumbers } from './text-numbers.js';

let path: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-bytes-'));
  path = join(folder, 'any.csv');
});
afterAll(() => rm(folder, { recursive: true }));

/** A file of declarations, and how it is read: by its bytes, and line by line by way of texts. */
interface Table<T> {
  readonly reading: (encoding: Encoding, numbers: TextNumbers) => ByteReading<T>;
  readonly parser: (header: Line) => RowParser<T>;
}

interface Outcome {
  text: string;
  rejects: Pick<Reject, 'line' | 'reason' | 'text' | 'caseKey'>[];
  rows: { read: number; accepted: number };
  /** What rows name by a number. */
  texts: (readonly [number, string])[];
}

async function byBytes<T>({ reading }: Table<T>, encoding: Encoding): Promise<Outcome> {
  const rejects: Reject[] = [];
  const source = { source: 'bnpv', table: 'Effets', year: null, vintage: null, path, name: 'any.csv' } as const;
  const file = readFileOf(source, { sha256: '', bytes: 1, encoding });
  const log = { reject: () => Promise.resolve() };
  const blocks: Buffer[] = [];
  const numbers = new TextNumbers();
  const taking = { ...reading(encoding, numbers), onReject: (reject: Reject) => void rejects.push(reject) };
  for await (const block of throughBytes(file, taking, log)) blocks.push(block);
  const rows = { read: file.report.rowsRead, accepted: file.report.rowsAccepted };
  return { text: Buffer.concat(blocks).toString(), rejects, rows, texts: numbers.take() };
}

async function byText<T>({ reading, parser }: Table<T>, encoding: Encoding): Promise<Outcome> {
  const outcome: Outcome = { text: '', rejects: [], rows: { read: 0, accepted: 0 }, texts: [] };
  const numbers = new TextNumbers();
  const way = reading(encoding, numbers);
  let parse: RowParser<T> | null = null;
  for await (const block of readLines(path, encoding)) {
    const lines = parse === null ? block.slice(1) : block;
    parse ??= parser(block[0] ?? { number: 1, text: '' });
    for (const parsed of parse(lines)) {
      outcome.rows.read += 1;
      if (!parsed.ok) outcome.rejects.push(parsed);
      else {
        outcome.rows.accepted += 1;
        outcome.text += copyLine(way.cellsOf(parsed.row, parsed.line));
      }
    }
  }
  outcome.texts = numbers.take();
  return outcome;
}

async function sameBothWays<T>(table: Table<T>, content: Buffer): Promise<Outcome> {
  await writeFile(path, content);
  const encoding = isUtf8(content) ? 'utf-8' : 'windows-1252';
  const outcome = await byBytes(table, encoding);
  expect(outcome).toEqual(await byText(table, encoding));
  return outcome;
}

const CASES = { reading: caseReading, parser: casesParser };
const REACTIONS = { reading: reactionReading, parser: reactionsParser };
const DRUGS = { reading: drugReading, parser: drugsParser };

const CONSUMERS = {
  reading: (encoding: Encoding) => consumersReading(encoding, 2019),
  parser: (header: Line) => consumersParser(header, 2019),
};

const CASE_HEADER =
  'AER_ID;CAS;VER;NOTIF;SEXE;AGE;U_AGE;DATE_NAISS;TYP_NOTIF;GRAVE;DECES;PRO_V;HOSPI;INCAP;ANO_C;AUTRE;PAYS_CAS';
const REACTION_HEADER = 'AER_ID;CAS;VER;EFFET_HLT;EFFET_SOC';
const DRUG_HEADER = 'MEDICAMENT;ROLE;AER_ID;CAS;VER;TYPE';

/** Cells that a column has, and what may be put around or in place of them. */
const cellOf = (...usual: string[]) =>
  fc.oneof(
    { weight: 50, arbitrary: fc.constantFrom(...usual).map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: fc.constantFrom(...usual).map((text) => Buffer.from(text, 'latin1')) },
    { weight: 1, arbitrary: fc.array(strange, { maxLength: 4 }).map((parts) => Buffer.concat(parts)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...usual).chain((text) => strange.map((s) => Buffer.concat([s, Buffer.from(text)]))),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...usual).chain((text) => strange.map((s) => Buffer.concat([Buffer.from(text), s]))),
    },
  );
const strange = fc.oneof(
  fc
    .constantFrom(
      ' ',
      '\t',
      '\r',
      '\0',
      '"',
      '""',
      ';',
      '\\',
      '\\N',
      '\\.',
      '\u00a0',
      '\u2003',
      '\ufeff',
      'é',
      'à',
      '😀',
      '\u007f',
      '0',
      'A',
    )
    .map((text) => Buffer.from(text)),
  fc.constantFrom(0x80, 0x81, 0x92, 0xa0, 0xe9, 0xff, 0x01, 0x1f).map((byte) => Buffer.of(byte)),
);
const KEY = [
  cellOf('1', '104211', '7'),
  cellOf('BX20190417', 'A', '1'),
  cellOf('1', '2', '007', '2147483647', '2147483648'),
];
const YES_NO = cellOf('OUI', 'NON', '', 'oui', 'Non', 'X');

function fileOf(header: string, cells: readonly fc.Arbitrary<Buffer>[]): fc.Arbitrary<Buffer> {
  const kept = fc.oneof({ weight: 20, arbitrary: fc.constant(cells.length) }, fc.constantFrom(1, cells.length - 1));
  const after = fc.oneof({ weight: 10, arbitrary: fc.constant('') }, fc.constantFrom(';', ';;', '; ', ';x'));
  const row = fc.tuple(fc.tuple(...cells), kept, after);
  const line = row.map(([all, count, end]) =>
    Buffer.concat([
      ...all.slice(0, count).flatMap((cell, i) => (i === 0 ? [cell] : [Buffer.from(';'), cell])),
      Buffer.from(end),
    ]),
  );
  const any = fc.oneof(
    { weight: 20, arbitrary: line },
    { weight: 1, arbitrary: fc.array(strange).map((parts) => Buffer.concat(parts)) },
  );
  const end = fc.constantFrom('\n', '\n', '\r\n', '\r\r\n', '\n\n');
  return fc
    .tuple(fc.boolean(), fc.array(fc.tuple(any, end), { maxLength: 40 }), fc.boolean())
    .map(([mark, lines, lastEnd]) => {
      const content = Buffer.concat([
        Buffer.from(`${mark ? '\ufeff' : ''}${header}\r\n`),
        ...lines.flatMap(([bytes, lineEnd]) => [bytes, Buffer.from(lineEnd)]),
      ]);
      return lastEnd ? content : content.subarray(0, -1);
    });
}

const DRUG_CELLS = [
  cellOf('DOLIPRANE 500 mg, comprimé', 'EXEMPLARINE "FORT"', '"A;B"', '', 'a\\b'),
  cellOf('Suspect', 'concomitant', '', 'x'),
  ...KEY,
  cellOf('Spécialité', 'Produit', '', 'x'),
];

describe('the way by bytes gives what the way by texts gives', () => {
  it('of any Cas-Patients', async () => {
    const cells = [
      ...KEY,
      cellOf('14/03/2019', '01/12/2020', '31/02/2019', '14/03/1899', ''),
      cellOf('F', 'M', 'f', '', 'X'),
      cellOf('', '', '62,5', '240', '18', 'trente'),
      cellOf('ANS', 'MOIS', '', 'jours', 'x'),
      cellOf('', '//2000', '//1999', '/03/1960', '14/03/1950', '?'),
      cellOf('Médecin spécialiste', '', 'Pharmacien', 'a\\b'),
      ...Array.from({ length: 7 }, () => YES_NO),
      cellOf('France', 'FRANCE', '', 'Belgique', 'françe'),
    ];
    await fc.assert(
      fc.asyncProperty(fileOf(CASE_HEADER, cells), async (content) => {
        await sameBothWays(CASES, content);
      }),
    );
  });
  it('of any Effets', async () => {
    const cells = [
      ...KEY,
      cellOf('Arythmies', '', 'Œdèmes', 'a\tb'),
      cellOf(
        'Affections cardiaques',
        'CARDIAC DISORDERS',
        'Affections',
        'Lésions, intoxications et complications d’interventions',
      ),
    ];
    await fc.assert(
      fc.asyncProperty(fileOf(REACTION_HEADER, cells), async (content) => {
        await sameBothWays(REACTIONS, content);
      }),
    );
  });
  it('of any file of Open Medic', async () => {
    const amount = cellOf(
      '-12,5',
      '1352,34',
      '1.352.000',
      '-1.352,34',
      '1 352',
      '1000.000',
      '0',
      '',
      '1,',
      '1.35',
      '-',
    );
    const cells = [
      cellOf('3400949497294', '340094949729'),
      cellOf('0', '20', '60', '99', '40'),
      cellOf('1', '2', '9'),
      cellOf('88', '-1', '0088'),
      amount,
      amount,
    ];
    await fc.assert(
      fc.asyncProperty(fileOf('CIP13;AGE;sexe;nbc;REM;BSE', cells), async (content) => {
        await sameBothWays(CONSUMERS, content);
      }),
    );
  });

  it('of any Médicaments', async () => {
    await fc.assert(
      fc.asyncProperty(fileOf(DRUG_HEADER, DRUG_CELLS), async (content) => {
        await sameBothWays(DRUGS, content);
      }),
    );
  });

  it('wherever the chunks of the file end, and of lines that are cut for their length', async () => {
    const rows = fc
      .sample(fileOf(DRUG_HEADER, DRUG_CELLS), { numRuns: 200, seed: 1 })
      .map((content) => content.subarray(content.indexOf('\n') + 1));
    const long = Buffer.alloc(LONGEST_LINE + 10, 'x');
    const some = Buffer.concat([...rows, Buffer.from('\n')]);
    const many = Array.from({ length: Math.ceil(700_000 / some.length) }, () => some);
    const { rows: count } = await sameBothWays(
      DRUGS,
      Buffer.concat([Buffer.from(`${DRUG_HEADER}\n`), ...many, long, Buffer.from('\n'), some]),
    );
    expect(count.accepted).toBeGreaterThan(count.read / 4);
  });
});

describe('throughBytes', () => {
  it('leaves to the texts what is unusual, and nothing else', async () => {
    const usual = [
      'MÉDICAMENT "FORT" 5 mg\\j;Suspect;104211;BX20190417;2;Spécialité',
      'A;;1;B;2;;',
      '\u00a0A\t;;1;B;007;x',
    ];
    const unusual = [
      '"A";;1;B;2;',
      'A;;1; B;2;',
      'A;;1\u00a0;B;2;',
      'A;;1;B\\;2;',
      'A;;1;B;0123456789;',
      'A;;1;B;2;;;x',
      'A;;1;B',
      'A;x;1;B;2;',
      '',
    ];
    await writeFile(path, [DRUG_HEADER, ...usual, ...unusual].join('\r\n'));
    const left: string[] = [];
    const reading = drugReading('utf-8');
    const watched = {
      ...reading,
      open: (header: Line) => {
        const opened = reading.open(header);
        return {
          ...opened,
          parse: (lines: Iterable<Line>) => {
            left.push(...[...lines].map(({ text }) => text));
            return opened.parse(lines);
          },
        };
      },
    };
    await byBytes({ reading: () => watched, parser: drugsParser }, 'utf-8');
    expect(left).toEqual(unusual.slice(0, -1));
  });
});
