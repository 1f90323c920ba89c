import { type Format, type Years, yearSpan } from '../format.js';

/** English writing of figures and dates: commas between thousands, decimal points, dates in words. Pure. */

const FULL_NUMBER = new Intl.NumberFormat('en-GB');
const ONE_DECIMAL = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const THREE_DIGITS = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });
const EUROS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Paris' });

function wholeNumber(value: number): string {
  return FULL_NUMBER.format(Math.round(value));
}

/** “1 report”, “0 reports”, “1,200 reports”. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${wholeNumber(value)}\u00a0${value === 1 ? one : many}`;
}

/** “Between 2014 and 2023” or “In 2014”. */
export function duringYears(period: Years): string {
  return period.from === period.to ? `In ${period.from}` : `Between ${period.from} and ${period.to}`;
}

export const format: Format = {
  wholeNumber,
  percentage: (value) => (value > 0 && value < 0.05 ? '<0.1%' : `${ONE_DECIMAL.format(value)}%`),
  rateNumber: (value) => (value >= 1000 ? wholeNumber(value) : THREE_DIGITS.format(value)),
  about(value) {
    if (value < 1000) return wholeNumber(value);
    if (value < 999_500) return THREE_DIGITS.format(value);
    const millions = value / 1_000_000;
    return `${millions >= 100 ? wholeNumber(millions) : ONE_DECIMAL.format(millions).replace(/\.0$/, '')}\u00a0million`;
  },
  dayInWords(iso) {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? iso : DAY.format(date);
  },
  yearSpan,
  euros: (amount) => `€${EUROS.format(Number(amount))}`,
  listed: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`),
};
