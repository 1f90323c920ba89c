import { join } from 'node:path';
import { normalise } from '../sources/normalise.js';
import { atcOf } from './atc.js';
import type { Catalogue } from './catalogue.js';
import type { Medicine } from './medicines.js';
import { type Random, at } from './random.js';
import { REFERENCE_FORMAT, date } from './reference-files.js';
import { type FileFormat, writeLines } from './writers.js';

/** The medicines, in the order of the catalogue made of them, and the last year of the declarations. */
export interface OptionalPlan {
  medicines: readonly Medicine[];
  catalogue: Catalogue;
  /** ATC code of each substance. */
  atc: readonly string[];
  year: number;
}

/** Shares of medicines with a row, and of the rows that name no medicine, twice the same or are of no use. */
const SHARE = {
  condition: 0.6,
  opinion: 0.5,
  information: 0.05,
  availability: 0.06,
  mitm: 0.45,
  orphan: 0.02,
  genericOrphan: 0.2,
  duplicate: 0.02,
  bad: 0.004,
};

/** A code that no medicine has. */
const NOBODY = '89999999';
/** Nothing answers there, and nothing ever will: the domain is reserved. */
const SITE = 'https://exemple.invalid';

/** Writes the optional reference files, coherent with the required ones, with their faults. */
export async function writeOptionalReferenceFiles(
  directory: string,
  plan: OptionalPlan,
  random: Random,
): Promise<void> {
  const write = async (name: string, rows: string[][], format: FileFormat = REFERENCE_FORMAT): Promise<void> => {
    const lines = withFaults(rows, random).map((cells) => cells.join('\t'));
    await writeLines(join(directory, name), format, lines);
  };
  const files = new Map<string, string>();
  await write('CIS_GENER_bdpm.txt', genericRows(plan.medicines, random));
  await write('CIS_CPD_bdpm.txt', conditionRows(plan.medicines, random));
  await write('CIS_HAS_SMR_bdpm.txt', opinionRows(plan, { values: SMR, text: smrText, files }, random));
  await write('CIS_HAS_ASMR_bdpm.txt', opinionRows(plan, { values: ASMR, text: asmrText, files }, random));
  await write(
    'HAS_LiensPageCT_bdpm.txt',
    [...files].map(([code, address]) => [code, address]),
  );
  await write(`CIS_InfoImportantes_${plan.year + 1}0115_bdpm.txt`, informationRows(plan, random));
  await write('CIS_CIP_Dispo_Spec.txt', availabilityRows(plan, random));
  await write('CIS_MITM.txt', mitmRows(plan, random), { ...REFERENCE_FORMAT, openEnd: true });
}

/** Of the rows of a file, those that may be of no use at most: fewer than a run may reject. */
const FAULTS_AT_MOST = 0.03;

function withFaults(rows: string[][], random: Random): string[][] {
  let room = Math.floor(rows.length * FAULTS_AT_MOST);
  return rows.flatMap((cells) => {
    if (random.chance(SHARE.orphan) && /^8\d{7}$/.test(cells[0] ?? '')) return [cells, [NOBODY, ...cells.slice(1)]];
    const [bad, twice] = [random.chance(SHARE.bad), random.chance(SHARE.duplicate)];
    if ((!bad && !twice) || room === 0) return [cells];
    room -= 1;
    return [cells, bad ? cells.slice(0, 1) : cells];
  });
}

function genericRows(medicines: readonly Medicine[], random: Random): string[][] {
  const groups = new Map<string, Medicine[]>();
  for (const medicine of medicines) {
    if (medicine.group !== null) groups.set(medicine.group, [...(groups.get(medicine.group) ?? []), medicine]);
  }
  let id = 0;
  return [...groups].flatMap(([name, members]) => {
    if (!members.some((member) => member.generic)) return [];
    id += 1;
    const reference = members.find((member) => !member.generic);
    const label =
      reference === undefined ? `${name}, ${at(members, 0).formText}` : `${name} - ${reference.denomination}`;
    const rows = members.map((member, i) => {
      const type = member === reference ? '0' : random.chance(0.03) ? random.pick(['2', '4']) : '1';
      return [String(id), label, member.cis, type, String(i + 1)];
    });
    // medicines that were withdrawn keep their row: a fifth and more of the real file
    const gone = random.chance(SHARE.genericOrphan * 2)
      ? [[String(id), label, `899${random.digits(5)}`, '1', String(rows.length + 1)]]
      : [];
    return [...rows, ...gone];
  });
}

