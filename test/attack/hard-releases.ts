import { at, Random, Weighted } from '../../src/demo/random.js';
import { ORGAN_CLASSES } from '../../src/sources/bnpv/organ-classes.js';
import { caseLine, drugLine, numbers, reactionLine, writeHandMade } from '../oracle/hand-made.js';

/** Weights of: women, men, unknown. */
type Sexes = [number, number, number];
/** Weights of: 0–19, 20–59, 60 and over, unknown. */
type Ages = [number, number, number, number];

/** A sort of medicine that makes hiding hard, and how its cases are drawn. */
interface Hard {
  /** From and to. */
  cases: [number, number];
  sexes?: Sexes;
  ages?: Ages;
  /** Weights, the first for the first year of the release, and again from there when the years are more. */
  years?: number[];
  /** Weights of: pharmacist, physician, patient, lawyer, not given. */
  reporters?: number[];
  /** Weights of: serious, not serious, not given. */
  seriousness?: Sexes;
  /** Of a further reaction, again and again. */
  moreReactions?: number;
  /** Organ classes that its reactions are in. */
  classes?: number;
  /** So many cases share the first class, each with a term of its own. */
  apart?: number;
}

const HARD: readonly Hard[] = [
  { cases: [1, 10] },
  { cases: [1, 10], sexes: [1, 0, 0], years: [1, 0] },
  { cases: [11, 12] },
  { cases: [11, 12], sexes: [1, 1, 0], ages: [1, 1, 0, 0], years: [1, 1, 0, 0, 0, 0, 0, 0] },
  { cases: [11, 12], sexes: [1, 0, 0], ages: [0, 1, 1, 0], reporters: [1, 1, 0, 0, 0] },
  { cases: [12, 25], sexes: [1, 0, 0] },
  { cases: [15, 60], sexes: [20, 1, 0], ages: [0, 20, 1, 0] },
  { cases: [15, 60], sexes: [0, 1, 0], ages: [1, 6, 3, 0] },
  // one year, with or without one case in another
  { cases: [12, 40], years: [0, 1, 0, 0, 0, 0, 0, 0] },
  { cases: [12, 40], years: [0, 25, 0, 1, 0, 0, 0, 0], reporters: [20, 1, 0, 0, 0] },
  // nothing beside one
  { cases: [30, 60], reporters: [40, 1, 0, 0, 0], seriousness: [40, 1, 0], classes: 2 },
  { cases: [25, 50], reporters: [12, 12, 1, 0, 1], seriousness: [1, 1, 0], ages: [0, 10, 10, 1] },
  // hundreds of cases and a tiny sex, a tiny age group
  { cases: [250, 400], sexes: [200, 1, 1], ages: [30, 100, 100, 3], classes: 8 },
  { cases: [250, 400], sexes: [100, 80, 2], ages: [1, 100, 90, 0], classes: 8, moreReactions: 0.5 },
  { cases: [20, 80], sexes: [3, 2, 4], ages: [1, 2, 3, 5], reporters: [1, 1, 1, 1, 5], seriousness: [2, 2, 3] },
  { cases: [30, 90], sexes: [1, 1, 0], ages: [1, 3, 3, 0], reporters: [3, 3, 2, 1, 0], seriousness: [1, 1, 0] },
  { cases: [30, 60], apart: 12, classes: 3 },
  { cases: [14, 30], apart: 11, classes: 2, sexes: [1, 1, 0] },
  // few cases in the last years, which Open Medic may not cover
  { cases: [40, 90], years: [10, 10, 10, 1, 0, 10, 1, 1], sexes: [2, 1, 0] },
  { cases: [60, 120], years: [30, 30, 1, 1, 30, 1, 0, 30], ages: [1, 6, 6, 1] },
  { cases: [60, 120], moreReactions: 0.7, classes: 6 },
  { cases: [100, 160], sexes: [5, 4, 1], ages: [1, 4, 5, 1], reporters: [4, 4, 3, 1, 1], classes: 6 },
];

/** The years of the declarations and those of Open Medic: some of them, with a gap, all, none. */
const CALENDARS = [
  { declarations: [2018, 2022], exposure: [2018, 2019, 2020] },
  { declarations: [2015, 2022], exposure: [2016, 2018] },
  { declarations: [2020, 2022], exposure: [2020, 2021, 2022] },
  { declarations: [2019, 2023], exposure: [] },
  { declarations: [2018, 2023], exposure: [2017, 2018, 2019, 2020, 2021, 2022] },
] as const;

const REPORTERS = ['Pharmacien', 'Médecin spécialiste', 'Patient', 'Avocat', ''];
const SHARED = 0.05;
const TERMS = 4;

