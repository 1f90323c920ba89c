import type { Catalogue, CatalogueSubstance } from './catalogue.js';
import { type Random, Weighted, at } from './random.js';
import { CLASS_WEIGHTS } from './reaction-labels.js';

/** Age groups of both sources, in this order everywhere in the generator. */
export const AGE_GROUPS = ['0-19', '20-59', '60+'] as const;

/** How the declarations and consumers of one substance are distributed. All of it is invented. */
export interface Profile {
  /** Expected number of declarations over all the years. */
  cases: number;
  /** Relative number of declarations in each year of the period. */
  yearWeights: number[];
  years: Weighted;
  /** Index of the first year of sale. */
  firstYear: number;
  /** Shares of the declarations: women, and the age groups in order. */
  female: number;
  ages: [number, number, number];
  ageGroups: Weighted;
  serious: number;
  /** Share of reporters who are patients; the rest are professionals. */
  patients: number;
  classes: Weighted;
  /** Shifts the order of the labels inside a class, so that substances differ there too. */
  labelShift: number;
  /** Consumers of a year when on sale; 0 for what only hospitals use. */
  consumers: number;
  /** Shares of the consumers by sex (men first) and age group: not those of the declarations, so that rates differ. */
  use: number[];
  /** Share of each medicine of the substance, in its order. */
  medicineShares: number[];
  medicines: Weighted;
}

/** Shares of substances that stand out. */
const SHARE = { undeclared: 0.05, oneSex: 0.03, oneYear: 0.04, recent: 0.12, hospital: 0.06 };

/** Only substances with less than this share of all declarations may have them in a single year, lest a year stand out. */
const LITTLE = 0.004;

/** The tail of declarations per substance: 1 ÷ (rank + OFFSET)^EXPONENT. */
const TAIL = { offset: 5, exponent: 1.2 };

/** Declarations per 100,000 consumers, from and to. */
const RATE = [1, 500] as const;

/** Most yearly consumers that a single substance may have in a country of 68 million. */
const MOST_CONSUMERS = 5_000_000;

/** Relative declarations of the years: growth, and a year in which everybody declared more. */
export function yearTrend(count: number): number[] {
  const bump = Math.floor(count * 0.7);
  return Array.from({ length: count }, (_, i) => (1 + 0.08 * i) * (i === bump ? 1.5 : 1));
}

/** One profile a substance of the catalogue, in its order; null for a substance in no medicine. */
export function makeProfiles(catalogue: Catalogue, cases: number, years: number, random: Random): (Profile | null)[] {
  const weights = declarationWeights(catalogue.substances, random);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return catalogue.substances.map((substance, i) =>
    substance.medicines.length === 0
      ? null
      : makeProfile(substance, { share: at(weights, i) / total, cases, years }, random),
  );
}

function declarationWeights(substances: readonly CatalogueSubstance[], random: Random): number[] {
  const ranks = random.shuffled(substances.map((_, i) => i));
  const weights = substances.map((substance, i) => {
    if (substance.medicines.length === 0 || random.chance(SHARE.undeclared)) return 0;
    // what is sold under many names is taken, and declared, by many
    const known = Math.sqrt(substance.medicines.length);
    return (known * Math.exp(random.normal() * 0.6)) / (at(ranks, i) + TAIL.offset) ** TAIL.exponent;
  });
  // a catalogue of one or two must not be silent
  return weights.some((weight) => weight > 0)
    ? weights
    : substances.map(({ medicines }) => Math.min(1, medicines.length));
}

/** `share` is that of the substance in all the `cases`; `years` is their number. */
interface Part {
  share: number;
  cases: number;
  years: number;
}

function makeProfile(substance: CatalogueSubstance, part: Part, random: Random): Profile {
  const { years } = part;
  const cases = part.cases * part.share;
  const firstYear = random.chance(SHARE.recent) ? random.below(years) : 0;
  const yearWeights = ownYears(years, firstYear, part.share < LITTLE, random);
  const ages = ownAges(random);
  const female = ownSex(random);
  const medicineShares = shares(substance.medicines.map(() => Math.exp(random.normal())));
  return {
    cases,
    yearWeights,
    years: new Weighted(yearWeights),
    firstYear,
    female,
    ages,
    ageGroups: new Weighted(ages),
    serious: 0.2 + 0.6 * random.next(),
    patients: 0.04 + 0.3 * random.next() ** 2,
    classes: new Weighted(ownClasses(random)),
    labelShift: random.chance(0.5) ? 0 : random.below(15),
    consumers: ownConsumers(cases, years - firstYear, random),
    use: ownUse(female, ages, random),
    medicineShares,
    medicines: new Weighted(medicineShares),
  };
}

function ownYears(years: number, first: number, little: boolean, random: Random): number[] {
  const only = little && random.chance(SHARE.oneYear) ? random.between(first, years - 1) : null;
  const slope = random.normal() * 0.06;
  return yearTrend(years).map((trend, i) => {
    if (i < first || (only !== null && i !== only)) return 0;
    return trend * Math.exp(slope * i + random.normal() * 0.12);
  });
}

function ownSex(random: Random): number {
  if (random.chance(SHARE.oneSex)) return random.chance(0.65) ? 1 : 0;
  return Math.min(0.92, Math.max(0.12, 0.56 + random.normal() * 0.12));
}

/** Mostly medicines of adults and of the old; a few of children. */
function ownAges(random: Random): [number, number, number] {
  const kind = random.next();
  const centre = kind < 0.08 ? [8, 1.5, 0.5] : kind < 0.5 ? [0.6, 6, 3] : [0.3, 3, 6];
  const [young = 0, adult = 0, old = 0] = shares(centre.map((weight) => weight * Math.exp(random.normal() * 0.4)));
  return [young, adult, old];
}

function ownUse(female: number, ages: readonly number[], random: Random): number[] {
  const bySex = [1 - female, female].map((share) => share * Math.exp(random.normal() * 0.3));
  const byAge = ages.map((share) => share * Math.exp(random.normal() * 0.3));
  return shares(bySex.flatMap((sex) => byAge.map((age) => sex * age)));
}

/** The general picture, bent at random, with one to three classes that the substance is known for. */
function ownClasses(random: Random): number[] {
  const weights = CLASS_WEIGHTS.map((weight) => weight * Math.exp(random.normal() * 0.7));
  for (let i = random.between(1, 3); i > 0; i -= 1) {
    const known = random.below(weights.length);
    weights[known] = (weights[known] ?? 0) * 4 + 6;
  }
  return weights;
}

function ownConsumers(cases: number, years: number, random: Random): number {
  if (random.chance(SHARE.hospital)) return 0;
  if (cases === 0) return Math.round(Math.exp(6 + random.normal() * 2));
  const [least, most] = RATE;
  const rate = least * (most / least) ** random.next();
  return Math.min(MOST_CONSUMERS, Math.round((cases / years / rate) * 100_000));
}

function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
