/** The years of a period, both ends included. */
export interface Years {
  from: number;
  to: number;
}

/** How a language writes figures and dates. Pure. */
export interface Format {
  /** 12430 → « 12 430 », “12,430”. */
  wholeNumber: (value: number) => string;
  /** A percentage as it comes (0 to 100), with one decimal; little is not nothing: « < 0,1 % ». */
  percentage: (value: number) => string;
  /** A rate or a bound of its interval: three digits below 1,000, whole above. */
  rateNumber: (value: number) => string;
  /** A rounded amount: « 2,1 millions », « 12 400 », « 860 ». */
  about: (value: number) => string;
  /** An instant or a day (ISO 8601) in words, in Paris; text that is neither stays as it is. */
  dayInWords: (iso: string) => string;
  /** « 2014–2023 », or the year alone. */
  yearSpan: (period: Years) => string;
  /** Decimal text in euros, as the answers carry it: « 2.18 » → « 2,18 € ». */
  euros: (amount: string) => string;
  /** « a, b et c ». */
  listed: (items: readonly string[]) => string;
}

/** A quantity stays on one line with its unit: « 500 mg ». */
export function unbroken(name: string): string {
  return name.replaceAll(/(?<=\d) (?=[\p{L}%])/gu, '\u00a0');
}

/** « 2014–2023 », or the year alone. */
export function yearSpan(period: Years): string {
  return period.from === period.to ? String(period.from) : `${period.from}–${period.to}`;
}
