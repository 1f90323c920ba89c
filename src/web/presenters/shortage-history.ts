import type { CountRow, DurationRow, Durations, ShortageStatistics } from '../../queries/shortage-answers.js';
import { counted, percentage, wholeNumber, yearSpan } from '../format.js';
import type { Context, Provenance } from './context.js';
import { type BarRow, barRows, barWidth } from './figures.js';
import { yearsTitle } from './findings.js';
import { type LineChart, lineChart } from './line-chart.js';
import { fileProvenance } from './parts.js';
import { shortageAddress } from './shortage-request.js';

interface Breakdown {
  rows: BarRow[];
  /** Rows that stay folded. */
  more: BarRow[];
  moreLabel: string;
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
  return {
    years: {
      title: yearsTitle(statistics.byYear, 'signalement'),
      chart: lineChart(statistics.byYear.map(visible), 'Signalements'),
    },
    classification: {
      ...breakdown(statistics.byClassification.filter((row) => row.count > 0)),
      title: classificationTitle(statistics.byClassification),
    },
    causes: { ...breakdown(statistics.byCause), note: causesNote(statistics) },
    classes: breakdown(statistics.byAtcClass, (key) => ({ atc: key })),
    laboratories: breakdown(statistics.byLaboratory, (key) => ({ laboratoire: key })),
    measures: measures(statistics),
    durations: durations(statistics),
    provenance: shortageProvenance(context, statistics),
  };
}

/** Where the history comes from. */
export function shortageProvenance(context: Context, { period }: ShortageStatistics): Provenance {
  return { ...fileProvenance(context, { source: 'ruptures', years: yearSpan(period) }), method: SHORTAGES_METHOD };
}

function visible(row: CountRow): CountRow & { suppressed: false } {
  return { ...row, suppressed: false };
}

/** @param linkOf the parameters of the list of a row's declarations */
function breakdown(rows: readonly CountRow[], linkOf?: (key: string) => Record<string, string>): Breakdown {
  const bars = barRows(rows.map(visible), () => 'r').map((bar, index) => {
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
    moreLabel: more.length === 0 ? '' : `Voir les ${wholeNumber(more.length)} autres`,
    note: '',
  };
}

function classificationTitle(rows: readonly CountRow[]): string {
  const shortage = rows.find(({ key }) => key === 'shortage');
  return shortage === undefined || shortage.count === 0
    ? 'Nature des signalements'
    : `${percentage(shortage.percent)} des signalements sont des ruptures`;
}

function causesNote({ byCause, otherCausePercent }: ShortageStatistics): string {
  const named = byCause.filter(({ key }) => key !== UNKNOWN && key !== OTHER);
  const [first] = named;
  if (first === undefined) return 'Les signalements de cette version ne donnent pas de cause.';
  return `Cause la plus citée : ${lowerFirst(first.label)} (${percentage(first.percent)}). Les laboratoires écrivent la cause librement ; des règles rangent ces textes en ${counted(named.length, 'cause')}. ${percentage(otherCausePercent)} des signalements restent sous «\u00a0Autre\u00a0» : leur texte dit «\u00a0autre\u00a0», ou aucune règle ne le reconnaît.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function measures({ byMeasure }: ShortageStatistics): Breakdown {
  const model = breakdown(byMeasure);
  const note = 'L’historique de cette version ne dit pas quelles mesures ont été prises.';
  return byMeasure.every(({ key }) => key === UNKNOWN) ? { ...model, rows: [], note } : model;
}

function durations({ durations: all, medicines, closed }: ShortageStatistics): DurationsModel {
  const { count, median } = all.all;
  const groups = [
    { heading: 'Selon l’année du signalement', rows: all.byYear },
    { heading: 'Selon la nature', rows: all.byClassification },
  ];
  if (median === null) return { title: 'Durée des ruptures', note: unknownDurations(closed), facts: [], groups: [] };
  const known = groups.map(({ heading, rows }) => ({ heading, rows: rows.filter((row) => row.count > 0) }));
  const longest = Math.max(0, ...known.flatMap(({ rows }) => rows.map((row) => row.thirdQuartile ?? 0)));
  return {
    title: `La moitié des signalements clos ont duré ${days(median)} ou moins`,
    note: `Calculé sur ${wholeNumber(count)} des ${counted(medicines, 'signalement')} : ceux qui donnent à la fois la date du signalement et celle de sa clôture. Les signalements encore en cours n’y sont pas ; les années récentes, où beaucoup durent encore, paraissent donc plus courtes qu’elles ne le seront.`,
    facts: durationFacts(all.all),
    groups: known.map(({ heading, rows }) => ({ heading, rows: rows.map((row) => durationBar(row, longest)) })),
  };
}

function unknownDurations(closed: number): string {
  return `Durée inconnue : aucun des ${counted(closed, 'signalement clos', 'signalements clos')} ne donne à la fois la date du signalement et celle de sa clôture.`;
}

function durationFacts({ firstQuartile, median, thirdQuartile }: Durations): DurationsModel['facts'] {
  return [
    { label: 'Premier quartile', value: days(firstQuartile), note: 'un quart ont duré moins' },
    { label: 'Médiane', value: days(median), note: 'la moitié ont duré moins, l’autre moitié plus' },
    { label: 'Troisième quartile', value: days(thirdQuartile), note: 'un quart ont duré plus' },
  ].map((fact) => ({ ...fact, masked: false }));
}

function durationBar(row: DurationRow, longest: number): DurationBar {
  const at = (value: number | null): string => barWidth(value, longest) ?? '0%';
  return {
    label: row.label,
    median: days(row.median),
    range: `${rounded(row.firstQuartile)} à ${rounded(row.thirdQuartile)}`,
    count: wholeNumber(row.count),
    at: at(row.median),
    from: at(row.firstQuartile),
    to: at(row.thirdQuartile),
  };
}

function days(value: number | null): string {
  return value === null ? '–' : counted(Math.round(value), 'jour');
}

function rounded(value: number | null): string {
  return value === null ? '–' : wholeNumber(value);
}
