import type { Language } from '../texts/language.js';
import { type Context, type Exposure, type Provenance, provenance } from './context.js';
import { barWidth } from './figures.js';
import { type LineChart, lineChart } from './line-chart.js';

interface ConsumersRow {
  label: string;
  consumers: string;
  percent: string;
  width: string | null;
}
export interface ExposureModel {
  title: string;
  average: string;
  /** What goes on after the average: the period, the total, the level, the limits. */
  averageEnd: string;
  caption: string;
  groups: { heading: string; rows: ConsumersRow[] }[];
  chart: LineChart;
  provenance: Provenance;
}

/** Treated patients of a substance or of a speciality: average, sexes, ages, years. */
export function exposureModel(context: Context, exposure: Exposure): ExposureModel {
  const { language } = context;
  const { exposure: words, declarations } = language.texts;
  return {
    title: words.title(exposure.annualAverage),
    average: words.average(exposure.annualAverage),
    averageEnd: words.averageEnd(exposure.period, exposure.consumers, exposure.level),
    caption: words.bySexAndAge(exposure.period),
    groups: [
      { heading: declarations.people.bySex, rows: consumersRows(exposure.bySex, language) },
      { heading: declarations.people.byAge, rows: consumersRows(exposure.byAgeGroup, language) },
    ],
    chart: lineChart(
      exposure.byYear.map((year) => ({ key: year.key, count: year.consumers, suppressed: false })),
      words.patients,
      language,
    ),
    provenance: provenance(context, 'exposition', { exposure: exposure.period }),
  };
}

function consumersRows(rows: Exposure['bySex'], { texts, format }: Language): ConsumersRow[] {
  const largest = Math.max(0, ...rows.map((row) => row.consumers));
  return rows.map((row) => ({
    label: texts.declarations.labels[row.key] ?? row.key,
    consumers: format.wholeNumber(row.consumers),
    percent: row.percent === null ? '' : format.percentage(row.percent),
    width: barWidth(row.consumers, largest),
  }));
}

/** Why there are no treated patients to show. */
export function missingExposure(context: Context, what: 'substance' | 'speciality'): string {
  const { missing } = context.language.texts.exposure;
  if (context.release.periods.exposure === null) return missing.notLoaded;
  return missing.none(what);
}
