import { join } from 'node:path';
import type { ReferenceRows } from './catalogue.js';
import type { Medicine } from './medicines.js';
import { type Random, at } from './random.js';
import { writeLines } from './writers.js';

/** Rows that no reader can use, as a share of each file; one at least. */
const BAD_ROWS = 0.003;

/** Cells that a bad row replaces in a good one: column and text; a negative column cuts the row there. */
type Fault = readonly [column: number, text: string];

const FAULTS = {
  CIS_bdpm: [
    [0, 'inconnu'],
    [-5, ''],
    [7, '31/02/2019'],
    [0, ''],
  ],
  CIS_CIP_bdpm: [
    [0, '89999999'],
    [6, '34009X'],
    [9, 'gratuit'],
    [-4, ''],
  ],
  CIS_COMPO_bdpm: [
    [0, '89999999'],
    [6, 'ZZ'],
    [-3, ''],
    [2, 'AB'],
  ],
} as const satisfies Record<string, readonly Fault[]>;

/** Windows-1252 with CRLF, as all the reference files but CIS_CIP are. */
export const REFERENCE_FORMAT = { encoding: 'windows-1252', eol: '\r\n' } as const;

/** Writes the three required files of the medicines to `directory`; gives back what they say, bad rows aside. */
export async function writeReferenceFiles(
  directory: string,
  medicines: Medicine[],
  random: Random,
): Promise<ReferenceRows> {
  const specialities = medicines.map((medicine) => specialityCells(medicine, random));
  const codes = new PackCodes();
  const presentations = medicines.flatMap((medicine) => presentationCells(medicine, codes, random));
  const composition = medicines.flatMap((medicine) => compositionCells(medicine, random));
  const write = async (
    name: keyof typeof FAULTS,
    rows: string[][],
    format: Parameters<typeof writeLines>[1],
  ): Promise<void> => {
    const lines = withBadRows(rows, FAULTS[name], random).map((cells) => cells.join('\t'));
    await writeLines(join(directory, `${name}.txt`), format, lines);
  };
  await write('CIS_bdpm', specialities, REFERENCE_FORMAT);
  await write('CIS_CIP_bdpm', presentations, { encoding: 'utf-8', eol: '\n' });
  await write('CIS_COMPO_bdpm', composition, REFERENCE_FORMAT);
  return {
    specialities: medicines,
    presentations: presentations.map((cells) => ({
      cis: at(cells, 0),
      cip13: at(cells, 6),
      label: at(cells, 2),
      reimbursementRates: at(cells, 8) === '' ? [] : at(cells, 8).split(';'),
    })),
    composition: composition.map((cells) => ({
      cis: at(cells, 0),
      element: at(cells, 1),
      code: at(cells, 2),
      name: at(cells, 3),
      nature: at(cells, 6) === 'FT' ? 'FT' : 'SA',
      link: at(cells, 7),
    })),
  };
}

function withBadRows(rows: string[][], faults: readonly Fault[], random: Random): string[][] {
  const result = [...rows];
  for (let i = 0; i < Math.max(1, Math.round(rows.length * BAD_ROWS)); i += 1) {
    const [column, text] = at(faults, i % faults.length);
    const good = random.pick(rows);
    const bad = column < 0 ? good.slice(0, -column) : good.map((cell, j) => (j === column ? text : cell));
    result.splice(random.below(result.length), 0, bad);
  }
  return result;
}

function specialityCells(medicine: Medicine, random: Random): string[] {
  const withdrawn = random.chance(0.12);
  const procedure = random.pick([
    'Procédure nationale',
    'Procédure nationale',
    'Procédure décentralisée',
    'Procédure centralisée',
    'Procédure de reconnaissance mutuelle',
  ]);
  return [
    medicine.cis,
    medicine.denomination,
    medicine.formText,
    medicine.form.routes,
    withdrawn && random.chance(0.5) ? 'Autorisation abrogée' : 'Autorisation active',
    procedure,
    withdrawn ? 'Non commercialisée' : 'Commercialisée',
    date(random, 1985, 2020),
    withdrawn ? random.pick(['Warning disponibilité', 'Alerte', '']) : '',
    procedure === 'Procédure centralisée' ? `EU/1/${random.digits(2)}/${random.digits(3)}` : '',
    medicine.holders,
    random.chance(0.03) ? 'Oui' : 'Non',
  ];
}

function presentationCells(medicine: Medicine, codes: PackCodes, random: Random): string[][] {
  const count = random.pick([1, 1, 2, 2, 2, 3, 3]);
  return random
    .shuffled(medicine.form.sizes)
    .slice(0, count)
    .map((size) => {
      const cip7 = codes.next(random);
      const withdrawn = random.chance(0.1);
      const reimbursed = random.chance(0.72);
      return [
        medicine.cis,
        cip7,
        random.pick(medicine.form.packs).replace('#', String(size)),
        random.chance(0.01) ? 'Présentation abrogée' : 'Présentation active',
        withdrawn ? "Déclaration d'arrêt de commercialisation" : 'Déclaration de commercialisation',
        date(random, 1998, 2022),
        cip13(cip7),
        reimbursed || random.chance(0.5) ? 'oui' : 'non',
        ...(reimbursed
          ? [random.pick(RATES), ...price(random), random.chance(0.02) ? CONDITIONS : '']
          : ['', '', '', '', '']),
      ];
    });
}

const RATES = ['65%', '65%', '65%', '65 %', '100%', '100 %', '30%', '30 %', '15%', '65%;100%'];
const CONDITIONS =
  'Ce médicament peut être pris en charge dans les cas suivants :<br><br>- forme sévère de l’adulte ;<br>- échec d’un premier traitement.';

/** Price without fee, price and fee; thousands after a comma too: `1,466,29`. */
function price(random: Random): string[] {
  const cents = Math.round(Math.exp(7 + random.normal() * 2)) + 95;
  return [cents, cents + 102, 102].map((value) => {
    const euros = Math.floor(value / 100);
    const whole =
      euros >= 1000 ? `${Math.floor(euros / 1000)},${String(euros % 1000).padStart(3, '0')}` : String(euros);
    return `${whole},${String(value % 100).padStart(2, '0')}`;
  });
}

function compositionCells(medicine: Medicine, random: Random): string[][] {
  return medicine.elements.flatMap((element) =>
    element.contents.flatMap(({ ingredient, dosage }, i) => {
      const name = random.chance(0.9) ? at(ingredient.names, 0) : random.pick(ingredient.names);
      const row = (code: string, text: string, nature: string): string[] => [
        medicine.cis,
        element.name,
        code,
        text,
        dosage,
        medicine.form.reference,
        nature,
        String(i + 1),
        '',
      ];
      return [
        row(ingredient.code, name, 'SA'),
        ...ingredient.fractions.map((fraction) => row(fraction.code, fraction.name, 'FT')),
      ];
    }),
  );
}

/** Gives pack codes, never the same twice. Real ones begin with 2, 3, 4 or 5: these begin with 9. */
class PackCodes {
  private readonly given = new Set<string>();

  next(random: Random): string {
    for (;;) {
      const code = `9${random.digits(6)}`;
      if (this.given.has(code)) continue;
      this.given.add(code);
      return code;
    }
  }
}

/** The 13 digits that stand for 7, with their check digit (EAN-13). */
function cip13(cip7: string): string {
  const digits = `34009${cip7}`;
  const sum = Array.from(digits).reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

export function date(random: Random, from: number, to: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(random.between(1, 28))}/${two(random.between(1, 12))}/${random.between(from, to)}`;
}
