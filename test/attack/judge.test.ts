import { beforeAll, describe, expect, it } from '@jest/globals';
import { judge } from '../../src/attack/judge.js';
import { Solver } from '../../src/attack/solver.js';
import type { Subject } from '../../src/attack/subject.js';
import { answerIn, hide, hideTerms, hideWhole, told } from './told.js';

let solver: Solver;
beforeAll(async () => {
  solver = await Solver.load();
});

/** `population, table, key [min, max]`, each number that can be worked out. */
function found(subject: Subject, deep = false): string[] {
  return judge(subject, deep, solver).findings.map(
    ({ population, block, key, min, max }) => `${population}, ${block}, ${key} [${min}, ${max}]`,
  );
}

describe('nothing is found', () => {
  it('where nothing is small and nothing hidden', () => {
    expect(found(told([{ cases: 30 }, { cases: 20, sex: 'male', year: 2021 }]))).toEqual([]);
  });

  it('where two hidden cells add up to 11', () => {
    const subject = told([{ cases: 30 }, { cases: 7, reporter: 'physician' }, { cases: 4, reporter: 'unknown' }]);
    for (const population of ['all', 'female', '60+'] as const)
      hide(subject, population, 'byReporter', 'physician', 'unknown');
    expect(found(subject)).toEqual([]);
  });

  it('where a zero that everybody sees makes the cells zero', () => {
    const subject = told([{ cases: 30 }, { cases: 15, sex: 'unknown' }, { cases: 3, sex: 'male' }]);
    hideWhole(subject, 'male');
    hide(subject, 'all', 'bySex', 'male', 'unknown');
    hide(subject, 'all', 'bySexAndAgeGroup', 'male/60+', 'unknown/60+');
    hide(subject, '60+', 'bySex', 'male', 'unknown');
    expect(found(subject)).toEqual([]);
    // nobody declared anything in 2019, so no man did
    expect(answerIn(subject, 'male').byYear[0]).toMatchObject({ key: '2019', suppressed: true });
    expect(answerIn(subject, 'all').byYear[0]).toMatchObject({ key: '2019', count: 0 });
  });
});

