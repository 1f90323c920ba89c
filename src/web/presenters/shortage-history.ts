import type { CountRow, DurationRow, Durations, ShortageStatistics } from '../../queries/shortage-answers.js';
import type { Language } from '../texts/language.js';
import type { Context, Provenance } from './context.js';
import { asInSource, type BarRow, barRows, barWidth, type Label } from './figures.js';
import { yearEnds } from './findings.js';
import { type LineChart, lineChart } from './line-chart.js';
import { fileProvenance } from './parts.js';
import { shortageAddress } from './shortage-request.js';

interface Breakdown {
  rows: BarRow[];
  /** Rows that stay folded, on paper too. */
  more: BarRow[];
  moreLabel: string;
  morePrinted: string;
  /** The answer, or why there is none. */
  note: string;
}
interface DurationBar {
  label: string;
  median: string;
  range: string;
  count: string;
  /** The median and the quartiles as SVG lengths. */
  at: string;
  from: string;
  to: string;
}
interface DurationsModel {
  title: string;
  note: string;
  facts: { label: string; value: string; masked: boolean; note: string }[];
  groups: { heading: string; rows: DurationBar[] }[];
}
export interface ShortageHistory {
  years: { title: string; chart: LineChart };
  classification: Breakdown & { title: string };
  causes: Breakdown;
  classes: Breakdown;
  laboratories: Breakdown;
  measures: Breakdown;
  durations: DurationsModel;
  provenance: Provenance;
}

/** The part of the methodology that explains shortages. */
export const SHORTAGES_METHOD = '/methodologie#ruptures';
const ROWS_OPEN = 15;
const UNKNOWN = 'unknown';
const OTHER = 'other';

/** The history of shortages in figures. They are about products: none is hidden. */
export function shortageHistory(context: Context, statistics: ShortageStatistics): ShortageHistory {
  const { language } = context;
  const { shortages } = language.texts;
  const nature = ({ key, label }: { key: string; label: string }): string => natureWords(language, key) ?? label;
  return {
    years: {
      title: yearsTitle(language, statistics.byYear),
      chart: lineChart(
        statistics.byYear.map((row) => ({ ...row, suppressed: false })),
        shortages.history.declarationsPlain,
        language,
      ),
    },
    classification: {
      ...breakdown(
        language,
        statistics.byClassification.filter((row) => row.count > 0).map((row) => ({ ...row, label: nature(row) })),
      ),
      title: classificationTitle(language, statistics.byClassification),
    },
    causes: {
      ...breakdown(
        language,
        statistics.byCause.map((row) => ({ ...row, label: shortages.cause(row) })),
      ),
      note: causesNote(language, statistics),
    },
    classes: breakdown(language, sourced(language, statistics.byAtcClass), (key) => ({ atc: key })),
    laboratories: breakdown(language, sourced(language, statistics.byLaboratory), (key) => ({ laboratoire: key })),
    measures: measures(language, statistics),
    durations: durations(language, statistics, nature),
    provenance: shortageProvenance(context, statistics),
  };
}

function natureWords({ texts }: Language, key: string): string | undefined {
  return Object.entries(texts.shortages.classifications).find(([each]) => each === key)?.[1];
}

/** Where the history comes from. */
export function shortageProvenance(context: Context, { period }: ShortageStatistics): Provenance {
  const years = context.language.format.yearSpan(period);
  return { ...fileProvenance(context, { source: 'ruptures', years }), method: SHORTAGES_METHOD };
}

/** From the first year to the last; the measure where there is one year. */
function yearsTitle({ texts }: Language, years: readonly CountRow[]): string {
  const { history } = texts.shortages;
  const ends = yearEnds(years);
  return ends === null ? history.yearsMeasure : history.yearsTitle(ends.first, ends.last);
}

/** Rows whose labels are those of the source, in French. */
function sourced(language: Language, rows: readonly CountRow[]): (CountRow & Label)[] {
  const { unknown } = language.texts.shortages.history;
  return rows.map((row) => (row.key === UNKNOWN ? { ...row, label: unknown } : asInSource(row, language)));
}

/**
 * @param rows with labels in the language of the page, or of the source
 * @param linkOf the parameters of the list of a row's declarations
 */
