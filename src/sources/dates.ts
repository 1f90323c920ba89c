/** A day that is in the calendar. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Reads `dd/mm/yyyy`; null when `text` has another form or the day is not in the calendar. */
export function readDate(text: string): CalendarDate | null {
  if (text.length !== 10 || text.charCodeAt(2) !== SLASH || text.charCodeAt(5) !== SLASH) return null;
  const date = { year: digits(text, 6, 10), month: digits(text, 3, 5), day: digits(text, 0, 2) };
  return isInCalendar(date) ? date : null;
}

/** Reads `yyyymmdd` or `yyyy-mm-dd`; null when `text` has another form or the day is not in the calendar. */
export function readYearFirstDate(text: string): CalendarDate | null {
  const [, year, , month, day] = /^(\d{4})(-?)(\d{2})\2(\d{2})$/.exec(text) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return isInCalendar(date) ? date : null;
}

/** The year of `dd/mm/yyyy`, `/mm/yyyy` or `//yyyy`; null when it has another form or cannot be a date. */
export function readYearOfPartialDate(text: string): number | null {
  if (text.length === 10) return readDate(text)?.year ?? null;
  if (text.length === 8 && text.charCodeAt(0) === SLASH && text.charCodeAt(3) === SLASH) {
    const date = { year: digits(text, 4, 8), month: digits(text, 1, 3), day: 1 };
    return isInCalendar(date) ? date.year : null;
  }
  if (text.length !== 6 || !text.startsWith('//')) return null;
  const year = digits(text, 2, 6);
  return year > 0 ? year : null;
}

/** True for days that exist, from year 1 on; parts that were not numbers are -1 and never do. */
export function isInCalendar({ year, month, day }: CalendarDate): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}

/** `yyyy-mm-dd`. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const SLASH = 0x2f;
const ZERO = 0x30;

/** The number that the characters from `from` to before `to` write; -1 when one of them is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}