describe('it is found', () => {
  it('that a small number is shown, unless its key is unknown', () => {
    const subject = told([{ cases: 30 }, { cases: 7, reporter: 'physician' }, { cases: 4, reporter: 'unknown' }]);
    expect(found(subject).sort()).toEqual(
      ['60+', 'all', 'female'].map((population) => `${population}, byReporter, physician [7, 7]`),
    );
  });

  it('by subtraction in one row', () => {
    const subject = told([{ cases: 30 }, { cases: 7, reporter: 'physician' }]);
    hide(subject, 'all', 'byReporter', 'physician');
    hide(subject, 'female', 'byReporter', 'physician', 'unknown', 'pharmacist');
    hide(subject, '60+', 'byReporter', 'physician', 'unknown', 'pharmacist');
    expect(found(subject)).toContain('all, byReporter, physician [7, 7]');
  });

  it('by subtraction in sex × age, whichever table hides it', () => {
    const subject = told([{ cases: 30 }, { cases: 6, ageGroup: '0-19' }]);
    hide(subject, 'all', 'bySexAndAgeGroup', 'female/0-19');
    hide(subject, 'female', 'byAgeGroup', '0-19');
    hide(subject, 'all', 'byAgeGroup', '0-19', 'unknown');
    hideWhole(subject, '0-19');
    expect(found(subject)).toContain('all, bySexAndAgeGroup, female/0-19 [6, 6]');
    expect(found(subject)).toContain('all, byAgeGroup, 0-19 [6, 6]');
  });

  it('only by way of the populations', () => {
    const subject = told([
      { cases: 30 },
      { cases: 4, reporter: 'physician' },
      { cases: 12, reporter: 'unknown' },
      { cases: 40, sex: 'male', ageGroup: '20-59' },
      { cases: 20, sex: 'male', ageGroup: '20-59', reporter: 'physician' },
    ]);
    // two are hidden in women and they add up to 16; but all have 24 physicians and men 20
    for (const population of ['female', '60+'] as const)
      hide(subject, population, 'byReporter', 'physician', 'unknown');
    expect(found(subject)).toEqual(
      expect.arrayContaining(['female, byReporter, physician [4, 4]', '60+, byReporter, unknown [12, 12]']),
    );
  });

  it('in the years that a rate leaves out', () => {
    const subject = told([{ cases: 30 }, { cases: 20, year: 2019 }, { cases: 9, year: 2021 }]);
    for (const population of ['all', 'female', '60+'] as const)
      hide(subject, population, 'byYear', '2019', '2020', '2021');
    const rated = ['all, byYear, 2021 [9, 9]', 'all, other years,  [9, 9]', '60+, other years,  [9, 9]'];
    expect(found(subject)).toEqual(expect.arrayContaining(rated));
    for (const answer of subject.populations.values()) answer.notificationRate = null;
    expect(found(subject)).toEqual([]);
  });

  it('from a percentage that was left beside a hidden count', () => {
    const subject = told([{ cases: 300 }, { cases: 20, reporter: 'physician' }, { cases: 7, reporter: 'unknown' }]);
    for (const population of ['all', 'female', '60+'] as const)
      hide(subject, population, 'byReporter', 'physician', 'unknown');
    expect(found(subject)).toEqual([]);
    const row = answerIn(subject, 'all').byReporter.find(({ key }) => key === 'physician');
    if (row !== undefined) row.percent = 6.12;
    expect(found(subject)).toContain('all, byReporter, physician [20, 20]');
  });

  it('from a rate that was left without its cases', () => {
    const subject = told([{ cases: 300 }, { cases: 200, sex: 'male' }, { cases: 5, sex: 'male', year: 2021 }]);
    for (const population of ['all', 'male', 'female', '60+'] as const)
      hide(subject, population, 'byYear', '2020', '2021', '2019');
    const { notificationRate } = answerIn(subject, 'male');
    if (notificationRate === null) throw new Error('men have a rate');
    for (const answer of subject.populations.values()) answer.notificationRate = null;
    expect(found(subject)).toEqual([]);
    // 200 cases a million consumers; the limits of 200 are 173.2 and 229.7
    const bare = { per100000: 20, ci95: [17.32, 22.97] as [number, number], consumers: 1_000_000 };
    Object.assign(answerIn(subject, 'male'), { notificationRate: { ...notificationRate, ...bare, cases: null } });
    expect(found(subject)).toContain('male, other years,  [5, 5]');
  });

  it('that the only term of a class is all of it', () => {
    const subject = told([{ cases: 30 }, { cases: 26, organClass: 'ear', term: 'deaf' }]);
    hideTerms(subject, 'all', 'ear', 'deaf');
    // unless some of the 26 have no term: the deep attack takes its chance
    expect(found(subject, true)).toEqual(['all, highLevelTerms, ear/deaf [26, 26]']);
  });

  it('nothing of a class whose cases need not have a term', () => {
    const subject = told([{ cases: 30 }, { cases: 26, organClass: 'ear', term: 'deaf' }]);
    for (const population of ['all', 'female', '60+'] as const) {
      hideTerms(subject, population, 'ear', 'deaf');
      // the other class has more cases than its only term: some have none
      const row = answerIn(subject, population).byOrganClass.find(({ key }) => key === 'eye');
      Object.assign(row?.highLevelTerms[0] ?? {}, { count: 20 });
    }
    expect(found(subject, true)).toEqual([]);
  });

  it('that a term which is not listed does not occur', () => {
    const subject = told([{ cases: 30 }, { cases: 25, sex: 'male' }, { cases: 4, sex: 'male', term: 'dry' }]);
    for (const population of ['all', '60+'] as const) hideTerms(subject, population, 'eye', 'dry');
    hideTerms(subject, 'male', 'eye', 'dry');
    // nobody's sex is unknown and women have none, so all of them are men: that alone tells nothing
    expect(found(subject)).toEqual([]);
    const dry = answerIn(subject, '60+').byOrganClass[0]?.highLevelTerms.find(({ key }) => key === 'dry');
    Object.assign(dry ?? {}, { count: 4, suppressed: false });
    expect(found(subject)).toEqual(
      expect.arrayContaining(['60+, highLevelTerms, eye/dry [4, 4]', 'male, highLevelTerms, eye/dry [4, 4]']),
    );
  });

  it('that one figure is hidden here and shown there', () => {
    const subject = told([{ cases: 30 }, { cases: 40, ageGroup: '20-59' }, { cases: 15, sex: 'male' }]);
    hide(subject, '60+', 'bySex', 'female', 'male');
    expect(found(subject)).toEqual(['60+, bySex, female [30, 30]', '60+, bySex, male [15, 15]']);
  });

  it('that the figures contradict one another', () => {
    const subject = told([{ cases: 30 }]);
    const row = answerIn(subject, 'all').byYear[1];
    if (row !== undefined) row.count = 29;
    expect(judge(subject, false, solver).findings).toEqual([
      expect.objectContaining({ min: null, max: null, why: expect.stringMatching(/^contradiction: /) }),
    ]);
  });

  it('by way of the cells that no table shows, when it looks deep', () => {
    const subject = told([
      { cases: 30 },
      { cases: 20, sex: 'male', ageGroup: '20-59' },
      { cases: 20, sex: 'male', ageGroup: '20-59', reporter: 'physician' },
    ]);
    for (const population of ['female', 'male'] as const)
      hide(subject, population, 'byReporter', 'pharmacist', 'physician');
    expect(found(subject)).toEqual([]);
    // nobody over 60 was declared by a physician, and all women are over 60
    expect(found(subject, true).sort()).toEqual([
      'female, byReporter, pharmacist [30, 30]',
      'male, byReporter, pharmacist [20, 20]',
      'male, byReporter, physician [20, 20]',
    ]);
  });
});
