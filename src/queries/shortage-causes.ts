import { CAUSE_LABELS } from '../statistics/labels.js';
import type { ShortageCause } from './shortage-answers.js';

/** Shortages as they are stored, with keys for causes. */
export type WithCauseKeys<T extends { causes: ShortageCause[] }> = Omit<T, 'causes'> & { causes: string[] };

/** The same with the labels of their causes. A key of an older table of rules stands for itself. */
export function withCauseLabels<T extends { causes: ShortageCause[] }>(stored: WithCauseKeys<T>): T {
  const causes = stored.causes.map((key) => ({ key, label: CAUSE_LABELS.get(key) ?? key }));
  return { ...stored, causes } as unknown as T;
}
