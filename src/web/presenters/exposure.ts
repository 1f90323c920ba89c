import { aboutOf, percentage, wholeNumber, yearSpan } from '../format.js';
import { type Context, type Exposure, type Provenance, provenance } from './context.js';
import { barWidth } from './figures.js';
import { type LineChart, lineChart } from './line-chart.js';

const LEVEL_WORDS: Record<Exposure['level'], string> = {
  very_low: 'très faible',
  low: 'faible',
  moderate: 'modérée',
  high: 'élevée',
  very_high: 'très élevée',
};
const GROUP_WORDS: Record<string, string> = {
  female: 'Femmes',
  male: 'Hommes',
  '0-19': '0–19 ans',
  '20-59': '20–59 ans',
  '60+': '60 ans et plus',
  unknown: 'Non renseigné',
};

interface ConsumersRow {
  label: string;
  consumers: string;
  percent: string;
  width: string | null;
}
export interface ExposureModel {
  title: string;
  average: string;
  level: string;
  total: string;
  period: string;
  groups: { heading: string; rows: ConsumersRow[] }[];
  chart: LineChart;
  provenance: Provenance;
}

/** « très élevée » … */
export function levelWords(level: Exposure['level']): string {
  return LEVEL_WORDS[level];
}

/** Treated patients of a substance or of a speciality: average, sexes, ages, years. */
export function exposureModel(context: Context, exposure: Exposure): ExposureModel {
  return {
    title: `Environ ${aboutOf(exposure.annualAverage, 'patients traités par an')} en ville`,
    average: wholeNumber(exposure.annualAverage),
    level: levelWords(exposure.level),
    total: wholeNumber(exposure.consumers),
    period: yearSpan(exposure.period),
    groups: [
      { heading: 'Selon le sexe', rows: consumersRows(exposure.bySex) },
      { heading: 'Selon l’âge', rows: consumersRows(exposure.byAgeGroup) },
    ],
    chart: lineChart(
      exposure.byYear.map((year) => ({ key: year.key, count: year.consumers, suppressed: false })),
      'Patients traités',
    ),
    provenance: provenance(context, 'exposition', { exposure: exposure.period }),
  };
}

function consumersRows(rows: Exposure['bySex']): ConsumersRow[] {
  const largest = Math.max(0, ...rows.map((row) => row.consumers));
  return rows.map((row) => ({
    label: GROUP_WORDS[row.key] ?? row.key,
    consumers: wholeNumber(row.consumers),
    percent: row.percent === null ? '' : percentage(row.percent),
    width: barWidth(row.consumers, largest),
  }));
}

/** Why there are no treated patients to show. */
export function missingExposure(context: Context, what: 'substance' | 'médicament'): string {
  if (context.release.periods.exposure === null)
    return 'Cette version des données ne contient pas les nombres de patients traités : la source Open Medic n’a pas été chargée.';
  const packs = what === 'substance' ? 'des médicaments qui contiennent cette substance' : 'de ce médicament';
  return `Open Medic ne connaît aucun remboursement en ville ${packs} : médicaments de l’hôpital, non remboursés ou vendus sans ordonnance n’y figurent pas.`;
}
