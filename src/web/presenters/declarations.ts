import type { Language } from '../texts/language.js';
import { type AdverseReactions, type Context, type PageModel, type Population, pageModel } from './context.js';
import {
  type ContentsItem,
  type DeclarationDetails,
  declarationDetails,
  detailContents,
  missingDetails,
} from './declaration-details.js';
import { labelled } from './figures.js';
import { type KeyFigure, keyFigures } from './key-figures.js';
import { type PopulationLink, populationAddress, populationLinks } from './populations.js';
import { aboutDeclarations } from './substance-about.js';
import { type Segment, segments } from './substance-lead.js';

export interface DeclarationsPage {
  page: PageModel;
  lead: Segment[];
  contents: ContentsItem[];
  populations: PopulationLink[];
  /** « L’essentiel, chez les femmes ». */
  essentials: string;
  keyFigures: KeyFigure[];
  /** null: there is nothing to detail, the sentence says why. */
  declarations: DeclarationDetails | null;
  declarationsNote: string;
  rateNote: string;
  /** The same figures for programs. */
  json: string;
}

const PATH = '/declarations';

/** All declarations together, of one population. null: the release has none. */
export function presentDeclarations(
  context: Context,
  reactions: AdverseReactions | null,
  population: Population,
): DeclarationsPage {
  const { language } = context;
  const words = language.texts.declarations;
  const details = declarationDetails(context, reactions);
  const lead = segments(leadOf(language, reactions, population));
  return {
    page: declarationsFrame(context, reactions, population, lead),
    lead,
    contents:
      details === null
        ? []
        : [{ id: 'essentiel', label: words.contents.essentials }, ...detailContents(language, details)],
    populations: reactions === null ? [] : populationLinks(language, PATH, population),
    essentials: words.essentials(population),
    keyFigures: [
      ...keyFigures(language, { adverseReactions: reactions, exposure: null }, population),
      ...(reactions === null ? [] : firstReporter(language, reactions)),
    ],
    declarations: details,
    declarationsNote: details === null ? missingDetails(language, reactions) : '',
    rateNote: details === null ? '' : words.page.noRate,
    json: populationAddress('/api/v1/statistics/declarations', population),
  };
}

/** The sentence that answers first. */
function leadOf({ texts }: Language, reactions: AdverseReactions | null, population: Population): string {
  const { page, missing } = texts.declarations;
  if (reactions === null) return missing.notAvailable;
  return page.lead(reactions.period, reactions.cases.count, population);
}

function declarationsFrame(
  context: Context,
  reactions: AdverseReactions | null,
  population: Population,
  lead: readonly Segment[],
): PageModel {
  const { declarations } = context.language.texts;
  const count = reactions?.cases.count ?? null;
  const found = reactions === null || count === null ? null : { count, period: reactions.period };
  const description = `${lead.map((segment) => segment.text).join('')} ${declarations.caution}`;
  const name = declarations.page.title('all', null);
  return pageModel(context, {
    title: declarations.page.title(population, found),
    description,
    path: PATH,
    crumbs: [{ label: declarations.page.crumb, href: null }],
    ...(reactions !== null &&
      population === 'all' && { about: aboutDeclarations(context, reactions, { name, description }) }),
  });
}

/** Who declares most: said only when no hidden figure can be larger, for those who declare add up to all. */
function firstReporter(language: Language, { cases, byReporter }: AdverseReactions): KeyFigure[] {
  const [first] = labelled(byReporter.slice(0, 1), language);
  if (first === undefined || cases.count === null || first.count === null || first.percent === null) return [];
  const hidden = cases.count - byReporter.reduce((sum, row) => sum + (row.count ?? 0), 0);
  if (first.count <= hidden) return [];
  const { keys } = language.texts.declarations;
  return [
    {
      label: keys.reporter(first.label),
      value: language.format.percentage(first.percent),
      masked: false,
      note: keys.reporterNote(first.count),
    },
  ];
}
