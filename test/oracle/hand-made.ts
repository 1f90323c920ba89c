import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A source folder as somebody would write it down: only the columns that the counting looks at. */
export interface HandMade {
  /** cis, denomination */
  specialities: [string, string][];
  /** cip13, cis; by default each speciality has one pack, for no file of the BDPM may be empty */
  packs?: [string, string][];
  /** cis, code, name, nature, link number; a sixth gives the pharmaceutical element */
  composition: [string, string, string, 'SA' | 'FT', string, string?][];
  /** Lines of Cas-Patients, Effets (by default one, no file may be empty) and Médicaments, under the headers below. */
  cases?: string[];
  reactions?: string[];
  drugs?: string[];
  /** By year: cip13;AGE;sexe;nbc */
  consumers?: Record<number, string[]>;
}

const CASES_HEADER =
  'AER_ID;CAS;VER;NOTIF;SEXE;AGE;U_AGE;DATE_NAISS;TYP_NOTIF;GRAVE;DECES;PRO_V;HOSPI;INCAP;ANO_C;AUTRE;PAYS_SURVENUE;PAYS_CAS';
const REACTIONS_HEADER = 'AER_ID;CAS;VER;EFFET_SOC;EFFET_HLT';
const A_REACTION = '1;BX1;1;Affections cardiaques;Arythmies';
const DRUGS_HEADER = 'AER_ID;CAS;VER;ROLE;MEDICAMENT;TYPE';

/** Writes the folder and gives its path. Without `cases` there is no bnpv, without `consumers` no open-medic. */
export async function writeHandMade(made: HandMade): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'hand-made-'));
  const write = async (file: string, lines: string[]): Promise<void> => {
    await mkdir(join(directory, file, '..'), { recursive: true });
    await writeFile(join(directory, file), lines.map((line) => `${line}\n`).join(''));
  };
  const tabbed = (rows: string[][]): string[] => rows.map((cells) => cells.join('\t'));
  await write(
    'bdpm/CIS_bdpm.txt',
    tabbed(made.specialities.map(([cis, name]) => [cis, name, 'comprimé', 'orale', ...speciality])),
  );
  await write(
    'bdpm/CIS_CIP_bdpm.txt',
    tabbed(
      (made.packs ?? made.specialities.map(([cis]): [string, string] => [`34009${cis}`, cis])).map(([cip13, cis]) => [
        cis,
        cip13.slice(5, 12),
        'une boîte',
        ...pack(cip13),
      ]),
    ),
  );
  await write(
    'bdpm/CIS_COMPO_bdpm.txt',
    tabbed(
      made.composition.map(([cis, code, name, nature, link, element = 'comprimé']) => {
        return [cis, element, code, name, '1 mg', 'un comprimé', nature, link];
      }),
    ),
  );
  if (made.cases) {
    await write('bnpv/Cas-Patients.csv', [CASES_HEADER, ...made.cases]);
    await write('bnpv/Effets.csv', [REACTIONS_HEADER, ...(made.reactions?.length ? made.reactions : [A_REACTION])]);
    await write('bnpv/Médicaments.csv', [DRUGS_HEADER, ...(made.drugs ?? [])]);
  }
  for (const [year, lines] of Object.entries(made.consumers ?? {})) {
    const whole = lines.map((line) => `${line};0;0;0`);
    await write(`open-medic/NB_${year}_cip13_age_sexe.csv`, ['CIP13;AGE;sexe;nbc;REM;BSE;BOITES', ...whole]);
  }
  return directory;
}

const speciality = [
  'Autorisation active',
  'Procédure nationale',
  'Commercialisée',
  '01/01/2000',
  '',
  '',
  'LABO',
  'Non',
];
const pack = (cip13: string): string[] => [
  'Présentation active',
  'Déclaration de commercialisation',
  '01/01/2000',
  cip13,
  'oui',
  '65%',
  '1,00',
  '2,00',
  '1,00',
  '',
];

/** What a test wants to say of one case; the rest is a woman of 40, not serious, by a pharmacist, in France, in 2020. */
export interface CaseCells {
  version?: number;
  date?: string;
  sex?: string;
  age?: string;
  unit?: string;
  birth?: string;
  reporter?: string;
  serious?: string;
  death?: string;
  country?: string;
}

/** One line of Cas-Patients; `number` is its AER_ID. */
export function caseLine(number: number, cells: CaseCells = {}): string {
  const { version = 1, date = '01/06/2020', sex = 'F', age = '40', unit = 'ANS', birth = '' } = cells;
  const { reporter = 'Pharmacien', serious = 'NON', death = 'NON', country = 'France' } = cells;
  const first = [number, `BX${number}`, version, date, sex, age, unit, birth, reporter, serious, death];
  return [...first, 'NON', 'NON', 'NON', 'NON', 'NON', country, ''].join(';');
}
export function reactionLine(number: number, organClass: string, term: string, version = 1): string {
  return [number, `BX${number}`, version, organClass, term].join(';');
}
export function drugLine(number: number, name: string, type: string, from: DrugCells = {}): string {
  const { role = 'Suspect', version = 1 } = from;
  return [number, `BX${number}`, version, role, name, type].join(';');
}
export interface DrugCells {
  role?: string;
  version?: number;
}
/** The whole numbers from `from` to `to`, both included. */
export function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
