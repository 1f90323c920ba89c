import { NameMaker, misspelt, saltNames } from './names.js';
import { type Random, at } from './random.js';

/** A code of the composition file under one of its natures. */
interface Fraction {
  code: string;
  name: string;
}

/** An active substance as the composition file names it. `names[0]` is the usual one, the others are variants of the same code. */
export interface Ingredient {
  code: string;
  names: string[];
  /** Therapeutic fractions tied to it by the link number; none for a substance given as such. */
  fractions: Fraction[];
}

/** The ingredients that carry one molecule: the base as such, its salts, its duplicates under another code. */
export interface Family {
  base: string;
  ingredients: Ingredient[];
}

type Build = (base: string, codes: CodeMaker, random: Random) => Ingredient[];

/** Gives 5-digit substance codes, leading zeros included, never the same twice. */
class CodeMaker {
  private readonly given = new Set<string>();

  constructor(private readonly random: Random) {}

  next(): string {
    for (;;) {
      const code = this.random.digits(5);
      if (this.given.has(code)) continue;
      this.given.add(code);
      return code;
    }
  }
}

/** Families of every structure that the real composition file has: the rare ones once each, then the common ones by share. */
export function makeFamilies(count: number, names: NameMaker, random: Random): Family[] {
  const codes = new CodeMaker(random);
  const families: Family[] = [];
  for (let i = 0; i < count; i += 1) {
    const build = ONCE[i] ?? usual(random);
    const base = names.substance();
    families.push({ base, ingredients: build(base, codes, random) });
  }
  return families;
}

function usual(random: Random): Build {
  const chance = random.next();
  if (chance < 0.55) return plain;
  if (chance < 0.88) return salts;
  if (chance < 0.93) return variants;
  if (chance < 0.96) return accented;
  return chance < 0.98 ? baseWord : unrelatedFraction;
}

const plain: Build = (base, codes) => [{ code: codes.next(), names: [base], fractions: [] }];

/** One to three salts tied to their base; half of the bases are also given as such. */
const salts: Build = (base, codes, random) => {
  const fraction = { code: codes.next(), name: base };
  const count = random.pick([1, 1, 1, 2, 2, 3]);
  const tied = saltNames(base, count, random).map((name) => ({
    code: codes.next(),
    names: [name],
    fractions: [fraction],
  }));
  return random.chance(0.5) ? [...tied, { code: fraction.code, names: [base], fractions: [] }] : tied;
};

/** The fraction is named « X BASE », as RANITIDINE BASE is in the real file. */
const baseWord: Build = (base, codes, random) => {
  const fraction = { code: codes.next(), name: `${base} BASE` };
  return saltNames(base, 1, random).map((name) => ({ code: codes.next(), names: [name], fractions: [fraction] }));
};

/** The fraction shares no word with the substance: it is no base of it (an iodine in a contrast agent). */
const unrelatedFraction: Build = (base, codes) => [
  { code: codes.next(), names: [base], fractions: [{ code: codes.next(), name: `BORADE ${base.slice(0, 3)}IQUE` }] },
];

/** One code, several spellings: a wrong letter here, an accent there. */
const variants: Build = (base, codes, random) => [
  { code: codes.next(), names: [base, misspelt(base, random), base.replace(/E/, 'É')], fractions: [] },
];

/** Two codes whose names differ by an accent only: one substance. */
const accented: Build = (base, codes) => [
  { code: codes.next(), names: [`${base} D’ÉTAIN`], fractions: [] },
  { code: codes.next(), names: [`${base} D'ETAIN`], fractions: [] },
];

/** A hydrate of a salt of a base: A under B, B under C. */
const chain: Build = (base, codes, random) => {
  const bottom = { code: codes.next(), name: base };
  const name = at(saltNames(base, 1, random), 0);
  const middle = { code: codes.next(), name };
  return [
    { code: codes.next(), names: [`${name} PENTAHYDRATÉ`], fractions: [middle] },
    { code: middle.code, names: [name], fractions: [bottom] },
    { code: bottom.code, names: [base], fractions: [] },
  ];
};

/** Each is the fraction of the other. */
const cycle: Build = (base, codes) => {
  const first = { code: codes.next(), name: `${base} SODIQUE` };
  const second = { code: codes.next(), name: `ACIDE ${base}` };
  return [
    { code: first.code, names: [first.name], fractions: [second] },
    { code: second.code, names: [second.name], fractions: [first] },
  ];
};

/** One composition group with two fractions: the substance stays on its own. */
const twoFractions: Build = (base, codes) => [
  {
    code: codes.next(),
    names: [`${base} (COMPLEXE DE)`],
    fractions: [
      { code: codes.next(), name: base },
      { code: codes.next(), name: `${base} ACTIVÉE` },
    ],
  },
];

const threeSalts: Build = (base, codes, random) => {
  const fraction = { code: codes.next(), name: base };
  return saltNames(base, 3, random).map((name) => ({ code: codes.next(), names: [name], fractions: [fraction] }));
};

const ONCE: readonly Build[] = [
  threeSalts,
  chain,
  cycle,
  twoFractions,
  accented,
  variants,
  unrelatedFraction,
  baseWord,
];
