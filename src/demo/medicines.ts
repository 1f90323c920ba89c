import { type Family, type Ingredient, makeFamilies } from './families.js';
import { FORMS, type Form, STRENGTHS, strengthText } from './forms.js';
import { NameMaker } from './names.js';
import { type Random, Weighted, at } from './random.js';

/** One pharmaceutical element of a medicine: what it holds and how much. */
interface Element {
  name: string;
  contents: { ingredient: Ingredient; dosage: string }[];
}

/** A fictitious medicine, before it is written as rows of the reference files. */
export interface Medicine {
  cis: string;
  denomination: string;
  form: Form;
  formText: string;
  holders: string;
  /** Generics: reference medicines and generics of one family and strength share a group. */
  group: string | null;
  generic: boolean;
  elements: Element[];
}

export interface MedicineCounts {
  families: number;
  medicines: number;
}

/** Sizes of the reference files for that many declarations: 300 substances and 900 specialities for 40,000, softly more or fewer. */
export function medicineCounts(cases: number): MedicineCounts {
  const families = Math.min(2500, Math.max(40, Math.round(305 * (cases / 40_000) ** 0.3)));
  return { families, medicines: families * 3 };
}

/** Shares of odd medicines among the fictitious ones. */
const SHARE = {
  combination: 0.1,
  sharedDenomination: 0.03,
  dilutions: 0.03,
  brand: 0.24,
  twoElements: 0.02,
  quoted: 0.01,
  accent: 0.05,
};

/** A brand or a denomination that stands for different substances is made this often, and at least MIN_AMBIGUOUS times. */
const AMBIGUOUS_SHARE = 0.006;
const MIN_AMBIGUOUS = 3;

/** Fictitious medicines: each family has one at least; how many more is as uneven as in the real files. */
export function makeMedicines(counts: MedicineCounts, random: Random): Medicine[] {
  const names = new NameMaker(random);
  const families = makeFamilies(counts.families, names, random);
  const maker = new MedicineMaker(families, names, random);
  const many = new Weighted(families.map(() => Math.exp(random.normal())));
  for (const family of families) for (const ingredient of family.ingredients) maker.originator(family, ingredient);
  while (maker.made.length < counts.medicines * 0.96) maker.another(at(families, many.pick(random)));
  maker.ambiguous(Math.max(MIN_AMBIGUOUS, Math.round(counts.medicines * AMBIGUOUS_SHARE)));
  return maker.made;
}

class MedicineMaker {
  readonly made: Medicine[] = [];
  private readonly laboratories: string[];
  private readonly brands = new Map<string, string>();
  private readonly codes = new Set<string>();
  private readonly forms = new Weighted(FORMS.map((_, i) => 1 / (i + 1)));
  private readonly usualForm = new Map<string, Form>();

  constructor(
    private readonly families: Family[],
    private readonly names: NameMaker,
    private readonly random: Random,
  ) {
    this.laboratories = Array.from({ length: 24 }, () => names.laboratory());
  }

  /** The medicine under which an ingredient was first sold. */
  originator(family: Family, ingredient: Ingredient): void {
    const form = this.formOf(family);
    const strength = this.random.pick(STRENGTHS[form.unit]);
    const brand = this.brandOf(family);
    this.add(brand, { family, ingredient, form, strength, generic: false });
  }

  /** One more medicine of a family: another strength of the brand, a generic, a combination or one of the odd ones. */
  another(family: Family): void {
    const ingredient = this.random.pick(family.ingredients);
    const form = this.random.chance(0.75) ? this.formOf(family) : at(FORMS, this.forms.pick(this.random));
    const strength = this.random.pick(STRENGTHS[form.unit].slice(0, 6));
    const laboratory = this.random.pick(this.laboratories);
    const kinds: [number, () => void][] = [
      [
        SHARE.combination,
        () => {
          this.combination(family, form, strength);
        },
      ],
      [
        SHARE.sharedDenomination,
        () => {
          this.copy(family);
        },
      ],
      [
        SHARE.dilutions,
        () => {
          this.dilution(family);
        },
      ],
      [
        SHARE.brand,
        () => {
          this.add(this.brandOf(family), { family, ingredient, form, strength, generic: false });
        },
      ],
    ];
    let chance = this.random.next();
    const kind = kinds.find(([share]) => (chance -= share) < 0);
    if (kind === undefined)
      this.add(`${family.base} ${laboratory}`, { family, ingredient, form, strength, generic: true });
    else kind[1]();
  }

  /** Half: a brand that also names another family's medicine; half: the very denomination of another one. */
  ambiguous(count: number): void {
    for (let i = 0; i < count; i += 1) {
      const other = this.random.pick(this.families);
      const model = this.random.pick(
        this.made.filter((medicine) => !medicine.generic && medicine.elements.length === 1),
      );
      const contents = [{ ingredient: this.random.pick(other.ingredients), dosage: '10,00 mg' }];
      const elements = [{ name: model.form.element, contents }];
      const brand = model.denomination.replace(/[ ,][^ ]*\d.*$/, '');
      const denomination = i % 2 === 0 ? model.denomination : `${brand} 77 mg, ${model.formText}`;
      this.made.push({ ...model, cis: this.cis(), denomination, elements, group: null });
    }
  }

