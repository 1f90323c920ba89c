import { countsOfCases, LIKE_REPORTERS, type LikeCases, rulesOf } from '../../../test/support/like-cases.js';
import { cellAt } from '../cells.js';
import type { Breakdown } from '../counts.js';
import { AGE_GROUPS, POPULATIONS, SERIOUSNESS, SEXES } from '../figures.js';
import { ORGAN_CLASSES } from '../labels.js';
import type { Hidden } from './disclosure.js';
import { hide } from './disclosure.js';
import { isHiddenIn } from './part.js';

const PERIOD = { from: 2016, to: 2023 };
const YEARS = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023];
const COVERED = [2016, 2017, 2018, 2019, 2020, 2021];
const KNOWN_SEXES = ['female', 'male'] as const;
const KNOWN_AGES = ['0-19', '20-59', '60+'] as const;

function decide(groups: readonly LikeCases[], minCell = 11): Hidden {
  return hide(countsOfCases(groups, COVERED), rulesOf(PERIOD, COVERED, minCell));
}

const isHidden = (hidden: Hidden, breakdown: Breakdown, key: string, of: (typeof POPULATIONS)[number]): boolean =>
  isHiddenIn(hidden.mask(breakdown, key), POPULATIONS.indexOf(of));
const sexesOf = (hidden: Hidden): string[] => SEXES.filter((_, s) => hidden.sex(s));
const agesOf = (hidden: Hidden): string[] => AGE_GROUPS.filter((_, a) => hidden.ageGroup(a));
const yearsOf = (hidden: Hidden, of: (typeof POPULATIONS)[number] = 'all'): number[] =>
  YEARS.filter((year) => isHidden(hidden, 'year', String(year), of));
const pairsOf = (hidden: Hidden): string[] =>
  SEXES.flatMap((sex, s) =>
    AGE_GROUPS.filter((_, a) => hidden.sexAndAgeGroup(cellAt(s, a))).map((age) => `${sex}/${age}`),
  );
const organClass = (place: number): string => ORGAN_CLASSES[place]?.key ?? '';

/** 600 cases as they come: both sexes, all ages, 8 years, ten classes of which the first ones are the most frequent. */
function sixHundred(): LikeCases[] {
  const groups: LikeCases[] = [];
  for (let i = 0; i < 600; i++) {
    const at = <T>(list: readonly T[], step: number): T | undefined => list[Math.floor(i / step) % list.length];
    groups.push({
      cases: 1,
      sex: at(['female', 'male', 'female', 'male', 'female', 'male', 'unknown'] as const, 1) ?? 'unknown',
      ageGroup: at(['20-59', '60+', '0-19', '60+', '20-59', '0-19', 'unknown'] as const, 7) ?? 'unknown',
      year: at(YEARS, 1) ?? 0,
      seriousness: at(['serious', 'non_serious', 'serious', 'unknown'] as const, 5) ?? 'unknown',
      reporter: at(['pharmacien', 'medecin', 'medecin', 'patient', 'unknown'], 11) ?? '',
      reactions: { [Math.min((i * 7) % 13, (i * 5) % 11, 9)]: [i % 3] },
    });
  }
  return groups;
}

describe('hide, as little as that needs', () => {
  const hidden = decide(sixHundred());
  const counts = countsOfCases(sixHundred(), COVERED);

  test('keeps the sexes, the ages, both together and the years of a substance with hundreds of cases', () => {
    expect([sexesOf(hidden), agesOf(hidden), yearsOf(hidden)]).toEqual([[], [], []]);
    expect(pairsOf(hidden).filter((pair) => !pair.includes('unknown'))).toEqual([]);
    expect(SERIOUSNESS.filter((key) => isHidden(hidden, 'seriousness', key, 'all'))).toEqual([]);
    expect(LIKE_REPORTERS.filter((key) => isHidden(hidden, 'reporter', key, 'all'))).toEqual([]);
  });

  test('keeps its main organ classes, those with 11 cases or more', () => {
    const sizes = [...counts.breakdowns.organClass].map(([key, cells]) => ({
      key,
      cases: cells.reduce((sum, cell) => sum + cell),
    }));
    const main = sizes.filter(({ cases }) => cases >= 11).map(({ key }) => key);
    expect(main.length).toBeGreaterThan(4);
    expect(main.filter((key) => isHidden(hidden, 'organClass', key, 'all'))).toEqual([]);
  });

  test('keeps its rates, those of sexes and age groups too', () => {
    expect(POPULATIONS.filter((population) => hidden.rate(population))).toEqual([]);
    const without = KNOWN_SEXES.flatMap((_, s) =>
      KNOWN_AGES.filter((__, a) => hidden.rateOfSexAndAgeGroup(cellAt(s, a))),
    );
    expect(without).toEqual([]);
  });

  test('keeps in each sex and age group what is not small', () => {
    for (const population of ['female', 'male', '20-59', '60+'] as const) {
      expect(yearsOf(hidden, population)).toEqual([]);
      expect(isHidden(hidden, 'reporter', 'medecin', population)).toBe(false);
    }
  });

  test('shows 0 where nothing needs it: the sex that a medicine is not for, the years before it', () => {
    const only = decide([
      { cases: 60, ageGroup: '20-59', year: 2022 },
      { cases: 30, ageGroup: '60+', year: 2022 },
      { cases: 25, ageGroup: '60+', year: 2023 },
    ]);
    expect([sexesOf(only), agesOf(only), pairsOf(only), yearsOf(only)]).toEqual([[], [], [], []]);
    expect(yearsOf(only, '60+')).toEqual([]);
    expect(isHidden(hidden, 'organClass', organClass(20), 'all')).toBe(false);
  });

  test('shows a medicine of one year whole', () => {
    const one = decide([
      { cases: 40, sex: 'female', ageGroup: '20-59', year: 2018 },
      { cases: 30, sex: 'male', ageGroup: '60+', year: 2018 },
    ]);
    expect(yearsOf(one)).toEqual([]);
    expect(POPULATIONS.filter((population) => yearsOf(one, population).length > 0)).toEqual([]);
    // all its cases are of years that both sources cover: the rates rest on totals that are shown
    expect(KNOWN_SEXES.filter((sex) => one.rate(sex))).toEqual([]);
  });
});

