import type { Paged, SpecialityItem, SubstanceAnswer } from '../../queries/answers.js';
import { wholeNumber, yearSpan } from '../format.js';
import {
  type AdverseReactions,
  type Context,
  type PageModel,
  type Population,
  type Provenance,
  pageModel,
  provenance,
} from './context.js';
import { type ExposureModel, exposureModel, missingExposure } from './exposure.js';
import { type BarRow, barRows } from './figures.js';
import { seriousnessTitle, yearsTitle } from './findings.js';
import { type KeyFigure, keyFigures } from './key-figures.js';
import { type LineChart, lineChart } from './line-chart.js';
import { type OrganClassesModel, organClasses } from './organ-classes.js';
import { type PeopleModel, peopleModel } from './people.js';
import { POPULATION_WORDS, type PopulationLink, populationLinks } from './populations.js';
import { type SpecialityLink, specialityLinks } from './speciality-list.js';
import { type Segment, substanceLead } from './substance-lead.js';

interface Block {
  title: string;
  rows: BarRow[];
  provenance: Provenance;
}
interface DeclarationsModel {
  people: PeopleModel | null;
  years: { title: string; chart: LineChart; provenance: Provenance };
  seriousness: Block & { criteria: BarRow[] };
  organClasses: OrganClassesModel;
  reporters: Block;
}
export interface SubstancePage {
  page: PageModel;
  code: string;
  name: string;
  /** The other names it is known under: salts, synonyms. */
  otherNames: string;
  atc: { code: string; label: string }[];
  specialityCount: string;
  lead: Segment[];
  contents: { id: string; label: string }[];
  populations: PopulationLink[];
  /** « chez les femmes »; empty for the whole. */
  among: string;
  keyFigures: KeyFigure[];
  /** null: there is nothing to detail, the sentence says why. */
  declarations: DeclarationsModel | null;
  declarationsNote: string;
  rateNote: string;
  exposure: ExposureModel | null;
  exposureNote: string;
  specialities: SpecialityLink[];
  moreSpecialities: boolean;
}

/** The page of a substance for one population. */
export function presentSubstance(
  context: Context,
  answer: SubstanceAnswer,
  population: Population,
  specialities: Paged<SpecialityItem>,
): SubstancePage {
  const reactions = answer.adverseReactions;
  const lead = substanceLead(answer, population);
  const declarations = reactions !== null && (reactions.cases.count ?? 0) > 0 ? details(context, reactions) : null;
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
    atc: answer.atc.map((item) => ({ code: item.code, label: item.label ?? '' })),
    specialityCount: specialityCount(answer.specialityCount),
    lead,
    contents: contents(declarations),
    populations: reactions === null ? [] : populationLinks(answer.code, population),
    among: POPULATION_WORDS[population].among,
    keyFigures: keyFigures(answer, population),
    declarations,
    declarationsNote: declarations === null ? missingDeclarations(reactions) : '',
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

function details(context: Context, reactions: AdverseReactions): DeclarationsModel {
  const from = (method: string): Provenance => provenance(context, method, { declarations: reactions.period });
  return {
    people: peopleModel(context, reactions),
    years: {
      title: yearsTitle(reactions.byYear),
      chart: lineChart(reactions.byYear, 'Déclarations'),
      provenance: from('declarations'),
    },
    seriousness: {
      title: seriousnessTitle(reactions.bySeriousness),
      rows: barRows(reactions.bySeriousness, (row) => (row.key === 'serious' ? 's' : 'c')),
      criteria: barRows(reactions.bySeriousnessCriterion, () => 's'),
      provenance: from('gravite'),
    },
    organClasses: { ...organClasses(reactions.byOrganClass), provenance: from('effets') },
    reporters: {
      title: 'Déclarations par type de déclarant',
      rows: barRows(reactions.byReporter),
      provenance: from('declarations'),
    },
  };
}

function contents(declarations: DeclarationsModel | null): { id: string; label: string }[] {
  const detailed = [
    ...(declarations?.people ? [{ id: 'qui', label: 'Qui est concerné' }] : []),
    { id: 'temps', label: 'Au fil des ans' },
    { id: 'gravite', label: 'Gravité' },
    { id: 'effets', label: 'Quels effets' },
    { id: 'declarants', label: 'Qui déclare' },
  ];
  return [
    { id: 'essentiel', label: 'L’essentiel' },
    ...(declarations === null ? [] : detailed),
    { id: 'utilisation', label: 'Patients traités' },
    { id: 'medicaments', label: 'Médicaments' },
  ];
}

function missingDeclarations(reactions: AdverseReactions | null): string {
  if (reactions === null)
    return 'Cette version des données ne contient pas les déclarations d’effets indésirables : la source BNPV n’a pas été chargée.';
  if (reactions.cases.suppressed)
    return 'Le nombre de déclarations est masqué, et leur détail avec lui, pour que personne ne puisse être reconnu.';
  return 'Aucune déclaration, donc aucun détail. L’absence de déclaration ne prouve pas l’absence d’effet.';
}

/** Why the whole has no rate; empty when it has one. */
function rateNote(answer: SubstanceAnswer): string {
  const reactions = answer.adverseReactions;
  if (reactions === null || reactions.notificationRate !== null) return '';
  if (reactions.cases.suppressed) return 'Pas de taux de notification : le nombre de déclarations est masqué.';
  if (answer.exposure === null) return 'Pas de taux de notification : le nombre de patients traités n’est pas connu.';
  return 'Pas de taux de notification : sur les années que les deux sources couvrent, les patients traités manquent ou les déclarations sont masquées.';
}
