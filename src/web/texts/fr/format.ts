import { type Format, type Years, yearSpan } from '../format.js';

/** French writing of figures and dates: thin no-break spaces, decimal commas, dates in words. Pure. */

const THIN = '\u202f';
const FULL_NUMBER = new Intl.NumberFormat('fr-FR');
const ONE_DECIMAL = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const THREE_DIGITS = new Intl.NumberFormat('fr-FR', { maximumSignificantDigits: 3 });
const EUROS = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });
/** Two engines of JavaScript differ in the space they put between thousands; the pages have one. */
const thin = (text: string): string => text.replaceAll(/\s/g, THIN);

/** 12430 → « 12 430 ». */
export function wholeNumber(value: number): string {
  return thin(FULL_NUMBER.format(Math.round(value)));
}

/** A percentage as it comes (0 to 100), with one decimal: 36.04 → « 36,0 % »; little is not nothing: « < 0,1 % ». */
export function percentage(value: number): string {
  if (value > 0 && value < 0.05) return `<${THIN}0,1${THIN}%`;
  return `${thin(ONE_DECIMAL.format(value))}${THIN}%`;
}

/** A rate or a bound of its interval: three digits below 1,000, whole above. */
export function rateNumber(value: number): string {
  return value >= 1000 ? wholeNumber(value) : thin(THREE_DIGITS.format(value));
}

/** A rounded amount for sentences: « 2,1 millions », « 12 400 », « 860 ». */
export function about(value: number): string {
  if (value < 1000) return wholeNumber(value);
  if (value < 999_500) return thin(THREE_DIGITS.format(value));
  const millions = value / 1_000_000;
  const text = millions >= 100 ? wholeNumber(millions) : thin(ONE_DECIMAL.format(millions)).replace(/,0$/, '');
  return `${text}${THIN}million${millions < 1.95 ? '' : 's'}`;
}

/** An amount that reads « de patients » after millions: « 2,1 millions de », « 12 400 ». */
export function aboutOf(value: number, noun: string): string {
  return value < 999_500 ? `${about(value)} ${noun}` : `${about(value)} de ${noun}`;
}

/** « 1 déclaration », « 0 déclaration », « 1 200 déclarations »: in French the plural begins at two. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${wholeNumber(value)}\u00a0${value < 2 ? one : many}`;
}

/** An instant or a day (ISO 8601) → « 16 février 2026 », in Paris. */
export function dayInWords(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return DAY.format(date).replace(/^1 /, '1er ');
}

/** « Entre 2014 et 2023 » or « En 2014 ». */
export function duringYears(period: Years): string {
  return period.from === period.to ? `En ${period.from}` : `Entre ${period.from} et ${period.to}`;
}

/** Decimal text in euros, as the answers carry it: « 2.18 » → « 2,18 € ». */
export function euros(amount: string): string {
  return `${thin(EUROS.format(Number(amount)))}${THIN}€`;
}

/** « a, b et c ». */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1) ?? ''}`;
}

export const format: Format = { wholeNumber, percentage, rateNumber, about, dayInWords, yearSpan, euros, listed };