function breakdown(
  language: Language,
  rows: readonly (CountRow & Label)[],
  linkOf?: (key: string) => Record<string, string>,
): Breakdown {
  const { history } = language.texts.shortages;
  const visible = rows.map((row) => ({ ...row, suppressed: false }));
  const bars = barRows(visible, () => 'r', language).map((bar, index) => {
    const key = rows[index]?.key ?? UNKNOWN;
    if (linkOf === undefined || key === UNKNOWN) return bar;
    return { ...bar, href: shortageAddress({ liste: 'historique', ...linkOf(key) }) };
  });
  // one row more is not worth a fold
  const cut = bars.length <= ROWS_OPEN + 1 ? bars.length : ROWS_OPEN;
  const more = bars.slice(cut);
  return {
    rows: bars.slice(0, cut),
    more,
    moreLabel: more.length === 0 ? '' : history.more(more.length),
    morePrinted: more.length === 0 ? '' : history.morePrinted(more.length),
    note: '',
  };
}

function classificationTitle({ texts }: Language, rows: readonly CountRow[]): string {
  const { history } = texts.shortages;
  const shortage = rows.find(({ key }) => key === 'shortage');
  return shortage === undefined || shortage.count === 0 ? history.natureMeasure : history.natureTitle(shortage.percent);
}

function causesNote({ texts }: Language, { byCause, otherCausePercent }: ShortageStatistics): string {
  const { cause, history } = texts.shortages;
  const named = byCause.filter(({ key }) => key !== UNKNOWN && key !== OTHER);
  const [first] = named;
  if (first === undefined) return history.noCause;
  return history.causesNote({ label: cause(first), percent: first.percent }, named.length, otherCausePercent);
}

function measures(language: Language, { byMeasure }: ShortageStatistics): Breakdown {
  const { history } = language.texts.shortages;
  const model = breakdown(language, sourced(language, byMeasure));
  return byMeasure.every(({ key }) => key === UNKNOWN) ? { ...model, rows: [], note: history.noMeasure } : model;
}

/** @param nature the label of a nature */
function durations(
  language: Language,
  { durations: known, medicines, closed }: ShortageStatistics,
  nature: (row: DurationRow) => string,
): DurationsModel {
  const { history } = language.texts.shortages;
  const { count, median } = known.all;
  if (median === null)
    return { title: history.durationsMeasure, note: history.durationsUnknown(closed), facts: [], groups: [] };
  const groups = [
    { heading: history.byYear, rows: known.byYear },
    { heading: history.byNature, rows: known.byClassification.map((row) => ({ ...row, label: nature(row) })) },
  ].map(({ heading, rows }) => ({ heading, rows: rows.filter((row) => row.count > 0) }));
  const longest = Math.max(0, ...groups.flatMap(({ rows }) => rows.map((row) => row.thirdQuartile ?? 0)));
  return {
    title: history.durationsTitle(median),
    note: history.durationsNote(count, medicines),
    facts: durationFacts(language, known.all),
    groups: groups.map(({ heading, rows }) => ({
      heading,
      rows: rows.map((row) => durationBar(language, row, longest)),
    })),
  };
}

function durationFacts(
  language: Language,
  { firstQuartile, median, thirdQuartile }: Durations,
): DurationsModel['facts'] {
  const { history } = language.texts.shortages;
  const facts: [label: string, value: number | null, note: string][] = [
    [history.firstQuartile, firstQuartile, history.firstQuartileMeans],
    [history.median, median, history.medianMeans],
    [history.thirdQuartile, thirdQuartile, history.thirdQuartileMeans],
  ];
  return facts.map(([label, value, note]) => ({ label, value: days(language, value), masked: false, note }));
}

function durationBar(language: Language, row: DurationRow, longest: number): DurationBar {
  const at = (value: number | null): string => barWidth(value, longest) ?? '0%';
  const number = (value: number | null): string => (value === null ? '–' : language.format.wholeNumber(value));
  return {
    label: row.label,
    median: days(language, row.median),
    range: language.texts.shortages.history.dayRange(number(row.firstQuartile), number(row.thirdQuartile)),
    count: language.format.wholeNumber(row.count),
    at: at(row.median),
    from: at(row.firstQuartile),
    to: at(row.thirdQuartile),
  };
}

function days({ texts }: Language, value: number | null): string {
  return value === null ? '–' : texts.shortages.history.days(value);
}