const CONDITIONS = [
  'liste I',
  'liste I',
  'liste I',
  'liste II',
  'prescription hospitalière',
  "réservé à l'usage HOSPITALIER",
  'renouvellement non restreint',
  'médicament nécessitant une surveillance particulière pendant le traitement',
  'prescription réservée aux spécialistes et services IMAGINAIRES',
  'prescription limitée à 4 semaines\r',
];

function conditionRows(medicines: readonly Medicine[], random: Random): string[][] {
  return medicines.flatMap(({ cis }) => {
    if (!random.chance(SHARE.condition)) return [];
    const some = random.shuffled(CONDITIONS).slice(0, random.between(1, 2));
    return [...new Set(some)].map((condition) => [cis, condition]);
  });
}

const SMR = [
  'Important',
  'Important',
  'Important',
  'Modéré',
  'Faible',
  'Insuffisant',
  'Commentaires sans chiffrage de l’ASMR',
];
const ASMR = ['V', 'V', 'V', 'V', 'IV', 'III', 'II', 'I', 'Commentaires sans chiffrage de l’ASMR'];
const smrText = (value: string, name: string): string =>
  `Le service médical rendu par ${name} est ${value.toLowerCase()} dans l’indication de l’autorisation.<br>La Commission rappelle que le traitement est de "seconde intention".`;
const asmrText = (value: string, name: string): string =>
  `${name} n’apporte pas d’amélioration autre que celle du niveau ${value} (<i>données fictives</i>).<br/>Voir l&#39;avis &amp; ses annexes.`;

interface Opinions {
  values: readonly string[];
  text: (value: string, name: string) => string;
  /** Address of each file code, filled here. */
  files: Map<string, string>;
}

function opinionRows({ medicines, year }: OptionalPlan, { values, text, files }: Opinions, random: Random): string[][] {
  return medicines.flatMap(({ cis, denomination }) => {
    if (!random.chance(SHARE.opinion)) return [];
    const code = `CT-9${random.digits(5)}`;
    // some files have no page
    if (random.chance(0.95)) files.set(code, `${SITE}/avis/${code}`);
    const reason = random.pick([
      'Inscription (CT)',
      "Renouvellement d'inscription (CT)",
      "Extension d'indication",
      'Réévaluation SMR et ASMR',
    ]);
    const day = `${random.between(2005, year)}${random.pick(['0109', '0214', '0619', '1130'])}`;
    const value = random.pick(values);
    return [[cis, code, reason, day, value, text(value, denomination.split(',')[0] ?? denomination)]];
  });
}

function informationRows({ medicines, year }: OptionalPlan, random: Random): string[][] {
  return medicines.flatMap(({ cis, denomination }) => {
    if (!random.chance(SHARE.information)) return [];
    const subject = random.pick([
      'nouvelles précautions d’emploi',
      'rappel du bon usage',
      'risque d’erreur de dose',
      'surveillance renforcée',
    ]);
    const link = `<a target='_blank' title="Lien direct vers l'information importante - Nouvelle fenêtre" href='${SITE}/informations/${cis}'>${denomination.replaceAll('"', '')}&nbsp;: ${subject}</a>`;
    return [[cis, `${year}-${random.pick(['01', '04', '10'])}-15`, `${year + 1}-12-31`, link]];
  });
}

const AVAILABILITY = [
  'Rupture de stock',
  "Tension d'approvisionnement",
  'Arrêt de commercialisation',
  'Remise à disposition',
];

function availabilityRows({ medicines, catalogue, year }: OptionalPlan, random: Random): string[][] {
  return medicines.flatMap(({ cis, denomination }, index) => {
    if (!random.chance(SHARE.availability)) return [];
    const status = random.pick([0, 1, 1, 1, 1, 2, 3, 3]);
    const pack = random.chance(0.1) ? catalogue.packs.find(({ medicine }) => medicine === index) : undefined;
    const back = status === 3 ? date(random, year, year) : '';
    const page = normalise(denomination)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-');
    const label = at(AVAILABILITY, status);
    const written = random.chance(0.03) ? label.toLowerCase() : label;
    return [
      [
        cis,
        pack?.cip13 ?? '',
        String(status + 1),
        written,
        date(random, year - 1, year - 1),
        date(random, year, year),
        back,
        `${SITE}/disponibilites/${page}`,
      ],
    ];
  });
}

function mitmRows({ medicines, catalogue, atc }: OptionalPlan, random: Random): string[][] {
  return medicines.flatMap(({ cis, denomination }, index) => {
    const code = atcOf(catalogue, atc, index);
    if (code === '' || !random.chance(SHARE.mitm)) return [];
    return [[cis, random.chance(0.01) ? code.slice(0, 5) : code, denomination, `${SITE}/extrait.php?specid=${cis}`]];
  });
}
