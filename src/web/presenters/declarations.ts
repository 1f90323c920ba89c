import { counted, duringYears, percentage, wholeNumber, yearSpan } from '../format.js';
import { type AdverseReactions, type Context, type PageModel, type Population, pageModel } from './context.js';
import {
  type ContentsItem,
  type DeclarationDetails,
  declarationDetails,
  detailContents,
  missingDetails,
} from './declaration-details.js';
import { type KeyFigure, keyFigures } from './key-figures.js';
import { POPULATION_WORDS, type PopulationLink, populationLinks } from './populations.js';
import { type Segment, plain, strong } from './substance-lead.js';

export interface DeclarationsPage {
  page: PageModel;
  lead: Segment[];
  contents: ContentsItem[];
  populations: PopulationLink[];
  /** « chez les femmes »; empty for the whole. */
  among: string;
  keyFigures: KeyFigure[];
  /** null: there is nothing to detail, the sentence says why. */
  declarations: DeclarationDetails | null;
  declarationsNote: string;
  rateNote: string;
}

const PATH = '/declarations';
/** Of all declarations together. Source: counting.md, Notification rate. */
const NO_RATE =
  'Pas de taux de notification ici : une personne qui prend plusieurs médicaments est comptée une fois pour chacun, et la somme des patients traités de tous les médicaments n’est donc pas un nombre de personnes. Les taux se lisent substance par substance.';

/** All declarations together, of one population. null: the release has none. */
export function presentDeclarations(
  context: Context,
  reactions: AdverseReactions | null,
  population: Population,
): DeclarationsPage {
  const lead = declarationsLead(reactions, population);
  const details = declarationDetails(context, reactions);
  return {
    page: pageModel(context, {
      title: pageTitle(reactions, population),
      description: `${lead.map((segment) => segment.text).join('')} Une déclaration est un soupçon, pas une preuve.`,
      path: PATH,
      crumbs: [
        { label: 'Accueil', href: '/' },
        { label: 'Déclarations', href: null },
      ],
    }),
    lead,
    contents: details === null ? [] : [{ id: 'essentiel', label: 'L’essentiel' }, ...detailContents(details)],
    populations: reactions === null ? [] : populationLinks(PATH, population),
    among: POPULATION_WORDS[population].among,
    keyFigures: [
      ...keyFigures({ adverseReactions: reactions, exposure: null }, population),
      ...(reactions === null ? [] : firstReporter(reactions)),
    ],
    declarations: details,
    declarationsNote: details === null ? missingDetails(reactions) : '',
    rateNote: details === null ? '' : NO_RATE,
  };
}

/** The sentence that answers first. */
function declarationsLead(reactions: AdverseReactions | null, population: Population): Segment[] {
  if (reactions === null)
    return [plain('Les déclarations d’effets indésirables ne sont pas disponibles dans cette version des données.')];
  const years = duringYears(reactions.period);
  const { among } = POPULATION_WORDS[population];
  const where = `d’effets indésirables suspectés, tous médicaments réunis${among === '' ? '' : `, ${among}`}`;
  const { count } = reactions.cases;
  if (count === null)
    return [plain(`${years}, le nombre de déclarations ${where}, est `), strong('masqué'), plain('.')];
  if (count === 0) return [plain(`${years}, `), strong('aucune déclaration'), plain(` ${where}, n’a été reçue.`)];
  return [plain(`${years}, la France a compté `), strong(counted(count, 'déclaration')), plain(` ${where}.`)];
}

function pageTitle(reactions: AdverseReactions | null, population: Population): string {
  const count = reactions?.cases.count ?? null;
  const among = POPULATION_WORDS[population].among;
  const all = `Toutes les déclarations d’effets indésirables${among === '' ? '' : `, ${among}`}`;
  if (reactions === null || count === null) return all;
  return `${all} : ${wholeNumber(count)} (${yearSpan(reactions.period)})`;
}

/** Who declares most: said only when no hidden figure can be larger, for those who declare add up to all. */
function firstReporter({ cases, byReporter }: AdverseReactions): KeyFigure[] {
  const [first] = byReporter;
  if (first === undefined || cases.count === null || first.count === null || first.percent === null) return [];
  const hidden = cases.count - byReporter.reduce((sum, row) => sum + (row.count ?? 0), 0);
  if (first.count <= hidden) return [];
  return [
    {
      label: `Déclarées par : ${first.label}`,
      value: percentage(first.percent),
      masked: false,
      note: `premier type de déclarant, ${counted(first.count, 'déclaration')}`,
    },
  ];
}
