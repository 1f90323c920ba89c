import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file by its name in the folder. */
export type Files = Record<string, Buffer>;

const ROWS = Array.from({ length: 24 }, (_, i) => i);
const cis = (i: number): string => String(60000001 + i);
const cip13 = (i: number): string => `34009${cis(i)}`;
const SUBSTANCES = ['EXEMPLARINE', 'AUTRINE', 'TIERCINE'];

/**
 * A file of every table, of 24 rows each, one of which may be bad without failing the run. `say` makes what stands in
 * the cells that are free text.
 */
export function tinyFiles(say: (text: string) => string = (text) => text): Files {
  const tabs = (row: (i: number) => string[]): Buffer =>
    Buffer.from(ROWS.map((i) => `${row(i).join('\t')}\n`).join(''));
  const csv = (header: string, row: (i: number) => string[]): Buffer => {
    const quoted = (cell: string): string => (/[";]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    return Buffer.from([`${header}\n`, ...ROWS.map((i) => `${row(i).map(quoted).join(';')}\n`)].join(''));
  };
  const substance = (i: number): string => SUBSTANCES[i % SUBSTANCES.length] ?? '';
  const name = (i: number): string => say(`${substance(i)} ${i} mg, comprimé`);
  const state = ['Autorisation active', 'Procédure nationale', 'Commercialisée', '01/01/2000', '', ''];
  const pack = ['Présentation active', 'Déclaration de commercialisation', '01/01/2000'];
  const case_ = (i: number): string[] => [String(i + 1), `BX${i + 1}`, '1'];
  return {
    'bdpm/CIS_bdpm.txt': tabs((i) => [cis(i), name(i), say('comprimé'), say('orale'), ...state, say('LABO'), 'Non']),
    'bdpm/CIS_CIP_bdpm.txt': tabs((i) => [
      ...[cis(i), cip13(i).slice(5, 12), say('une boîte'), ...pack, cip13(i), 'oui', '65%', '1,00', '2,00', '1,00'],
      say('sous conditions'),
    ]),
    'bdpm/CIS_COMPO_bdpm.txt': tabs((i) => [
      ...[cis(i), say('comprimé'), `0000${i % SUBSTANCES.length}`, say(substance(i)), say('1 mg'), say('un comprimé')],
      ...['SA', '1'],
    ]),
    'bdpm/CIS_GENER_bdpm.txt': tabs((i) => [String(i % 4), say('GROUPE'), cis(i), i < 4 ? '0' : '1', String(i)]),
    'bdpm/CIS_CPD_bdpm.txt': tabs((i) => [cis(i), say('liste I')]),
    'bdpm/CIS_HAS_SMR_bdpm.txt': tabs((i) => [
      cis(i),
      `CT-${i}`,
      say('Inscription'),
      '20220209',
      say('Faible'),
      say('Avis'),
    ]),
    'bdpm/CIS_HAS_ASMR_bdpm.txt': tabs((i) => [cis(i), `CT-${i}`, say('Inscription'), '20220209', 'V', say('Avis')]),
    'bdpm/HAS_LiensPageCT_bdpm.txt': tabs((i) => [`CT-${i}`, `https://exemple.invalid/${i}`]),
    'bdpm/CIS_InfoImportantes_20250115.txt': tabs((i) => [
      ...[cis(i), '2025-01-15', ''],
      `<a href="https://exemple.invalid/${i}">${say('Information')}</a>`,
    ]),
    'bdpm/CIS_CIP_Dispo_Spec.txt': tabs((i) => [
      ...[cis(i), '', '1', 'Rupture de stock', '01/01/2025', '02/01/2025', '', `https://exemple.invalid/${i}`],
    ]),
    'bdpm/CIS_MITM.txt': tabs((i) => [cis(i), 'N02BE01', name(i), `https://exemple.invalid/${i}`]),
    'bnpv/Cas-Patients.csv': csv(
      'AER_ID;CAS;VER;NOTIF;SEXE;AGE;U_AGE;DATE_NAISS;TYP_NOTIF;GRAVE;DECES;PRO_V;HOSPI;INCAP;ANO_C;AUTRE;PAYS_SURVENUE;PAYS_CAS',
      (i) => [
        ...[...case_(i), '01/06/2020', i % 2 === 0 ? 'F' : 'M', '40', 'ANS', '', say('Pharmacien')],
        ...['NON', 'NON', 'NON', 'NON', 'NON', 'NON', 'NON', 'France', ''],
      ],
    ),
    'bnpv/Effets.csv': csv('AER_ID;CAS;VER;EFFET_SOC;EFFET_HLT', (i) => [
      ...[...case_(i), 'Affections cardiaques', say('Arythmies')],
    ]),
    'bnpv/Médicaments.csv': csv('AER_ID;CAS;VER;ROLE;MEDICAMENT;TYPE', (i) => [
      ...[...case_(i), 'Suspect', say('EXEMPLARINE'), 'Substance'],
    ]),
    'open-medic/NB_2020_cip13_age_sexe.csv': csv('CIP13;l_cip13;AGE;sexe;nbc;REM;BSE;BOITES', (i) => [
      ...[cip13(i), say('EXEMPLARINE'), '20', '1', '88', '1,00', '2,00', '90'],
    ]),
    'ruptures/historique.csv': csv('Numero;Etat;Classification;Nom;Code CIS;DCI;CAUSES;Nom Laboratoire', (i) => [
      ...[`20RS${100 + i}`, 'En cours', 'Rupture', name(i), cis(i), say(substance(i)), say('Coronavirus'), say('LABO')],
    ]),
    'atc/libelles.csv': csv('code;label', (i) => [`N02BE${String(i + 1).padStart(2, '0')}`, say('libellé')]),
    'erreurs-medicamenteuses/erreurs.csv': csv(
      'initial_erreur;nature_erreur;cause_erreur;population_erreur;effet_indesirable;gravite;denomination',
      (i) => ['Suivi', say('Dose'), say('Noms proches'), say('Adulte'), 'Oui', 'Grave', name(i)],
    ),
  };
}

/** Whether a file of the table has a header. */
export const hasHeader = (name: string): boolean => name.includes('.csv');

/** Writes the files into a new folder under `root` and gives its path. */
export async function writeFiles(root: string, files: Files): Promise<string> {
  const folder = await mkdtemp(join(root, 'folder-'));
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  return folder;
}
