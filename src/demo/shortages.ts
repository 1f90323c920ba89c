import { join } from 'node:path';
import { atcOf } from './atc.js';
import type { Catalogue } from './catalogue.js';
import { respelt } from './names.js';
import { type Random, at } from './random.js';
import { date } from './reference-files.js';
import { cell, quoted, writeLines } from './writers.js';

/** What shortages and errors are declared about; `atc` is empty where the codes are real ones. */
export interface MedicineEvents {
  catalogue: Catalogue;
  /** ATC code of each substance. */
  atc: readonly string[];
  years: readonly [number, number];
}

const CLASSIFICATIONS = [
  'Rupture',
  'Rupture',
  'RUPTURE',
  'Risque de rupture',
  'Risque de rupture',
  'RISQUE DE RUPTURE',
  'Arrêt de commercialisation',
  'Autre',
  '',
];
const CAUSES = [
  'Capacité de production insuffisante',
  'Incident de production',
  'Augmentation des volumes de vente',
  'Défaut d’approvisionnement en matière première',
  'Problème réglementaire',
  'Retard de transport; douane',
  'Autre',
  '',
];
const MEASURES = ['Contingentement', 'Importation', 'Information des professionnels', 'Dépannage'];

/** Declarations of shortage per medicine over all the years. */
const PER_MEDICINE = 0.5;
/** Shares of declarations about an unknown medicine, written twice, and with a second medicine. */
const SHARE = { unknown: 0.08, duplicate: 0.005, second: 0.03, lineBreak: 0.02 };

const OLD =
  'Numéro;État;Circuit en rupture;Classification;Nom;CIP;DCI;Code ATC;Classe Therapeutique;Nom Laboratoire;CAUSES';
const NEW =
  'Numéro;Date Signalement;Date Clôture;État;Classification;Nom;Code CIS;CIP;DCI;Code ATC;Nom Laboratoire;CAUSES;Mesures';

/** Writes two histories: an older one without dates (the year is in the number), and a newer one with them. */
export async function writeShortages(directory: string, events: MedicineEvents, random: Random): Promise<void> {
  const [from, to] = events.years;
  const middle = Math.floor((from + to) / 2);
  const perYear = Math.ceil((Math.min(events.catalogue.medicines.length, 4000) * PER_MEDICINE) / (to - from + 1));
  const lines = (first: number, last: number, line: Line): string[] =>
    Array.from({ length: last - first + 1 }, (_, i) =>
      shortagesOf(first + i, perYear, { events, line, random }),
    ).flat();
  const older = [OLD, ...lines(from, middle, oldLine)];
  const newer = [NEW, ...lines(middle + 1, to, newLine)];
  await writeLines(join(directory, `ruptures-${from}-${middle}.csv`), { encoding: 'windows-1252', eol: '\r\n' }, older);
  if (to > middle)
    await writeLines(
      join(directory, `ruptures-${middle + 1}-${to}.csv`),
      { encoding: 'utf-8', bom: true, eol: '\n' },
      newer,
    );
}

/** A declaration before its cells are put in the order of a file. */
interface Shortage {
  number: string;
  year: number;
  open: boolean;
  classification: string;
  name: string;
  cis: string;
  cip: string;
  substance: string;
  atc: string;
  cause: string;
}
type Line = (shortage: Shortage, random: Random) => string;

function shortagesOf(
  year: number,
  count: number,
  { events, line, random }: { events: MedicineEvents; line: Line; random: Random },
): string[] {
  return Array.from({ length: count }, (_, i) => {
    const number = `${String(year).slice(2)}RS${String(i + 1).padStart(3, '0')}`;
    const first = line(draw(number, year, events, random), random);
    if (random.chance(SHARE.duplicate)) return [first, first];
    return random.chance(SHARE.second) ? [first, line(draw(number, year, events, random), random)] : [first];
  }).flat();
}

function draw(number: string, year: number, { catalogue, atc, years }: MedicineEvents, random: Random): Shortage {
  const index = random.below(catalogue.medicines.length);
  const medicine = at(catalogue.medicines, index);
  const unknown = random.chance(SHARE.unknown);
  const name = unknown
    ? `PRODUIT RETIRÉ ${random.digits(3)}`
    : random.chance(0.5)
      ? (medicine.brand ?? medicine.denomination)
      : medicine.denomination;
  const pack = random.chance(0.4) ? catalogue.packs.find((candidate) => candidate.medicine === index) : undefined;
  const [substance] = medicine.substances;
  const code = atcOf(catalogue, atc, index);
  return {
    number,
    year,
    open: year >= years[1] - 1 && random.chance(0.5),
    classification: random.pick(CLASSIFICATIONS),
    name: random.chance(0.2) ? respelt(name, random) : name,
    cis: unknown || random.chance(0.3) ? '' : medicine.cis,
    cip: unknown ? '' : (pack?.cip13 ?? ''),
    substance: substance === undefined ? '' : (catalogue.substances[substance]?.names[0] ?? ''),
    atc: code.slice(0, random.pick([3, 3, 4, 5, 7])),
    cause: random.pick(CAUSES),
  };
}

function oldLine(row: Shortage, random: Random): string {
  const circuit = random.pick(['', '', 'Ville', 'Hôpital']);
  const cause = random.chance(SHARE.lineBreak) ? quoted(`${row.cause}\n(voir "annexe")`) : cell(row.cause);
  const state = row.open ? 'En cours' : 'Clôturé';
  return [
    row.number,
    state,
    circuit,
    row.classification,
    cell(row.name),
    row.cip,
    cell(row.substance),
    row.atc,
    '',
    'LABORATOIRE FICTIF',
    cause,
  ].join(';');
}

function newLine(row: Shortage, random: Random): string {
  const measures = cell(random.shuffled(MEASURES).slice(0, random.below(3)).join(', '));
  const closed = row.open ? '' : date(random, row.year + 1, row.year + 1);
  const dates = [date(random, row.year, row.year), closed, row.open ? 'En cours' : 'Clôturé'];
  return [
    row.number,
    ...dates,
    row.classification,
    cell(row.name),
    row.cis,
    row.cip,
    cell(row.substance),
    row.atc,
    'LABORATOIRE FICTIF',
    cell(row.cause),
    measures,
  ].join(';');
}
