import {
  type AdverseReactions,
  type Context,
  type NotificationRate,
  type Provenance,
  type Row,
  provenance,
} from './context.js';
import { type CellModel, type RateModel, barWidth, countCell, percentText, rateModel } from './figures.js';
import { peopleMeasure, peopleTitle } from './findings.js';
import { POPULATION_WORDS } from './populations.js';

/** A mark of a rate with its interval, as SVG lengths. */
interface RateMark {
  at: string;
  from: string;
  to: string;
}
interface PersonRow {
  label: string;
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
  const groups = [
    { heading: 'Selon le sexe', rows: reactions.bySex },
    { heading: 'Selon l’âge', rows: reactions.byAgeGroup },
    // without rates, pairs of sex and age have a pyramid of their own
    { heading: 'Selon le sexe et l’âge', rows: hasRates ? reactions.bySexAndAgeGroup?.map(named) : undefined },
  ].flatMap(({ heading, rows }) => (rows === undefined ? [] : [{ heading, rows }]));
  if (groups.length === 0) return null;
  const all = groups.flatMap((group) => group.rows);
  const scale = scaleOf(all, reactions.notificationRate);
  return {
    title: peopleTitle(reactions, hasRates),
    caption: peopleMeasure(reactions, hasRates),
    columns: hasRates ? 6 : 3,
    // with rates, the bar of the patients stands below
    barHeight: hasRates ? '44%' : '100%',
    groups: groups.map(({ heading, rows }) => ({ heading, rows: rows.map((row) => personRow(row, scale)) })),
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
function named(row: NonNullable<AdverseReactions['bySexAndAgeGroup']>[number]): Row {
  const { sex, ageGroup } = row;
  if (sex === 'unknown' && ageGroup === 'unknown') return { ...row, label: 'Sexe et âge non renseignés' };
  const sexName = sex === 'unknown' ? 'Sexe non renseigné' : POPULATION_WORDS[sex].name;
  const ageName = ageGroup === 'unknown' ? 'âge non renseigné' : POPULATION_WORDS[ageGroup].name;
  return { ...row, label: `${sexName}, ${ageName}` };
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

function personRow(row: Row, scale: Scale): PersonRow {
  const share = shareOfConsumers(row, scale.consumers);
  const rate = row.notificationRate ?? null;
  return {
    label: row.label,
    count: countCell(row),
    percent: percentText(row.percent),
    casesWidth: barWidth(row.percent, scale.percent),
    consumersPercent: percentText(share),
    consumersWidth: barWidth(share, scale.percent),
    rate: rate && rateModel(rate),
    mark: rate && rateMark(rate, scale.rate),
  };
}

function rateMark(rate: NotificationRate, scale: number): RateMark {
  const at = (value: number): string => barWidth(value, scale) ?? '0%';
  return { at: at(rate.per100000), from: at(rate.ci95[0]), to: at(rate.ci95[1]) };
}
