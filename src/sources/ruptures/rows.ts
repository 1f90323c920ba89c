export const CLASSIFICATIONS = ['shortage', 'risk', 'end_of_marketing', 'other'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** One medicine of one declaration about availability. Source: sources.md, ruptures. */
export interface ShortageRow {
  number: string;
  name: string;
  /** null where the cell is empty. */
  classification: Classification | null;
  open: boolean;
  /** `yyyy-mm-dd` */
  reported: string | null;
  /** `yyyy-mm-dd` */
  closed: string | null;
  /** Of the day it was reported, else of the number. */
  year: number;
  cis: string | null;
  /** CIP7 or CIP13. */
  cip: string | null;
  dci: string | null;
  /** An ATC code of any level; null also where the cell holds none. */
  atc: string | null;
  therapeuticClass: string | null;
  laboratory: string | null;
  /** Keys of the causes named, in the order of the table of rules; none where the cell is empty or says nothing. */
  causes: string[];
  /** As written, each once. */
  measures: string[];
  circuit: string | null;
}
