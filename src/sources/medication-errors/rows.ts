export const STEPS = ['prescription', 'preparation', 'dispensing', 'administration', 'follow_up', 'other'] as const;
export type ErrorStep = (typeof STEPS)[number];

/** One declared medication error; null where its cell is empty or says that it is not known. Source: sources.md. */
export interface MedicationErrorRow {
  year: number | null;
  step: ErrorStep | null;
  nature: string | null;
  cause: string | null;
  population: string | null;
  /** Whether the patient had an adverse effect. */
  withEffect: boolean | null;
  serious: boolean | null;
  denomination: string | null;
}
