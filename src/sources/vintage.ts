import { isInCalendar, isoDate, type CalendarDate } from './dates.js';

/**
 * The first date in a file's name as `yyyy-mm-dd`: `yyyymmdd`, `yyyy-mm-dd`, `dd-mm-yyyy` or `ddmmyyyy`, with `-`, `_`,
 * `.` or a space between the parts. Null when there is none.
 */
export function vintageOf(name: string): string | null {
  for (const digits of name.matchAll(
    /(?<!\d)(?:\d{8}|\d{4}[-_. ]\d{2}[-_. ]\d{2}|\d{2}[-_. ]\d{2}[-_. ]\d{4})(?!\d)/g,
  )) {
    const [date] = digits;
    const found = /^\d{2}[-_. ]/.test(date) ? dayFirst(date) : (yearFirst(date) ?? dayFirst(date));
    if (found) return isoDate(found);
  }
  return null;
}

function yearFirst(text: string): CalendarDate | null {
  const [, year, month, day] = /^(\d{4}).?(\d{2}).?(\d{2})$/.exec(text) ?? [];
  return plausible({ year: Number(year), month: Number(month), day: Number(day) });
}

function dayFirst(text: string): CalendarDate | null {
  const [, day, month, year] = /^(\d{2})\D?(\d{2})\D?(\d{4})$/.exec(text) ?? [];
  return plausible({ year: Number(year), month: Number(month), day: Number(day) });
}

function plausible(date: CalendarDate): CalendarDate | null {
  return date.year >= 1900 && date.year <= 2100 && isInCalendar(date) ? date : null;
}
