import { POPULATIONS, type SubstanceAnswer } from '../../queries/answers.js';
import { type ChoiceModel, type Compared, choiceModel } from './compare-choice.js';
import { type CompareRates, compareRates } from './compare-rates.js';
import { type ComparisonRequest, comparisonAddress } from './compare-request.js';
import { type SideBySide, organClassTables, peopleTable, reporterTable, seriousnessTable } from './compare-shares.js';
import { type CompareTable, reactionsOf } from './compare-table.js';
import { type CompareYears, compareYears } from './compare-years.js';
import { type Context, type PageModel, type Population, type Provenance, pageModel, provenance } from './context.js';
import { type PopulationLink, populationAddress } from './populations.js';
import { type Segment, substanceLead } from './substance-lead.js';

export interface ComparePage {
  page: PageModel;
  heading: string;
  choice: ChoiceModel;
  /** What each substance answers first. */
  substances: { name: string; href: string; lead: Segment[] }[];
  populations: PopulationLink[];
  contents: { id: string; label: string }[];
  /** null with fewer than two substances: there is nothing to compare. */
  blocks: CompareBlocks | null;
}
interface Block<T> {
  title: string;
  note: string;
  caption: string;
  table: T;
  provenance: Provenance;
}
interface CompareBlocks {
  rates: Block<CompareRates>;
  seriousness: Block<CompareTable>;
  /** null in a population that has neither sexes nor ages. */
  people: Block<CompareTable> | null;
  years: Block<CompareYears>;
  organClasses: Block<CompareTable> & { others: CompareTable; otherCaption: string; othersLabel: string };
  reporters: Block<CompareTable>;
}

/** Two to four substances side by side; with fewer, the way to choose them. */
export function presentComparison(context: Context, request: ComparisonRequest, compared: Compared): ComparePage {
  const { answers } = compared;
  const { texts } = context.language;
  const { population } = request;
  const blocks = answers.length < 2 ? null : compareBlocks(context, answers);
  return {
    page: framed(context, request, answers),
    heading: answers.length < 2 ? texts.compare.start.title : texts.compare.heading(answers.map(({ name }) => name)),
    choice: choiceModel(context.language, request, compared),
    substances: answers.map((answer) => ({
      name: answer.name,
      href: populationAddress(`/substances/${answer.code}`, population),
      lead: substanceLead(context.language, answer, population),
    })),
    populations: blocks === null ? [] : links(context, answers, population),
    contents: blocks === null ? [] : contentsOf(blocks, texts.compare.substances),
    blocks,
  };
}

function links({ language }: Context, answers: readonly SubstanceAnswer[], current: Population): PopulationLink[] {
  const codes = answers.map(({ code }) => code);
  return POPULATIONS.map((population) => ({
    name: language.texts.declarations.populations[population].name,
    href: `${comparisonAddress(codes, population)}#population`,
    current: population === current,
  }));
}

function framed(context: Context, request: ComparisonRequest, answers: readonly SubstanceAnswer[]): PageModel {
  const { compare } = context.language.texts;
  const isStart = answers.length < 2;
  const answered = answers.map(({ name, adverseReactions: reactions }) => ({
    name,
    count: reactions?.cases.count ?? null,
    rate: reactions?.notificationRate?.per100000 ?? null,
  }));
  return pageModel(context, {
    title: isStart ? compare.start.title : compare.title(answers.map(({ name }) => name)),
    description: isStart ? compare.start.description : compare.description(answered) + compare.caution.strong,
    path: comparisonAddress(
      answers.map(({ code }) => code),
      request.population,
    ),
    crumbs: [
      { label: compare.crumb, href: isStart ? null : '/comparer' },
      ...(isStart ? [] : [{ label: answers.map(({ name }) => name).join(', '), href: null }]),
    ],
    // there are as many comparisons as pairs of substances
    noindex: answers.length > 0,
  });
}

function compareBlocks(context: Context, answers: readonly SubstanceAnswer[]): CompareBlocks {
  const { language } = context;
  const { compare } = language.texts;
  const side: SideBySide = { language, names: answers.map(({ name }) => name), reactions: reactionsOf(answers) };
  const from = (method: string, isRate = false): Provenance => provenance(context, method, periods(context, isRate));
  const { leading, others } = organClassTables(side);
  const people = peopleTable(side);
  const hasPatients = side.reactions.some((of) => (of?.notificationRate ?? null) !== null);
  const years = compareYears(side);
  const { rates, seriousness, organClasses, reporters } = compare;
  const table = compareRates(language, answers);
  return {
    rates: { ...rates, note: '', caption: rates.caption(table.period), table, provenance: from('taux', true) },
    seriousness: { ...seriousness, table: seriousnessTable(side), provenance: from('gravite') },
    people: people && {
      title: compare.people.title,
      note: compare.people.note(hasPatients),
      caption: compare.people.caption(hasPatients),
      table: people,
      provenance: from('taux', hasPatients),
    },
    years: {
      title: compare.years.title(years.areRates),
      note: compare.years.note(years.areRates),
      caption: compare.years.caption(years.areRates),
      table: years,
      provenance: from('taux', years.areRates),
    },
    organClasses: {
      ...organClasses,
      table: leading,
      others,
      othersLabel: organClasses.others(others.groups.flatMap(({ rows }) => rows).length),
      provenance: from('effets'),
    },
    reporters: { ...reporters, table: reporterTable(side), provenance: from('declarations') },
  };
}

function periods({ release }: Context, isRate: boolean): Parameters<typeof provenance>[2] {
  const { declarations, exposure } = release.periods;
  return { declarations, exposure: isRate ? exposure : null };
}

function contentsOf(blocks: CompareBlocks, substances: string): ComparePage['contents'] {
  const { rates, seriousness, people, years, organClasses, reporters } = blocks;
  return [
    { id: 'substances', label: substances },
    { id: 'taux', label: rates.title },
    { id: 'gravite', label: seriousness.title },
    ...(people === null ? [] : [{ id: 'qui', label: people.title }]),
    { id: 'temps', label: years.title },
    { id: 'effets', label: organClasses.title },
    { id: 'declarants', label: reporters.title },
  ];
}