describe('hide, enough', () => {
  test('hides everything where the total is hidden', () => {
    const hidden = decide([
      { cases: 6, reactions: { 3: [0] } },
      { cases: 4, sex: 'male', year: 2018, reactions: { 3: [0] } },
    ]);
    expect([sexesOf(hidden), agesOf(hidden)]).toEqual([[...SEXES], [...AGE_GROUPS]]);
    expect(pairsOf(hidden)).toHaveLength(12);
    for (const population of POPULATIONS) {
      expect([hidden.population(population), hidden.rate(population)]).toEqual([true, true]);
      expect(yearsOf(hidden, population)).toEqual(YEARS);
      // classes that have no case would tell by being shown
      expect(ORGAN_CLASSES.filter(({ key }) => !isHidden(hidden, 'organClass', key, population))).toEqual([]);
      expect(isHidden(hidden, 'term', `${organClass(3)}/term-0`, population)).toBe(true);
    }
  });

  test('hides 1 to 10, and unknown first to protect it', () => {
    const hidden = decide([
      { cases: 200, sex: 'female' },
      { cases: 5, sex: 'male' },
      { cases: 40, sex: 'unknown' },
    ]);
    expect(sexesOf(hidden)).toEqual(['male', 'unknown']);
  });

  test('hides the smallest besides, when unknown is not enough', () => {
    const hidden = decide([
      { cases: 200, year: 2017, reporter: 'medecin' },
      { cases: 5, year: 2017, reporter: 'patient' },
      { cases: 1, year: 2017, reporter: 'unknown' },
      { cases: 40, year: 2017, reporter: 'pharmacien' },
    ]);
    expect(LIKE_REPORTERS.filter((key) => isHidden(hidden, 'reporter', key, 'all'))).toEqual([
      'pharmacien',
      'patient',
      'unknown',
    ]);
  });

  test('hides no unknown for being small, where nothing else needs it', () => {
    const hidden = decide([
      { cases: 100, sex: 'female' },
      { cases: 100, sex: 'male' },
      { cases: 2, sex: 'unknown' },
    ]);
    expect(sexesOf(hidden)).toEqual([]);
  });

  test('hides the rate and not the total, where the years without consumers have few cases', () => {
    const hidden = decide([
      { cases: 100, sex: 'female', year: 2020 },
      { cases: 100, sex: 'male', year: 2020 },
      { cases: 60, sex: 'female', year: 2022 },
      { cases: 4, sex: 'male', year: 2022 },
    ]);
    expect([hidden.population('male'), hidden.rate('male'), hidden.rate('all')]).toEqual([false, true, false]);
    // all less men would be the women
    expect(hidden.rate('female')).toBe(true);
  });

  test('hides a class in another sex when it is hidden in one', () => {
    const hidden = decide([
      { cases: 100, sex: 'female', reactions: { 0: [0], 1: [0] } },
      { cases: 100, sex: 'female' },
      { cases: 6, sex: 'male', reactions: { 0: [0] } },
      { cases: 94, sex: 'male', reactions: { 1: [0] } },
      { cases: 90, sex: 'male' },
    ]);
    const where = (place: number): string[] =>
      POPULATIONS.filter((population) => isHidden(hidden, 'organClass', organClass(place), population));
    expect([where(0), where(1)]).toEqual([['female', 'male'], []]);
    // the term is all of its class: it is hidden wherever the class is
    expect(POPULATIONS.filter((each) => isHidden(hidden, 'term', `${organClass(0)}/term-0`, each))).toEqual(
      expect.arrayContaining(['female', 'male']),
    );
  });

  test('follows a higher threshold', () => {
    const groups: LikeCases[] = [
      { cases: 200, sex: 'female', ageGroup: '20-59' },
      { cases: 20, sex: 'male', ageGroup: '20-59' },
      { cases: 90, sex: 'unknown', ageGroup: '60+' },
    ];
    expect(sexesOf(decide(groups))).toEqual([]);
    expect(sexesOf(decide(groups, 25))).toEqual(['male', 'unknown']);
    expect(sexesOf(decide([{ cases: 24 }], 25))).toEqual([...SEXES]);
  });
});
