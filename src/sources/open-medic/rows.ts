import type { AgeGroup, Sex } from '../bnpv/rows.js';

/** One line of Open Medic: consumers of one pack, one year, one sex and age group. Amounts are not kept: nothing uses them. */
export interface ConsumersRow {
  cip13: string;
  year: number;
  sex: Sex;
  ageGroup: AgeGroup;
  consumers: number;
}
