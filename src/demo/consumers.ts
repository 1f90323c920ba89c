import { join } from 'node:path';
import { normalise } from '../sources/normalise.js';
import type { Catalogue } from './catalogue.js';
import { type Profile, yearTrend } from './profiles.js';
import { type Random, at } from './random.js';
import { type FileFormat, LineFile } from './writers.js';

/** Shares of rows and packs that are out of the ordinary. */
const SHARE = {
  badRow: 0.003,
  unknownPack: 0.004,
  unknownPerson: 0.06,
  correction: 0.002,
  unreimbursed: 0.1,
  missingPack: 0.05,
};

/** Cells sexe and AGE, in the order of Profile.use. */
const STRATA = ['1', '2'].flatMap((sex) => ['0', '20', '60'].map((age) => ({ sex, age })));

/** One line before its cells are put in the order of the year. */
interface Row {
  cip13: string;
  label: string;
  age: string;
  sex: string;
  consumers: string;
  /** Amounts: cents, until they are laid out. */
  amount: string;
  base: string;
  boxes: string;
}

/** How the files of a year are laid out. */
interface Layout {
  header: string;
  format: FileFormat;
  cells: (row: Row) => string[];
  amount: (cents: number) => string;
}

/** Consumers of every pack with a profile, a file a year. */
export interface ConsumerPlan {
  catalogue: Catalogue;
  profiles: readonly (Profile | null)[];
  /** First year of the declarations. */
  from: number;
  /** Open Medic covers from..to. */
  to: number;
  /** Years of declarations, from `from` on. */
  years: number;
}

/** Writes `NB_<year>_cip13_age_sexe.csv`, every other year gzipped, each in the layout of its time. */
export async function writeConsumers(directory: string, plan: ConsumerPlan, random: Random): Promise<void> {
  const share = packShares(plan, random);
  const weights = yearTrend(plan.years).map((weight) => Math.sqrt(weight));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  for (let year = plan.from; year <= plan.to; year += 1) {
    const layout = layoutOf(year);
    const gzip = year % 2 === 0;
    const format: FileFormat = { ...layout.format, gzip };
    const file = new LineFile(join(directory, `NB_${year}_cip13_age_sexe.csv${gzip ? '.gz' : ''}`), format);
    file.add(layout.header);
    const trend = at(weights, year - plan.from) / mean;
    for (const [index, pack] of plan.catalogue.packs.entries()) {
      const weight = trend * at(share, index);
      if (weight === 0) continue;
      const expected = strataOf(plan, pack.medicine, year - plan.from).map((consumers) => consumers * weight);
      const label = labelOf(at(plan.catalogue.medicines, pack.medicine).denomination);
      for (const row of rowsOf(pack.cip13, label, expected, random)) addRow(file, row, layout, random);
      if (file.full) await file.flush();
    }
    await file.close();
  }
}

/** Labels are short, in capitals and without accents, or nearly. */
function labelOf(denomination: string): string {
  return normalise(denomination).slice(0, 40).replace('COMPRIME', 'CPR').replaceAll(';', ' ').replaceAll('"', '');
}

/** Share of each pack in the consumers of its medicine; 0 for those that pharmacies do not deliver. */
function packShares(plan: ConsumerPlan, random: Random): number[] {
  const weights = plan.catalogue.packs.map(({ reimbursed }) => {
    const present = reimbursed ? !random.chance(SHARE.missingPack) : random.chance(SHARE.unreimbursed);
    return present ? Math.exp(random.normal()) : 0;
  });
  const totals = new Map<number, number>();
  plan.catalogue.packs.forEach(({ medicine }, i) => totals.set(medicine, (totals.get(medicine) ?? 0) + at(weights, i)));
  return plan.catalogue.packs.map(({ medicine }, i) => at(weights, i) / (totals.get(medicine) || 1));
}

