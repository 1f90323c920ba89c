import { CASE_TABLES } from './case-tables.js';
import type { Dataset } from './dataset.js';
import { EXPOSURE_TABLES } from './exposure-tables.js';
import { REFERENCE_TABLES, SHORTAGE_TABLES } from './reference-tables.js';
import { SUMMARY_TABLES } from './summary-tables.js';

/** Every table that can be taken whole. */
export const DATASETS: readonly Dataset[] = [
  ...REFERENCE_TABLES,
  ...CASE_TABLES,
  ...EXPOSURE_TABLES,
  ...SHORTAGE_TABLES,
  ...SUMMARY_TABLES,
];
