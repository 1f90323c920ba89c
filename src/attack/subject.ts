import type { AdverseReactions, Figure, NotificationRate, Population } from '../statistics/figures.js';

/** What is attacked at once: everything the public is told of one substance, or of all declarations together. */
export interface Subject {
  /** `02202 PARACÉTAMOL`, or `all declarations`. */
  name: string;
  /** The total as other places show it: the list of substances, the release. */
  totals: readonly Figure[];
  /** No number of cases is above this: the cases that the release kept, or its total where that is hidden too. */
  most: number;
  /** Years that both sources cover, ascending; null where nothing tells. */
  coveredYears: readonly number[] | null;
  populations: ReadonlyMap<Population, AdverseReactions>;
}

/** A rate as it may come in: its cases are read where they are given, and worked out of the rest where they are not. */
export type PublicRate = Pick<NotificationRate, 'per100000'> &
  Partial<Pick<NotificationRate, 'ci95'>> & {
    cases?: number | null;
    consumers?: number | null;
  };

/** The populations of a release and the two whose breakdowns are not published. */
export const PARTS = ['all', 'female', 'male', 'sex unknown', '0-19', '20-59', '60+', 'age unknown'] as const;
export type Part = (typeof PARTS)[number];

/** A sex or an age group that is left out is any. */
export interface Who {
  sex: 'female' | 'male' | 'unknown' | null;
  ageGroup: '0-19' | '20-59' | '60+' | 'unknown' | null;
}

export const WHO: Readonly<Record<Part, Who>> = {
  all: { sex: null, ageGroup: null },
  female: { sex: 'female', ageGroup: null },
  male: { sex: 'male', ageGroup: null },
  'sex unknown': { sex: 'unknown', ageGroup: null },
  '0-19': { sex: null, ageGroup: '0-19' },
  '20-59': { sex: null, ageGroup: '20-59' },
  '60+': { sex: null, ageGroup: '60+' },
  'age unknown': { sex: null, ageGroup: 'unknown' },
};
