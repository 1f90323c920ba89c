import { percentage, rateNumber, wholeNumber } from '../format.js';
import type { NotificationRate, Row } from './context.js';

/** A figure as a cell shows it; a hidden one has no text and no bar, whatever its size. */
export interface CellModel {
  text: string;
  masked: boolean;
}

const MASKED: CellModel = { text: '', masked: true };

/** A count, « donnée masquée » when suppressed, a dash when there is none. */
export function countCell(figure: { count: number | null; suppressed: boolean } | null): CellModel {
  if (figure?.suppressed === true) return MASKED;
  const count = figure?.count ?? null;
  return { text: count === null ? '–' : wholeNumber(count), masked: false };
}

export function percentText(percent: number | null): string {
  return percent === null ? '' : percentage(percent);
}

/** A rate and its interval as text: « 24,1 », « 23,4 à 24,9 », and « 23,4–24,9 » where room is scarce. */
export interface RateModel {
  rate: string;
  interval: string;
  range: string;
}
export function rateModel(rate: NotificationRate): RateModel {
  const [low, high] = [rateNumber(rate.ci95[0]), rateNumber(rate.ci95[1])];
  return { rate: rateNumber(rate.per100000), interval: `${low} à ${high}`, range: `${low}–${high}` };
}

/** One category of a bar chart that is also a row of its table. */
export interface BarRow {
  label: string;
  /** What the label leads to; absent: nothing. */
  href?: string;
  count: CellModel;
  percent: string;
  /** Width of the bar as an SVG length; null: no bar. */
  width: string | null;
  colour: Colour;
}

/** One colour, one meaning: cases, serious cases, shortages. */
export type Colour = 'c' | 's' | 'r';

/** Rows with bars on one scale: the largest visible count fills the width. Suppressed rows have no bar. */
export function barRows(rows: readonly Row[], colourOf: (row: Row) => Colour = () => 'c'): BarRow[] {
  const largest = Math.max(0, ...rows.map((row) => row.count ?? 0));
  return rows.map((row) => ({
    label: row.label,
    count: countCell(row),
    percent: percentText(row.percent),
    width: barWidth(row.count, largest),
    colour: colourOf(row),
  }));
}

/** An SVG length, in percent of the scale; null for nothing to draw. */
export function barWidth(value: number | null, scale: number): string | null {
  if (value === null || value <= 0 || scale <= 0) return null;
  return `${((value / scale) * 100).toFixed(1)}%`;
}