  private add(
    name: string,
    what: { family: Family; ingredient: Ingredient; form: Form; strength: number; generic: boolean },
  ): void {
    const { family, ingredient, form, strength, generic } = what;
    const dose = strengthText(strength, form.unit);
    const contents = [{ ingredient, dosage: this.dosage(dose) }];
    const elements = [{ name: form.element, contents }];
    if (this.random.chance(SHARE.twoElements)) {
      elements.splice(
        0,
        1,
        { name: `${form.element} blanc`, contents },
        { name: `${form.element} rose`, contents: [{ ingredient, dosage: '1,00 mg' }] },
      );
    }
    const label = this.random.chance(SHARE.quoted) ? `${name} "FORT"` : name;
    this.made.push({
      cis: this.cis(),
      denomination: `${this.decorated(label)} ${dose}, ${form.form}`,
      form,
      formText: form.form,
      holders: this.holders(),
      group: form === this.formOf(family) ? `${family.base} ${dose}` : null,
      generic,
      elements,
    });
  }

  private combination(family: Family, form: Form, strength: number): void {
    const others = this.random.shuffled(this.families).slice(0, this.random.chance(0.15) ? 2 : 1);
    const members = [family, ...others.filter((other) => other !== family)];
    const doses = members.map((_, i) =>
      strengthText(i === 0 ? strength : this.random.pick(STRENGTHS[form.unit]), form.unit),
    );
    const generic = this.random.chance(0.4);
    const name = generic
      ? `${members.map((member) => member.base).join('/')} ${this.random.pick(this.laboratories)}`
      : this.names.brand();
    const contents = members.map((member, i) => ({
      ingredient: this.random.pick(member.ingredients),
      dosage: this.dosage(at(doses, i)),
    }));
    this.made.push({
      cis: this.cis(),
      denomination: `${name} ${doses.join('/')}, ${form.form}`,
      form,
      formText: form.form,
      holders: this.holders(),
      group: null,
      generic,
      elements: [{ name: form.element, contents }],
    });
  }

  /** The same denomination under another code, as parallel imports have it. */
  private copy(family: Family): void {
    const model =
      this.made.find((medicine) => medicine.denomination.startsWith(family.base)) ?? this.random.pick(this.made);
    this.made.push({ ...model, cis: this.cis(), holders: this.holders() });
  }

  /** Built like the dilutions sold under one authorisation: many forms, no strength. */
  private dilution(family: Family): void {
    const ingredient = this.random.pick(family.ingredients);
    const contents = [{ ingredient, dosage: '2CH à 30CH et 4DH à 60DH' }];
    this.made.push({
      cis: this.cis(),
      denomination: `${family.base} ${this.random.pick(this.laboratories)}, degré de dilution compris entre 2CH et 30CH ou entre 4DH et 60DH`,
      form: at(FORMS, 1),
      formText: ' comprimé et solution(s) et granules et poudre et pommade',
      holders: this.holders(),
      group: null,
      generic: false,
      elements: ['comprimé', 'granules', 'solution buvable en gouttes'].map((name) => ({ name, contents })),
    });
  }

  private brandOf(family: Family): string {
    const known = this.brands.get(family.base);
    if (known !== undefined && this.random.chance(0.8)) return known;
    const brand = this.names.brand();
    this.brands.set(family.base, brand);
    return brand;
  }

  private formOf(family: Family): Form {
    const known = this.usualForm.get(family.base) ?? at(FORMS, this.forms.pick(this.random));
    this.usualForm.set(family.base, known);
    return known;
  }

  private decorated(name: string): string {
    if (!this.random.chance(SHARE.accent)) return name;
    return `${name} ${this.random.pick(['NOURRISSONS ET ENFANTS', 'SANS CONSERVATEUR', 'L.P.', 'GOÛT MÛRE D’ÉTÉ', '((SÉCHÉ))', 'VOIE SYSTÉMIQUE'])}`;
  }

  private dosage(dose: string): string {
    const exact = /^(\d+) mg$/.exec(dose);
    return exact?.[1] !== undefined && this.random.chance(0.3) ? `${exact[1]},00 mg` : dose;
  }

  private holders(): string {
    const holder = ` ${this.random.pick(this.laboratories)}${this.random.pick([' SANTE', '', ' PHARMA', ' (IRLANDE)'])}`;
    return this.random.chance(0.02) ? `${holder}; ${this.random.pick(this.laboratories)}` : holder;
  }

  /** Real codes begin with 6: these begin with 8. */
  private cis(): string {
    for (;;) {
      const code = `8${this.random.digits(7)}`;
      if (this.codes.has(code)) continue;
      this.codes.add(code);
      return code;
    }
  }
}
