import type { Language } from '../texts/language.js';
import { type CellModel, countCell } from './figures.js';

export interface YearValue {
  key: string;
  count: number | null;
  suppressed: boolean;
}

interface Point {
  x: number;
  y: number;
  /** Empty where the label would crowd the others. */
  text: string;
  textX: number;
  textY: number;
}
/** One drawing of a line by years, as SVG numbers. Years without a visible figure break the line. */
interface Drawing {
  width: number;
  height: number;
  base: number;
  baseEnd: number;
  lines: string[];
  points: Point[];
  years: { x: number; text: string }[];
  /** Left edge of the signs of the masked years. */
  masks: number[];
  maskY: number;
  yearY: number;
}
export interface LineChart {
  /** What the drawing says, for those who do not see it. */
  summary: string;
  /** The same line for wide and for narrow windows, so that its words stay readable. */
  wide: Drawing;
  narrow: Drawing;
  rows: { year: string; count: CellModel; /** for the script; empty when masked */ value: string }[];
  anyMasked: boolean;
}

interface Size {
  width: number;
  height: number;
  /** Most labels side by side. */
  labels: number;
}
const WIDE: Size = { width: 760, height: 230, labels: 11 };
const NARROW: Size = { width: 340, height: 210, labels: 6 };
/** Of a figure's digit, about. */
const DIGIT = 8;
const MARGIN = { top: 30, bottom: 34, side: 30 };

/** A line by years, from 0 up; the largest visible figure sets the scale. At least one year must be given. */
export function lineChart(years: readonly YearValue[], noun: string, language: Language): LineChart {
  return {
    summary: summary(years, noun, language),
    wide: draw(years, WIDE, language),
    narrow: draw(years, NARROW, language),
    rows: years.map((year) => ({
      year: year.key,
      count: countCell(year, language),
      value: year.count === null ? '' : String(year.count),
    })),
    anyMasked: years.some((year) => year.suppressed),
  };
}

function summary(years: readonly YearValue[], noun: string, { texts }: Language): string {
  const words = texts.exposure.line;
  const [first, last] = [years.find(isVisible), years.findLast(isVisible)];
  if (first === undefined || last === undefined) return words.allMasked(noun);
  if (first === last) return words.one(noun, first.count, first.key);
  return words.ends(noun, [first.count, first.key], [last.count, last.key]);
}

function isVisible(year: YearValue): year is YearValue & { count: number } {
  return year.count !== null;
}

function draw(years: readonly YearValue[], size: Size, { format }: Language): Drawing {
  const base = size.height - MARGIN.bottom;
  const largest = Math.max(1, ...years.map((year) => year.count ?? 0));
  const step = years.length > 1 ? (size.width - 2 * MARGIN.side) / (years.length - 1) : 0;
  const x = (index: number): number => Math.round(years.length > 1 ? MARGIN.side + index * step : size.width / 2);
  const y = (count: number): number => Math.round(base - (count / largest) * (base - MARGIN.top));
  // labels are counted from the last, which is always there
  const named = everySo(years.length - 1, Math.ceil(years.length / size.labels));
  const words = years.map((year) => (year.count === null ? '' : format.wholeNumber(year.count)));
  const width = DIGIT * Math.max(...words.map((word) => word.length));
  const said = everySo(years.findLastIndex(isVisible), Math.ceil(years.length > 1 ? (width + DIGIT) / step : 1));
  return {
    width: size.width,
    height: size.height,
    base,
    baseEnd: size.width - 10,
    lines: runs(years).map((run) => run.map((index) => `${x(index)},${y(years[index]?.count ?? 0)}`).join(' ')),
    points: years.flatMap((year, index) =>
      year.count === null
        ? []
        : [
            {
              x: x(index),
              y: y(year.count),
              text: said(index) ? (words[index] ?? '') : '',
              textX: Math.round(Math.min(Math.max(x(index), width / 2), size.width - width / 2)),
              textY: y(year.count) - 12,
            },
          ],
    ),
    years: years.flatMap((year, index) => (named(index) ? [{ x: x(index), text: year.key }] : [])),
    masks: years.flatMap((year, index) => (year.suppressed ? [x(index) - 6] : [])),
    maskY: base - 16,
    yearY: size.height - 12,
  };
}

/** Whether an index is so many times `step` before the last. */
function everySo(last: number, step: number): (index: number) => boolean {
  return (index) => (last - index) % step === 0;
}

/** Indices of the years of each unbroken run of at least two visible figures. */
function runs(years: readonly YearValue[]): number[][] {
  const found: number[][] = [[]];
  years.forEach((year, index) => {
    if (year.count === null) found.push([]);
    else found.at(-1)?.push(index);
  });
  return found.filter((run) => run.length > 1);
}
