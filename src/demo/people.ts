import { AGE_GROUPS, type Profile } from './profiles.js';
import { type Random, Weighted, at } from './random.js';

/** What one version of a declaration says of the patient and of the case, as the cells of Cas-Patients. */
export interface CaseCells {
  notif: string;
  sex: string;
  age: string;
  unit: string;
  birth: string;
  reporter: string;
  serious: string;
  /** DECES, PRO_V, HOSPI, INCAP, ANO_C, AUTRE. */
  criteria: string[];
  country: string;
  patientCountry: string;
}

/** Shares of what is missing, odd or foreign. */
const SHARE = {
  unknownSex: 0.025,
  foreign: 0.02,
  noSeriousness: 0.012,
  noReporter: 0.006,
  oddReporter: 0.02,
  oddAge: 0.004,
  noUnit: 0.03,
};

/** How the age is told: by AGE alone, by AGE and DATE_NAISS, by DATE_NAISS alone, not at all. */
const AGE_TOLD = new Weighted([0.55, 0.2, 0.13, 0.12]);

const PROFESSIONALS = [
  'Médecin spécialiste',
  'Médecin généraliste',
  'Pharmacien',
  'Autre professionnel de santé',
  'Infirmier',
  'Chirurgien-dentiste',
  'Sage-femme',
  'Avocat',
];
const PROFESSIONAL_SHARES = new Weighted([0.48, 0.15, 0.28, 0.05, 0.025, 0.006, 0.004, 0.002]);
const PATIENT = 'Patient ou non professionnel de santé';

/** Probability of each criterion in a serious case. */
const CRITERIA = [0.05, 0.06, 0.42, 0.035, 0.006, 0.5];

const FOREIGN = ['Belgique', 'Suisse', 'Allemagne', 'Luxembourg', 'Royaume-Uni', 'Côte d’Ivoire', 'Canada'];
const FRENCH = ['FRANCE', 'france', '', ''];

/** Draws the case that the profile expects, notified in `year`. */
export function drawCase(profile: Profile, year: number, random: Random): CaseCells {
  const age = drawAge(profile, year, random);
  const foreign = random.chance(SHARE.foreign);
  const home = random.chance(0.96) ? 'France' : random.pick(FRENCH);
  const serious = random.chance(SHARE.noSeriousness) ? '' : random.chance(profile.serious) ? 'OUI' : 'NON';
  return {
    notif: `${two(random.between(1, 28))}/${two(random.between(1, 12))}/${year}`,
    sex: random.chance(SHARE.unknownSex) ? random.pick(['', '', 'I']) : random.chance(profile.female) ? 'F' : 'M',
    ...age,
    reporter: drawReporter(profile, random),
    serious,
    criteria: drawCriteria(serious === 'OUI', random),
    country: foreign ? random.pick(FOREIGN) : home,
    patientCountry: foreign && random.chance(0.5) ? '' : foreign ? random.pick(FOREIGN) : home,
  };
}

/** An earlier version of the case: less was known, and some of it was otherwise. */
export function earlierVersion(last: CaseCells, random: Random): CaseCells {
  const blankAge = random.chance(0.3);
  const serious = random.chance(0.15) ? (last.serious === 'OUI' ? 'NON' : 'OUI') : last.serious;
  return {
    ...last,
    sex: random.chance(0.15) ? '' : last.sex,
    ...(blankAge ? { age: '', unit: '', birth: '' } : {}),
    serious,
    criteria: serious === last.serious ? last.criteria : drawCriteria(serious === 'OUI', random),
    reporter: random.chance(0.1) ? 'Pharmacien' : last.reporter,
    country: random.chance(0.02) ? 'Belgique' : last.country,
  };
}

/** The line of Cas-Patients, in the order of its header. */
export function caseLine(key: string, cells: CaseCells): string {
  const { notif, sex, age, unit, birth, reporter, serious, criteria, country, patientCountry } = cells;
  return `${key};${notif};${sex};${age};${unit};${birth};${reporter};;${serious};${criteria.join(';')};${country};${patientCountry}`;
}

export const CASE_HEADER =
  'AER_ID;CAS;VER;NOTIF;SEXE;AGE;U_AGE;DATE_NAISS;TYP_NOTIF;TYP_EFFET;GRAVE;DECES;PRO_V;HOSPI;INCAP;ANO_C;AUTRE;PAYS_SURVENUE;PAYS_CAS';

function drawReporter(profile: Profile, random: Random): string {
  if (random.chance(SHARE.noReporter)) return '';
  const reporter = random.chance(profile.patients) ? PATIENT : at(PROFESSIONALS, PROFESSIONAL_SHARES.pick(random));
  if (!random.chance(SHARE.oddReporter)) return reporter;
  return random.pick([reporter.toUpperCase(), reporter.normalize('NFD').replace(/\p{M}/gu, ''), `"${reporter}"`]);
}

function drawCriteria(serious: boolean, random: Random): string[] {
  if (!serious) return ['NON', 'NON', 'NON', 'NON', 'NON', random.chance(0.01) ? '' : 'NON'];
  const criteria = CRITERIA.map((probability) => (random.chance(probability) ? 'OUI' : 'NON'));
  if (!criteria.includes('OUI')) criteria[2] = 'OUI';
  return criteria;
}

function drawAge(profile: Profile, year: number, random: Random): Pick<CaseCells, 'age' | 'unit' | 'birth'> {
  const told = AGE_TOLD.pick(random);
  if (told === 3) return { age: '', unit: '', birth: '' };
  if (random.chance(SHARE.oddAge)) return { age: random.pick(['inconnu', '-1', '130', '999']), unit: 'ANS', birth: '' };
  const years = ageIn(at(AGE_GROUPS, profile.ageGroups.pick(random)), random);
  const birth = told === 0 ? '' : birthDate(year - years, random);
  return told === 2 ? { age: '', unit: '', birth } : { ...ageCells(years, random), birth };
}

/** Completed years, plausibly spread inside the group. */
function ageIn(group: (typeof AGE_GROUPS)[number], random: Random): number {
  if (group === '20-59') return random.between(20, 59);
  if (group === '0-19') return Math.floor(20 * random.next() ** 1.4);
  return 60 + Math.floor(Math.min(random.next() + random.next(), 1.6) * 22 * Math.sqrt(random.next()));
}

function ageCells(years: number, random: Random): { age: string; unit: string } {
  if (years < 2 && random.chance(0.8)) {
    const unit = years === 1 ? 'MOIS' : random.pick(['MOIS', 'MOIS', 'SEMAINES', 'JOURS', 'HEURES']);
    return { age: String(random.between(years * 12 + 1, years * 12 + 11)), unit };
  }
  const fraction = random.chance(0.1) ? random.pick([',5', '.5', ',25']) : '';
  return { age: `${years}${fraction}`, unit: random.chance(SHARE.noUnit) ? '' : random.chance(0.01) ? 'Ans' : 'ANS' };
}

function birthDate(year: number, random: Random): string {
  const form = random.below(3);
  if (form === 0) return `//${year}`;
  const month = two(random.between(1, 12));
  return form === 1 ? `/${month}/${year}` : `${two(random.between(1, 28))}/${month}/${year}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
