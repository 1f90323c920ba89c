import {
  type AdverseReactions,
  type Context,
  type Exposure,
  type Provenance,
  type Row,
  provenance,
} from './context.js';
import { type CellModel, type RateMark, type RateModel, countCell, rateMark, rateModel } from './figures.js';
import { reportsTitle } from './findings.js';
import { type LineChart, type YearValue, lineChart } from './line-chart.js';

interface YearRow {
  year: string;
  count: CellModel;
  /** A dash where they are not known. */
  consumers: string;
  rate: RateModel | null;
  mark: RateMark | null;
}
export interface YearsModel {
  title: string;
  chart: LineChart;
  /** The treated patients of the same years, drawn alike; null where fewer than two years are known. */
  patients: LineChart | null;
  /** Rates of the years that have any; empty: none has. */
  rates: YearRow[];
  provenance: Provenance;
  patientsProvenance: Provenance;
  ratesProvenance: Provenance;
}

/** Declarations by year, beside the treated patients of the same population where they are known. */
export function yearsModel(context: Context, reactions: AdverseReactions, exposure: Exposure | null): YearsModel {
  const { language } = context;
  const { byYear, period } = reactions;
  const { declarations, exposure: words } = language.texts;
  const consumers = consumersByYear(reactions, exposure);
  const used = exposure?.period ?? context.release.periods.exposure;
  const years = [...new Set([...byYear.map((row) => row.key), ...consumers.keys()])].sort();
  const patients = years.map((key): YearValue => ({ key, count: consumers.get(key) ?? null, suppressed: false }));
  const cases = years.map((key) => byYear.find((row) => row.key === key) ?? { key, count: null, suppressed: false });
  return {
    title: reportsTitle(language, byYear),
    chart: lineChart(cases, declarations.reports, language),
    patients: consumers.size < 2 ? null : lineChart(patients, words.patients, language),
    rates: byYear.some((row) => (row.notificationRate ?? null) !== null) ? rateRows(context, cases, consumers) : [],
    provenance: provenance(context, 'declarations', { declarations: period }),
    patientsProvenance: provenance(context, 'exposition', { exposure: used }),
    ratesProvenance: provenance(context, 'taux', { declarations: period, exposure: used }),
  };
}

/** Of the whole, those that the exposure has; of another population, those that its rates rest on. */
function consumersByYear({ population, byYear }: AdverseReactions, exposure: Exposure | null): Map<string, number> {
  if (population === 'all') return new Map(exposure?.byYear.map((year) => [year.key, year.consumers]));
  return new Map(
    byYear.flatMap(({ key, notificationRate }) => (notificationRate ? [[key, notificationRate.consumers]] : [])),
  );
}

function rateRows(
  { language }: Context,
  years: readonly (Pick<Row, 'notificationRate'> & YearValue)[],
  consumers: ReadonlyMap<string, number>,
): YearRow[] {
  const scale = Math.max(0, ...years.map((year) => year.notificationRate?.ci95[1] ?? 0));
  return years.map((year) => {
    const rate = year.notificationRate ?? null;
    return {
      year: year.key,
      count: countCell(year, language),
      consumers: countCell(visible(consumers.get(year.key) ?? null), language).text,
      rate: rate && rateModel(rate, language),
      mark: rate && rateMark(rate, scale),
    };
  });
}

function visible(count: number | null): { count: number | null; suppressed: false } {
  return { count, suppressed: false };
}
