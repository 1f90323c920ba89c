import { makeCatalogue } from './catalogue.js';
import { makeFamilies } from './families.js';
import { makeMedicines } from './medicines.js';
import { NameMaker } from './names.js';
import { makeProfiles } from './profiles.js';
import { Random, at } from './random.js';

const pack = (cis: string, cip13: string) => ({ cis, cip13, label: 'x', reimbursementRates: ['65 %'] });
const row = (cis: string, code: string, name: string, nature: 'SA' | 'FT') => ({
  cis,
  element: 'comprimé',
  code,
  name,
  nature,
  link: '1',
});

describe('makeCatalogue', () => {
  const catalogue = makeCatalogue({
    specialities: [
      { cis: '80000001', denomination: 'VOXA 5 mg, comprimé' },
      { cis: '80000002', denomination: 'VOXA FORT, 5 mg' },
      { cis: '80000003', denomination: 'VOXA 10 mg, gélule' },
      { cis: '80000004', denomination: '5 mg ZAL' },
    ],
    presentations: [pack('80000001', '3400990000001'), pack('89999999', '3400990000002')],
    composition: [
      row('80000001', '00001', 'VELO (SULFATE DE)', 'SA'),
      row('80000001', '00002', 'VELO', 'FT'),
      row('80000002', '00002', 'VELO', 'SA'),
      row('80000003', '00003', 'ZORA', 'SA'),
    ],
  });

  it('puts a salt and its base together', () => {
    expect(catalogue.substances).toEqual([
      { names: ['VELO (SULFATE DE)', 'VELO'], medicines: [0, 1] },
      { names: ['ZORA'], medicines: [2] },
    ]);
  });

  it('finds brands, and those that stand for different substances', () => {
    expect(catalogue.medicines.map(({ brand }) => brand)).toEqual(['VOXA', 'VOXA FORT', 'VOXA', null]);
    expect(catalogue.ambiguous).toEqual([{ type: 'Produit', name: 'VOXA' }]);
  });

  it('passes over packs of no medicine', () => {
    expect(catalogue.packs.map(({ cip13 }) => cip13)).toEqual(['3400990000001']);
  });
});

describe('fictitious medicines', () => {
  const medicines = makeMedicines({ families: 100, medicines: 300 }, new Random(1, 'x'));

  it('are as many as asked for, under codes of their own', () => {
    expect(medicines.length).toBeGreaterThan(280);
    expect(medicines.length).toBeLessThan(310);
    expect(new Set(medicines.map(({ cis }) => cis)).size).toBe(medicines.length);
  });

  it('have denominations that several share, with the same substances and with others', () => {
    const codes = new Map<string, Set<string>>();
    const shared = { alike: 0, different: 0 };
    for (const { denomination, elements } of medicines) {
      const contents = elements
        .flatMap((element) => element.contents.map(({ ingredient }) => ingredient.code))
        .join(' ');
      const known = codes.get(denomination);
      if (known !== undefined) shared[known.has(contents) ? 'alike' : 'different'] += 1;
      codes.set(denomination, (known ?? new Set()).add(contents));
    }
    expect(shared.alike).toBeGreaterThan(0);
    expect(shared.different).toBeGreaterThan(0);
  });

  it('have several substances, or several elements, now and then', () => {
    const combined = medicines.filter(({ elements }) => at(elements, 0).contents.length > 1).length;
    expect(combined / medicines.length).toBeGreaterThan(0.03);
    expect(combined / medicines.length).toBeLessThan(0.2);
    expect(medicines.some(({ elements }) => elements.length > 1)).toBe(true);
  });
});

describe('families', () => {
  const random = new Random(1, 'x');
  const families = makeFamilies(8, new NameMaker(random), random);
  const tied = families.map(({ ingredients }) => ingredients.map(({ fractions }) => fractions.map(({ code }) => code)));
  const codes = families.map(({ ingredients }) => ingredients.map(({ code }) => code));

  it('hold three salts of one base', () => {
    expect(new Set(tied[0]?.flat()).size).toBe(1);
    expect(new Set(codes[0]).size).toBe(3);
  });

  it('hold a hydrate under a salt under a base', () => {
    const [top, middle, bottom] = codes[1] ?? [];
    expect(tied[1]).toEqual([[middle], [bottom], []]);
    expect(top).not.toBe(middle);
  });

  it('hold two codes that are the fraction of each other', () => {
    const [first, second] = codes[2] ?? [];
    expect(tied[2]).toEqual([[second], [first]]);
  });

  it('hold a substance with two fractions in one group', () => {
    expect(new Set(tied[3]?.[0]).size).toBe(2);
  });
});

describe('profiles', () => {
  const medicines = makeMedicines({ families: 305, medicines: 915 }, new Random(2, 'x'));
  const catalogue = makeCatalogue({
    specialities: medicines,
    presentations: [],
    composition: medicines.flatMap(({ cis, elements }) =>
      elements.flatMap(({ contents }) =>
        contents.map(({ ingredient }) => row(cis, ingredient.code, at(ingredient.names, 0), 'SA')),
      ),
    ),
  });
  const profiles = makeProfiles(catalogue, 40_000, 10, new Random(2, 'x')).filter((profile) => profile !== null);
  const cases = profiles.map((profile) => profile.cases).sort((a, b) => b - a);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

  it('share out the declarations: most to few, few to many, none to some', () => {
    expect(sum(cases)).toBeCloseTo(40_000, 3);
    expect(sum(cases.slice(0, cases.length / 10)) / 40_000).toBeGreaterThan(0.5);
    expect(at(cases, 0) / 40_000).toBeLessThan(0.2);
    expect(cases.filter((count) => count > 0 && count < 11).length).toBeGreaterThan(10);
    expect(cases.filter((count) => count === 0).length).toBeGreaterThan(3);
  });

  it('have one sex, or one year, in a few substances', () => {
    const oneSex = profiles.filter(({ female }) => female === 0 || female === 1).length;
    const oneYear = profiles.filter(
      ({ yearWeights }) => yearWeights.filter((weight) => weight > 0).length === 1,
    ).length;
    expect([oneSex > 0, oneSex < 30, oneYear > 0, oneYear < 40]).toEqual([true, true, true, true]);
  });

  it('give between 1 and 500 declarations per 100,000 consumers, where both are', () => {
    for (const { cases: count, consumers, firstYear } of profiles) {
      if (count < 100 || consumers === 0 || consumers === 5_000_000) continue;
      const rate = (count / (10 - firstYear) / consumers) * 100_000;
      expect([rate > 0.99, rate < 505]).toEqual([true, true]);
    }
  });
});
