import { POPULATIONS, type AdverseReactions, type OrganClassRow, type Row } from '../../src/statistics/figures.js';
import { inOrder } from './figures.js';
import type { Expected } from './oracle.js';

/**
 * The oracle's answer with those figures hidden that the release hides besides the small ones, so that they cannot be
 * worked out. Which ones it chooses is not the oracle's to say: that they are enough is proved by the attack. All that
 * is shown must be right, all that the oracle hides must be hidden, and the order must follow what is shown.
 */
export function withHiddenBesides(expected: Expected, answered: Expected): Expected {
  const byCode = new Map(answered.substances.map((substance) => [substance.code, substance]));
  return {
    ...expected,
    together: hideIn(expected.together, answered.together),
    substances: expected.substances.map((substance) => ({
      ...substance,
      adverseReactions: hideIn(substance.adverseReactions, byCode.get(substance.code)?.adverseReactions ?? null),
    })),
  };
}

type Figures = Expected['together'];

function hideIn(expected: Figures, answered: Figures): Figures {
  if (!expected || !answered) return expected;
  const entries = POPULATIONS.map((population) => [population, hide(expected[population], answered[population])]);
  return Object.fromEntries(entries) as Figures;
}

function hide(expected: AdverseReactions, answered: AdverseReactions): AdverseReactions {
  const { bySex, byAgeGroup, bySexAndAgeGroup } = expected;
  return {
    ...expected,
    // a sex or an age group can be hidden to protect another
    cases: answered.cases.suppressed ? { count: null, suppressed: true } : expected.cases,
    notificationRate: answered.notificationRate && expected.notificationRate,
    ...(bySex && { bySex: rows(bySex, answered.bySex) }),
    ...(byAgeGroup && { byAgeGroup: rows(byAgeGroup, answered.byAgeGroup) }),
    ...(bySexAndAgeGroup && { bySexAndAgeGroup: rows(bySexAndAgeGroup, answered.bySexAndAgeGroup) }),
    byYear: rows(expected.byYear, answered.byYear),
    bySeriousness: rows(expected.bySeriousness, answered.bySeriousness),
    bySeriousnessCriterion: rows(expected.bySeriousnessCriterion, answered.bySeriousnessCriterion),
    byReporter: inOrder(rows(expected.byReporter, answered.byReporter)),
    byOrganClass: inOrder(rows(expected.byOrganClass, answered.byOrganClass)).map((row) => {
      const beside = answered.byOrganClass.find(({ key }) => key === row.key);
      return { ...row, highLevelTerms: inOrder(terms(row, beside)) };
    }),
  };
}

function rows<R extends Row>(expected: R[], answered: readonly Row[] | undefined): R[] {
  const byKey = new Map(answered?.map((row) => [row.key, row]));
  return expected.map((row) => {
    const beside = byKey.get(row.key);
    if (beside?.suppressed === true) return hidden(row);
    // a rate may be hidden where its number of cases is not: it rests on part of the years
    return row.notificationRate && beside?.notificationRate === null ? { ...row, notificationRate: null } : row;
  });
}

function hidden<R extends Row>(row: R): R {
  const { notificationRate } = row;
  const noRate = notificationRate === undefined ? {} : { notificationRate: null };
  return { ...row, count: null, percent: null, suppressed: true, ...noRate };
}

/** A hidden term is listed where it does not occur too: that it is missing would say that it is 0. */
function terms(expected: OrganClassRow, answered: OrganClassRow | undefined): Row[] {
  const listed = new Set(expected.highLevelTerms.map(({ key }) => key));
  const besides = (answered?.highLevelTerms ?? []).filter((row) => row.suppressed && !listed.has(row.key));
  return [...rows(expected.highLevelTerms, answered?.highLevelTerms), ...besides];
}
