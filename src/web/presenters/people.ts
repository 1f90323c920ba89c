import type { Language } from '../texts/language.js';
import {
  type AdverseReactions,
  type Context,
  type NotificationRate,
  type Provenance,
  type Row,
  provenance,
} from './context.js';
import {
  type CellModel,
  type Label,
  type RateMark,
  type RateModel,
  barWidth,
  countCell,
  labelled,
  percentText,
  rateMark,
  rateModel,
} from './figures.js';
import { peopleMeasure, peopleTitle } from './findings.js';

interface PersonRow extends Label {
  count: CellModel;
  percent: string;
  casesWidth: string | null;
  consumersPercent: string;
  consumersWidth: string | null;
  rate: RateModel | null;
  mark: RateMark | null;
}
export interface PeopleModel {
  title: string;
  caption: string;
  columns: number;
  /** Of the bar of the declarations, as an SVG length. */
  barHeight: string;
  groups: { heading: string; rows: PersonRow[] }[];
  /** Whether any row has a rate; without, the columns about patients are left out. */
  hasRates: boolean;
  provenance: Provenance;
}

interface Scale {
  percent: number;
  rate: number;
  /** Consumers of the whole population over the years of the rate. */
  consumers: number;
}

/** Declarations beside treated patients, by sex and by age; null when the population has neither dimension. */
export function peopleModel(context: Context, reactions: AdverseReactions): PeopleModel | null {
  const hasRates = rowsOf(reactions).some((row) => (row.notificationRate ?? null) !== null);
  const { language } = context;
  const { people: words } = language.texts.declarations;
  const groups = [
    { heading: words.bySex, rows: reactions.bySex && labelled(reactions.bySex, language) },
    { heading: words.byAge, rows: reactions.byAgeGroup && labelled(reactions.byAgeGroup, language) },
    // without rates, pairs of sex and age have a pyramid of their own
    { heading: words.byBoth, rows: hasRates ? pairs(language, reactions.bySexAndAgeGroup) : undefined },
  ].flatMap(({ heading, rows }) => (rows === undefined ? [] : [{ heading, rows }]));
  if (groups.length === 0) return null;
  const all = groups.flatMap((group) => group.rows);
  const scale = scaleOf(all, reactions.notificationRate);
  return {
    title: peopleTitle(language, reactions, hasRates),
    caption: peopleMeasure(language, reactions, hasRates),
    columns: hasRates ? 6 : 3,
    // with rates, the bar of the patients stands below
    barHeight: hasRates ? '44%' : '100%',
    groups: groups.map(({ heading, rows }) => ({ heading, rows: rows.map((row) => personRow(language, row, scale)) })),
    hasRates,
    provenance: provenance(context, 'taux', {
      declarations: reactions.period,
      exposure: hasRates ? context.release.periods.exposure : null,
    }),
  };
}

function rowsOf(reactions: AdverseReactions): Row[] {
  return [reactions.bySex, reactions.byAgeGroup, reactions.bySexAndAgeGroup].flatMap((rows) => rows ?? []);
}

/** « Non renseigné, Non renseigné » would not say what is not known. */
function pairs({ texts }: Language, rows: AdverseReactions['bySexAndAgeGroup']): Row[] | undefined {
  return rows?.map((row) => ({ ...row, label: texts.declarations.pair(row.sex, row.ageGroup) }));
}

function scaleOf(rows: readonly Row[], whole: NotificationRate | null): Scale {
  const consumers = whole?.consumers ?? 0;
  const shares = rows.flatMap((row) => [row.percent ?? 0, shareOfConsumers(row, consumers) ?? 0]);
  return {
    percent: Math.max(0, ...shares),
    rate: Math.max(0, ...rows.map((row) => row.notificationRate?.ci95[1] ?? 0)),
    consumers,
  };
}

function shareOfConsumers(row: Row, consumers: number): number | null {
  const rate = row.notificationRate ?? null;
  return rate === null || consumers === 0 ? null : (rate.consumers / consumers) * 100;
}

function personRow(language: Language, row: Row & Label, scale: Scale): PersonRow {
  const share = shareOfConsumers(row, scale.consumers);
  const rate = row.notificationRate ?? null;
  return {
    label: row.label,
    ...(row.lang && { lang: row.lang }),
    count: countCell(row, language),
    percent: percentText(row.percent, language),
    casesWidth: barWidth(row.percent, scale.percent),
    consumersPercent: percentText(share, language),
    consumersWidth: barWidth(share, scale.percent),
    rate: rate && rateModel(rate, language),
    mark: rate && rateMark(rate, scale.rate),
  };
}
