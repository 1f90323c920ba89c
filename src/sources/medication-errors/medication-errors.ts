import { cellAt, findColumns, readCells, type Columns } from '../csv.js';
import { readDate } from '../dates.js';
import { normalise } from '../normalise.js';
import { remember } from '../remember.js';
import { rowParser, withoutText } from '../row-parser.js';
import type { Line, RejectReason, RowParser } from '../rows.js';
import type { ErrorStep, MedicationErrorRow } from './rows.js';

const REQUIRED = [
  'initial_erreur',
  'nature_erreur',
  'cause_erreur',
  'population_erreur',
  'effet_indesirable',
  'gravite',
  'denomination',
] as const;
/** Of the source's other columns (dci, atc, voie) no figure is made: a file without them serves as well. */
const OPTIONAL = ['date'] as const;
type Name = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];

/**
 * Parser of declared medication errors by the columns of its header; its lines are those of `csvRecords`. Errors are
 * about patients: rejects keep nothing of the row. Throws SourceError when a required column lacks.
 * Source: sources.md, erreurs-medicamenteuses.
 */
export function medicationErrorsParser(header: Line): RowParser<MedicationErrorRow> {
  const columns: Columns<Name> = findColumns(header, 'erreurs-medicamenteuses', REQUIRED, OPTIONAL);
  const reading: Reading = { stepOf: remember(readStep), textOf: remember(readText) };
  return rowParser((text) => readError(text, columns, reading), withoutText);
}

interface Reading {
  readonly stepOf: (cell: string) => ErrorStep | null | undefined;
  readonly textOf: (cell: string) => string | null;
}

function readError(
  text: string,
  columns: Columns<Name>,
  { stepOf, textOf }: Reading,
): MedicationErrorRow | RejectReason {
  const cells = readCells(text, columns);
  if (typeof cells === 'string') return cells;
  const cell = (name: Name): string => cellAt(cells, columns.at[name]);
  const year = readYear(cell('date'));
  if (year === undefined) return 'bad_date';
  const step = stepOf(cell('initial_erreur'));
  const withEffect = readEither(cell('effet_indesirable'), 'OUI', 'NON');
  const serious = readEither(cell('gravite'), 'GRAVE', 'NON GRAVE');
  if (step === undefined || withEffect === undefined || serious === undefined) return 'unknown_value';
  return {
    year,
    step,
    nature: textOf(cell('nature_erreur')),
    cause: textOf(cell('cause_erreur')),
    population: textOf(cell('population_erreur')),
    withEffect,
    serious,
    denomination: textOf(cell('denomination')),
  };
}

/** null when the cell is empty, undefined when it holds no day of these two centuries. */
function readYear(cell: string): number | null | undefined {
  if (cell === '') return null;
  const year = readDate(cell)?.year;
  return year !== undefined && year >= 1900 && year <= 2100 ? year : undefined;
}

/** What a step's name holds, normalised; « Erreur de dispensation » and « Délivrance » are one. */
const STEP_WORDS: readonly (readonly [pattern: RegExp, step: ErrorStep])[] = [
  [/\bPRESCRI/, 'prescription'],
  [/\bPREPARATION/, 'preparation'],
  [/\b(?:DELIVRANCE|DISPENSATION)/, 'dispensing'],
  [/\bADMINISTRATION/, 'administration'],
  [/\bSUIVI/, 'follow_up'],
  [/^AUTRES?\b/, 'other'],
];

/** null when the cell says nothing, undefined when it says no step there is. */
function readStep(cell: string): ErrorStep | null | undefined {
  if (saysNothing(cell)) return null;
  const name = normalise(cell);
  return STEP_WORDS.find(([pattern]) => pattern.test(name))?.[1];
}

/** true for the first word, false for the second; null when the cell says nothing, undefined when something else. */
function readEither(cell: string, yes: string, no: string): boolean | null | undefined {
  const word = normalise(cell);
  if (word === yes) return true;
  if (word === no) return false;
  return saysNothing(cell) ? null : undefined;
}

function readText(cell: string): string | null {
  return saysNothing(cell) ? null : cell.replace(/\s+/g, ' ');
}

/** Empty cells and the words and signs that forms put in their place. */
function saysNothing(cell: string): boolean {
  return /^(?:|[-.?/]+|N\/?[ACDR]|INCONNUE?S?|NON (?:CONCERNE|CONNU|DETERMINE|INDIQUE|PRECISE|RENSEIGNE)E?S?)$/.test(
    normalise(cell),
  );
}
