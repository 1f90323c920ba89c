import type { Paged, SpecialityItem, SubstanceAnswer } from '../../queries/answers.js';
import { wholeNumber, yearSpan } from '../format.js';
import { type AtcLink, atcLink } from './atc.js';
import { type Context, type PageModel, type Population, pageModel } from './context.js';
import {
  type ContentsItem,
  type DeclarationDetails,
  declarationDetails,
  detailContents,
  missingDetails,
} from './declaration-details.js';
import { type ExposureModel, exposureModel, missingExposure } from './exposure.js';
import { type KeyFigure, keyFigures } from './key-figures.js';
import { type Folded, folded } from './parts.js';
import { POPULATION_WORDS, type PopulationLink, populationLinks } from './populations.js';
import { type SpecialityLink, specialityLinks } from './speciality-list.js';
import { type Segment, substanceLead } from './substance-lead.js';

export interface SubstancePage {
  page: PageModel;
  code: string;
  name: string;
  /** The other names it is known under: salts, synonyms. */
  otherNames: string;
  /** Its classes; those beyond a few are folded. */
  atc: Folded<AtcLink>;
  specialityCount: string;
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
  exposure: ExposureModel | null;
  exposureNote: string;
  specialities: SpecialityLink[];
  moreSpecialities: boolean;
}

const ATC_OPEN = 2;

/** The page of a substance for one population. */
export function presentSubstance(
  context: Context,
  answer: SubstanceAnswer,
  population: Population,
  specialities: Paged<SpecialityItem>,
): SubstancePage {
  const reactions = answer.adverseReactions;
  const lead = substanceLead(answer, population);
  const declarations = declarationDetails(context, reactions);
  const exposure = answer.exposure && exposureModel(context, answer.exposure);
  return {
    page: pageModel(context, {
      title: pageTitle(answer, population),
      description: `${lead.map((segment) => segment.text).join('')} Une déclaration est un soupçon, pas une preuve.`,
      path: `/substances/${answer.code}`,
      crumbs: [
        { label: 'Accueil', href: '/' },
        { label: 'Substances', href: '/substances' },
        { label: answer.name, href: null },
      ],
    }),
    code: answer.code,
    name: answer.name,
    otherNames: answer.synonyms.join(' · '),
    atc: folded(context.language, answer.atc.map(atcLink), ATC_OPEN, 'classes ATC'),
    specialityCount: specialityCount(answer.specialityCount),
    lead,
    contents: contents(declarations),
    populations: reactions === null ? [] : populationLinks(`/substances/${answer.code}`, population),
    among: POPULATION_WORDS[population].among,
    keyFigures: keyFigures(answer, population),
    declarations,
    declarationsNote: declarations === null ? missingDetails(reactions) : '',
    rateNote: rateNote(answer),
    exposure,
    exposureNote: exposure === null ? missingExposure(context, 'substance') : '',
    specialities: specialityLinks(specialities.items),
    moreSpecialities: specialities.total > specialities.items.length,
  };
}

function specialityCount(count: number): string {
  return `${wholeNumber(count)} médicament${count < 2 ? '' : 's'}`;
}

function pageTitle(answer: SubstanceAnswer, population: Population): string {
  const reactions = answer.adverseReactions;
  const among = POPULATION_WORDS[population].among;
  const name = among === '' ? answer.name : `${answer.name}, ${among}`;
  const count = reactions?.cases.count ?? null;
  if (reactions === null || count === null) return `${name} : effets indésirables suspectés`;
  const noun = count < 2 ? 'déclaration' : 'déclarations';
  return `${name} : ${wholeNumber(count)} ${noun} d’effets indésirables suspectés (${yearSpan(reactions.period)})`;
}

function contents(declarations: DeclarationDetails | null): ContentsItem[] {
  return [
    { id: 'essentiel', label: 'L’essentiel' },
    ...detailContents(declarations),
    { id: 'utilisation', label: 'Patients traités' },
    { id: 'medicaments', label: 'Médicaments' },
  ];
}

/** Why the whole has no rate; empty when it has one. */
function rateNote(answer: SubstanceAnswer): string {
  const reactions = answer.adverseReactions;
  if (reactions === null || reactions.notificationRate !== null) return '';
  if (reactions.cases.suppressed) return 'Pas de taux de notification : le nombre de déclarations est masqué.';
  if (answer.exposure === null) return 'Pas de taux de notification : le nombre de patients traités n’est pas connu.';
  return 'Pas de taux de notification : sur les années que les deux sources couvrent, les patients traités manquent ou les déclarations sont masquées.';
}
