import type { SubstanceCounts } from '../../src/statistics/counts.js';
import type { DisclosureRules } from '../../src/statistics/disclosure/disclosure.js';
import { AGE_GROUPS, SERIOUSNESS, SEXES } from '../../src/statistics/figures.js';
import type { Period } from '../../src/statistics/figures.js';
import { ORGAN_CLASSES } from '../../src/statistics/labels.js';
import { type CountRow, sumCounts } from './sum-counts.js';

/** So many cases that are alike; what is not said is a woman over 60, serious, by a pharmacist, in 2020, with no reaction. */
export interface LikeCases {
  cases: number;
  sex?: (typeof SEXES)[number];
  ageGroup?: (typeof AGE_GROUPS)[number];
  year?: number;
  seriousness?: (typeof SERIOUSNESS)[number];
  reporter?: string;
  /** Whether it is said that they died. */
  death?: boolean;
  /** Places in ORGAN_CLASSES, each with the numbers of terms in it; a class may have none. */
  reactions?: Readonly<Record<number, readonly number[]>>;
}

export const LIKE_REPORTERS = ['pharmacien', 'medecin', 'patient', 'unknown'] as const;

/** The lines of counts as the database would give them, group by group. */
export function rowsOfCases(groups: readonly LikeCases[]): CountRow[] {
  return groups.flatMap(({ cases, sex = 'female', ageGroup = '60+', ...group }) => {
    const who = { sex: SEXES.indexOf(sex), ageGroup: AGE_GROUPS.indexOf(ageGroup), cases };
    const { year = 2020, seriousness = 'serious', reporter = 'pharmacien', death = false, reactions = {} } = group;
    const rows: CountRow[] = [
      { breakdown: 'year', key: String(year), ...who },
      { breakdown: 'seriousness', key: seriousness, ...who },
      { breakdown: 'reporter', key: reporter, ...who },
      ...(death ? [{ breakdown: 'criterion', key: 'death', ...who } as const] : []),
    ];
    for (const [place, terms] of Object.entries(reactions)) {
      const { key } = ORGAN_CLASSES[Number(place)] ?? { key: 'none' };
      rows.push({ breakdown: 'organClass', key, ...who });
      for (const term of terms) rows.push({ breakdown: 'term', key: `${key}/term-${term}`, ...who });
    }
    return rows.filter((row) => row.cases > 0);
  });
}

/** `covered`: the years that both sources cover. */
export function countsOfCases(groups: readonly LikeCases[], covered: readonly number[]): SubstanceCounts {
  return sumCounts(rowsOfCases(groups), new Set(covered.map(String)));
}

export function rulesOf({ from, to }: Period, covered: readonly number[], minCell = 11): DisclosureRules {
  return {
    minCell,
    years: Array.from({ length: to - from + 1 }, (_, i) => String(from + i)),
    coveredYears: new Set(covered.map(String)),
    reporters: LIKE_REPORTERS,
  };
}
