import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { caseLine, drugLine, reactionLine, writeHandMade } from '../oracle/hand-made.js';

/** What names would hold to get out of the place they are shown in. */
export const HOSTILE = {
  script: '<script>alert(1)</script>',
  image: 'X"><img src=x onerror=alert(2)>',
  close: `</script></title></style><svg onload='alert(3)'>`,
  formula: `=cmd|'/C calc'!A0`,
  braces: '{{constructor}} {{> page}} ${7*7} <%= 7*7 %>',
  turned: 'EXE.\u202EGNP\u2066',
} as const;

/** A name as it is kept and shown: the direction of writing is never turned. */
export const asShown = (text: string): string => text.replace(/[\u202e\u2066]/g, '');

/** As HTML that is meant as text. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const PAYLOADS = Object.values(HOSTILE);
const CASES_EACH = 30;

/** A medicine and its substance, both of a hostile name. */
export const MEDICINES = PAYLOADS.map((payload, i) => ({
  cis: String(60000001 + i),
  code: `0000${i + 1}`,
  name: `${payload} MED${i}`,
  /** As the BDPM has it: marks in a name would be taken away. */
  denomination: `${escaped(payload)} MED${i}`,
  substance: `${payload} SUB${i}`,
  payload,
}));

/** Writes a folder of sources in which every name that is free holds something hostile. */
export async function writeHostile(): Promise<string> {
  const cases = MEDICINES.flatMap((_medicine, i) =>
    Array.from({ length: CASES_EACH }, (__, n) => i * CASES_EACH + n + 1),
  );
  const medicineOf = (number: number): (typeof MEDICINES)[number] =>
    MEDICINES[Math.floor((number - 1) / CASES_EACH)] as never;
  const directory = await writeHandMade({
    specialities: MEDICINES.map(({ cis, denomination }) => [cis, denomination]),
    composition: MEDICINES.map(({ cis, code, substance, payload }) => [cis, code, substance, 'SA', '1', payload]),
    cases: cases.map((number) => caseLine(number)),
    reactions: cases.map((number) =>
      reactionLine(number, 'Affections cardiaques', `${medicineOf(number).payload} TERM`),
    ),
    drugs: cases.map((number) => drugLine(number, asShown(medicineOf(number).substance), 'Substance')),
  });
  const files = { ...tabbed(), ...separated() };
  for (const [file, rows] of Object.entries(files)) {
    await mkdir(dirname(join(directory, file)), { recursive: true });
    await writeFile(join(directory, file), rows.map((row) => `${row}\n`).join(''));
  }
  return directory;
}

/** Files of the BDPM; two medicines a generic group, links that are none of the web. */
function tabbed(): Record<string, string[]> {
  const rows = (row: (medicine: (typeof MEDICINES)[number], i: number) => string[]): string[] =>
    MEDICINES.map((medicine, i) => row(medicine, i).join('\t'));
  return {
    'bdpm/CIS_GENER_bdpm.txt': rows(({ cis, payload }, i) => [
      '1',
      `${payload} GROUP`,
      cis,
      i === 0 ? '0' : '1',
      String(i),
    ]),
    'bdpm/CIS_CPD_bdpm.txt': rows(({ cis, payload }) => [cis, payload]),
    'bdpm/CIS_HAS_SMR_bdpm.txt': rows(({ cis, payload }, i) => [
      cis,
      `CT-${i}`,
      payload,
      '20200101',
      'Important',
      escaped(payload),
    ]),
    'bdpm/HAS_LiensPageCT_bdpm.txt': rows((_medicine, i) => [`CT-${i}`, 'https://has.test/opinion?a=1&b="><script>']),
    'bdpm/CIS_InfoImportantes_20240115_bdpm.txt': rows(({ cis, payload }) => [
      cis,
      '2023-01-15',
      '2030-12-31',
      `<a href='javascript:alert(5)' onclick="alert(6)">${escaped(payload)} NOTICE</a>`,
    ]),
    'bdpm/CIS_CIP_Dispo_Spec.txt': rows(({ cis }) => [
      cis,
      '',
      '1',
      'Rupture de stock',
      '24/02/2022',
      '09/06/2023',
      '',
      'javascript:alert(7)',
    ]),
    'bdpm/CIS_MITM.txt': rows(({ cis, name }) => [cis, 'N02BE01', name, 'javascript:alert(8)']),
  };
}

function separated(): Record<string, string[]> {
  const shortages = MEDICINES.map(({ cis, name, substance, payload }, i) =>
    [
      `23RS00${i}`,
      '01/02/2023',
      '',
      'En cours',
      'Rupture',
      quoted(`${name} SHORTAGE`),
      cis,
      '',
      quoted(substance),
      'N02BE01',
      quoted(`${payload} LAB`),
      quoted(`${payload} CAUSE`),
      quoted(`${payload} MEASURE`),
    ].join(';'),
  );
  return {
    'ruptures/ruptures-2023.csv': [
      'Numéro;Date Signalement;Date Clôture;État;Classification;Nom;Code CIS;CIP;DCI;Code ATC;Nom Laboratoire;CAUSES;Mesures',
      ...shortages,
    ],
    'atc/atc.csv': [
      'code;label',
      ...['N', 'N02', 'N02B', 'N02BE', 'N02BE01'].map((code, i) => `${code};${quoted(`${PAYLOADS[i] ?? ''} CLASS`)}`),
    ],
  };
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
