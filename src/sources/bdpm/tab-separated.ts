import { isoDate, readDate } from '../dates.js';
import { withoutDirections } from '../directions.js';

/**
 * Trimmed cells of a line of `width` columns, or null when their number is wrong. Cells missing at the end from
 * `needed` on are empty; more than `width` are allowed as long as they are empty. A `"` is an ordinary character.
 */
export function splitRow(text: string, width: number, needed: number): string[] | null {
  const cells = withoutDirections(text).split('\t');
  if (cells.length < needed) return null;
  for (let i = width; i < cells.length; i += 1) if (cells[i]?.trim() !== '') return null;
  return Array.from({ length: width }, (_, i) => (cells[i] ?? '').trim());
}

/** An empty cell is absent. */
export const orNull = (cell: string): string | null => (cell === '' ? null : cell);

/** The parts of a cell that lists them with `;`. */
export function listOf(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `dd/mm/yyyy` as ISO date; null when the cell is empty; undefined when it is no date. */
export function dateOrNull(cell: string): string | null | undefined {
  if (cell === '') return null;
  const date = readDate(cell);
  return date ? isoDate(date) : undefined;
}

/** Oui or Non in any case; null when the cell is empty; undefined when it is something else. */
export function yesOrNo(cell: string): boolean | null | undefined {
  if (cell === '') return null;
  const word = cell.toLowerCase();
  return word === 'oui' ? true : word === 'non' ? false : undefined;
}
