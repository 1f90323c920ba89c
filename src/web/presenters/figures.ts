import { ORGAN_CLASSES } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
import type { NotificationRate, Row } from './context.js';

/** A figure as a cell shows it; a hidden one has no text and no bar, whatever its size. */
export interface CellModel {
  text: string;
  masked: boolean;
}

const MASKED: CellModel = { text: '', masked: true };

/** A count, « donnée masquée » when suppressed, a dash when there is none. */
export function countCell(
  figure: { count: number | null; suppressed: boolean } | null,
  { format }: Language,
): CellModel {
  if (figure?.suppressed === true) return MASKED;
  const count = figure?.count ?? null;
  return { text: count === null ? '–' : format.wholeNumber(count), masked: false };
}

export function percentText(percent: number | null, { format }: Language): string {
  return percent === null ? '' : format.percentage(percent);
}

/** A rate and its interval as text: « 24,1 », « 23,4 à 24,9 », and « 23,4–24,9 » where room is scarce. */
export interface RateModel {
  rate: string;
  interval: string;
  range: string;
}
export function rateModel({ per100000, ci95 }: NotificationRate, { texts, format }: Language): RateModel {
  const [low, high] = [format.rateNumber(ci95[0]), format.rateNumber(ci95[1])];
  return {
    rate: format.rateNumber(per100000),
    interval: texts.declarations.rate.interval(low, high),
    range: `${low}–${high}`,
  };
}

/** A mark of a rate with its interval, as SVG lengths. */
export interface RateMark {
  at: string;
  from: string;
  to: string;
}

/** @param scale the rate at the end of the scale */
export function rateMark({ per100000, ci95 }: NotificationRate, scale: number): RateMark {
  const at = (value: number): string => barWidth(value, scale) ?? '0%';
  return { at: at(per100000), from: at(ci95[0]), to: at(ci95[1]) };
}

/** A label that may be in another language than the page: what the sources say stays as it is. */
export interface Label {
  label: string;
  /** Absent: the language of the page. */
  lang?: 'fr';
}

/** Rows of declarations with their labels in the language of the page, where their keys have any. */
export function labelled<T extends Pick<Row, 'key' | 'label'>>(rows: readonly T[], language: Language): (T & Label)[] {
  return rows.map((row) => inWords(row, language));
}

/** A row with its label in the language of the page, where its key has any. */
export function inWords<T extends Pick<Row, 'key' | 'label'>>(row: T, language: Language): T & Label {
  const label = language.texts.declarations.labels[row.key] ?? classLabel(row.key, language);
  return label === undefined ? asInSource(row, language) : { ...row, label };
}

const ENGLISH_CLASSES: ReadonlyMap<string, string> = new Map(ORGAN_CLASSES.map(({ key, english }) => [key, english]));

/** MedDRA names its organ classes in both languages; the sources have the French name. */
function classLabel(key: string, { code }: Language): string | undefined {
  return code === 'fr' ? undefined : ENGLISH_CLASSES.get(key);
}

/** A row whose label is French in every language. */
export function asInSource<T extends { label: string }>(row: T, { code }: Language): T & Label {
  return code === 'fr' ? row : { ...row, lang: 'fr' };
}

/** One category of a bar chart that is also a row of its table. */
export interface BarRow extends Label {
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
export function barRows(
  rows: readonly (Row & Label)[],
  colourOf: ((row: Row) => Colour) | undefined,
  language: Language,
): BarRow[] {
  const largest = Math.max(0, ...rows.map((row) => row.count ?? 0));
  return rows.map((row) => ({
    label: row.label,
    ...(row.lang && { lang: row.lang }),
    count: countCell(row, language),
    percent: percentText(row.percent, language),
    width: barWidth(row.count, largest),
    colour: colourOf?.(row) ?? 'c',
  }));
}

/** An SVG length, in percent of the scale; null for nothing to draw. */
export function barWidth(value: number | null, scale: number): string | null {
  if (value === null || value <= 0 || scale <= 0) return null;
  return `${((value / scale) * 100).toFixed(1)}%`;
}