/** Writes sources whose release is hard to protect and gives the folder; the same seed gives the same files. */
export async function writeHardSources(seed: number): Promise<string> {
  const maker = new Maker(new Random(seed, 'hard releases'), at(CALENDARS, seed % CALENDARS.length));
  HARD.forEach((hard, index) => {
    maker.addSubstance(hard, index);
  });
  return maker.write();
}

class Maker {
  private readonly cases: string[] = [];
  private readonly reactions: string[] = [];
  private readonly drugs: string[] = [];

  constructor(
    private readonly random: Random,
    private readonly calendar: (typeof CALENDARS)[number],
  ) {}

  addSubstance(hard: Hard, index: number): void {
    const { random } = this;
    const draw = drawerOf(hard, this.calendar.declarations, random);
    const classes = random.shuffled(ORGAN_CLASSES.map(({ french }) => french)).slice(0, hard.classes ?? 4);
    const count = random.between(...hard.cases);
    for (let i = 0; i < count; i += 1) {
      const number = this.cases.length + 1;
      this.cases.push(caseLine(number, draw()));
      this.addReactions(number, i, { ...hard, names: classes });
      this.drugs.push(drugLine(number, substanceName(index), 'Substance'));
      if (random.chance(SHARED))
        this.drugs.push(drugLine(number, substanceName(random.below(HARD.length)), 'Substance'));
    }
  }

  async write(): Promise<string> {
    const cis = (index: number): string => String(60_000_001 + index);
    return writeHandMade({
      specialities: HARD.map((_, index) => [cis(index), `MEDICAMENT ${letters(index)}, comprimé`]),
      composition: HARD.map((_, index) => [cis(index), code(index), substanceName(index), 'SA', '1']),
      cases: this.cases,
      reactions: this.reactions,
      drugs: this.drugs,
      ...(this.calendar.exposure.length === 0 ? {} : { consumers: this.consumers(cis) }),
    });
  }

  private addReactions(number: number, i: number, { apart = 0, moreReactions = 0.2, names }: Reacting): void {
    const { random } = this;
    if (i < apart) {
      this.reactions.push(reactionLine(number, at(names, 0), `Terme ${letters(i)}`));
      return;
    }
    // what is set apart stays apart
    const own = apart > 0 ? names.slice(1) : names;
    do {
      const name = at(own, Math.min(own.length - 1, Math.floor(own.length * random.next() ** 2)));
      const term = Math.floor(TERMS * random.next() ** 2);
      this.reactions.push(reactionLine(number, name, `Terme ${letters(term)}`));
    } while (random.chance(moreReactions));
  }

  /** By year: pack, age, sex, consumers. Some medicines have none, and some no men. */
  private consumers(cis: (index: number) => string): Record<number, string[]> {
    const { random } = this;
    const sexesOf = HARD.map(() => (random.chance(0.1) ? [] : random.chance(0.1) ? ['2'] : ['1', '2', '9']));
    const year = (): string[] =>
      HARD.flatMap((_, index) =>
        at(sexesOf, index).flatMap((sex) =>
          ['0', '20', '60'].map((age) => `34009${cis(index)};${age};${sex};${random.between(10, 5000)}`),
        ),
      );
    return Object.fromEntries(this.calendar.exposure.map((each) => [each, year()]));
  }
}

interface Reacting extends Hard {
  names: readonly string[];
}

/** Draws the cells of one case after the other. */
function drawerOf(
  hard: Hard,
  [from, to]: readonly [number, number],
  random: Random,
): () => Parameters<typeof caseLine>[1] {
  const calendar = numbers(from, to);
  const { sexes = [5, 4, 1], ages = [1, 4, 4, 1], years = [1], seriousness = [4, 4, 1] } = hard;
  const { reporters = [5, 4, 2, 0, 1] } = hard;
  const pick = <T>(items: readonly T[], weights: readonly number[]): (() => T) => {
    const weighted = new Weighted(weights);
    return () => at(items, weighted.pick(random));
  };
  const yearWeights = calendar.map((_, i) => years[i % years.length] ?? 0);
  const draws = {
    sex: pick(['F', 'M', ''], sexes),
    age: pick(['10', '40', '70', ''], ages),
    year: pick(calendar, yearWeights),
    reporter: pick(REPORTERS, reporters),
    serious: pick(['OUI', 'NON', ''], seriousness),
    death: pick(['OUI', 'NON'], [1, 15]),
  };
  return () => {
    const { year, ...others } = draws;
    const cells = Object.fromEntries(Object.entries(others).map(([name, draw]) => [name, draw()]));
    return { ...cells, date: `01/06/${year()}` };
  };
}

function code(index: number): string {
  return String(index + 1).padStart(5, '0');
}

/** One letter, or two: names must not look alike. */
function letters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `${letters(Math.floor(index / 26) - 1)}${letters(index % 26)}`;
}

function substanceName(index: number): string {
  return `EXEMPLI${letters(index)}OLINE`;
}