/** Consumers of a medicine in a year, by stratum: those of its substances that take this medicine. */
function strataOf(plan: ConsumerPlan, medicine: number, year: number): number[] {
  const result = STRATA.map(() => 0);
  for (const substance of plan.catalogue.medicines[medicine]?.substances ?? []) {
    const profile = plan.profiles[substance];
    if (profile === null || profile === undefined || year < profile.firstYear) continue;
    const place = plan.catalogue.substances[substance]?.medicines.indexOf(medicine) ?? -1;
    const consumers = profile.consumers * (profile.medicineShares[place] ?? 0);
    profile.use.forEach((share, i) => (result[i] = (result[i] ?? 0) + consumers * share));
  }
  return result;
}

function* rowsOf(cip13: string, label: string, expected: readonly number[], random: Random): Generator<Row> {
  const cents = 200 + random.below(3000);
  const use = (age: string, sex: string, consumers: number): Row => {
    const boxes = Math.round(consumers * (1 + 5 * random.next()));
    const correction = random.chance(SHARE.correction) ? -1 : 1;
    const base = boxes * cents * correction;
    const code = random.chance(SHARE.unknownPack) ? `34008${cip13.slice(5)}` : cip13;
    const amounts = { amount: String(Math.round(base * 0.68)), base: String(base), boxes: String(boxes * correction) };
    return { cip13: code, label, age, sex, consumers: String(consumers), ...amounts };
  };
  let all = 0;
  for (const [i, { age, sex }] of STRATA.entries()) {
    const consumers = Math.round((expected[i] ?? 0) * Math.exp(random.normal() * 0.1));
    all += consumers;
    if (consumers > 0) yield use(age, sex, consumers);
  }
  const [age, sex] = random.pick([
    ['99', '9'],
    ['99', '1'],
    ['60', '9'],
  ] as const);
  if (all > 0 && random.chance(SHARE.unknownPerson)) yield use(age, sex, 1 + Math.floor(all / 100));
}

/** The columns changed their names and order in 2018; so did the way amounts are written. */
function layoutOf(year: number): Layout {
  if (year < 2018) {
    return {
      header: 'CIP13;AGE;sexe;REM;BSE;BOITES;nbc',
      format: { encoding: 'windows-1252', eol: '\r\n' },
      cells: (row) => [row.cip13, row.age, row.sex, row.amount, row.base, row.boxes, row.consumers],
      amount: (cents) => decimal(cents, year === 2016 ? ' ' : '.'),
    };
  }
  return {
    header: `CIP13;${year % 2 === 0 ? 'l_cip13' : 'L_CIP13'};AGE;sexe;nbc;REM;BSE;BOITES`,
    format: { encoding: year % 2 === 0 ? 'utf-8' : 'windows-1252', eol: '\n' },
    cells: (row) => [row.cip13, row.label, row.age, row.sex, row.consumers, row.amount, row.base, row.boxes],
    amount: (cents) => decimal(cents, ''),
  };
}

function decimal(cents: number, thousands: string): string {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${cents < 0 ? '-' : ''}${whole},${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}

function addRow(file: LineFile, row: Row, layout: Layout, random: Random): void {
  const written = { ...row, amount: layout.amount(Number(row.amount)), base: layout.amount(Number(row.base)) };
  const bad = random.chance(SHARE.badRow) ? random.pick(FAULTS)(written) : written;
  const cells = layout.cells(bad);
  file.add((bad === written || bad.age !== '' ? cells : cells.slice(0, 3)).join(';'));
}

/** Rows that must be rejected: a corrected number of consumers, a code, an age that is none, too few columns. */
const FAULTS: readonly ((row: Row) => Row)[] = [
  (row) => ({ ...row, consumers: `-${row.consumers}` }),
  (row) => ({ ...row, cip13: row.cip13.slice(0, 11) }),
  (row) => ({ ...row, age: '45' }),
  (row) => ({ ...row, age: '' }),
];
