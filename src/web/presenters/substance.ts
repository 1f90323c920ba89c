import type { Paged, SpecialityItem, SubstanceAnswer } from '../../queries/answers.js';
import type { EarlierSubstance } from '../../queries/substance-changes.js';
import type { Language } from '../texts/language.js';
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
import { substancePicture } from './pictures.js';
import { type PopulationLink, populationAddress, populationLinks } from './populations.js';
import { type SpecialityLink, specialityLinks } from './speciality-list.js';
import { aboutSubstance } from './substance-about.js';
import { type ChangesModel, changesModel } from './substance-changes.js';
import { type Segment, substanceLead } from './substance-lead.js';

export interface SubstancePage {
  page: PageModel;
  code: string;
  name: string;
  /** What opens its classes, codes and other names. */
  identity: string;
  /** The other names it is known under: salts, synonyms. */
  otherNames: string;
  atc: AtcLink[];
  /** « Substance active, code 02202 ». */
  codeWords: string;
  specialityCount: string;
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
  exposure: ExposureModel | null;
  exposureNote: string;
  /** Whether the treated patients by year stand beside the declarations already. */
  patientsAbove: boolean;
  /** null for a part of the population: earlier figures are those of the whole. */
  changes: ChangesModel | null;
  /** The same figures for programs, and beside those of others. */
  json: string;
  compare: string;
  specialities: SpecialityLink[];
  specialitiesTitle: string;
  /** What leads to all of them; empty where all are shown. */
  allSpecialities: string;
}

/** What is shown around the figures of a substance. */
export interface SubstanceSurroundings {
  specialities: Paged<SpecialityItem>;
  /** The release before; null: none is kept. */
  earlier: EarlierSubstance | null;
}

/** The page of a substance for one population. */
export function presentSubstance(
  context: Context,
  answer: SubstanceAnswer,
  population: Population,
  { specialities, earlier }: SubstanceSurroundings,
): SubstancePage {
  const { language } = context;
  const { substance: words, declarations: shared } = language.texts;
  const reactions = answer.adverseReactions;
  const lead = substanceLead(language, answer, population);
  const declarations = declarationDetails(context, reactions, answer.exposure);
  const exposure = answer.exposure && exposureModel(context, answer.exposure);
  const path = `/substances/${answer.code}`;
  return {
    page: substanceFrame(context, answer, population, lead),
    code: answer.code,
    name: answer.name,
    otherNames: answer.synonyms.join(' · '),
    atc: answer.atc.map(atcLink),
    identity: words.identity(answer.atc.length, answer.synonyms.length),
    codeWords: words.code(answer.code),
    specialityCount: words.specialities(answer.specialityCount),
    lead,
    contents: contents(language, declarations, population),
    populations: reactions === null ? [] : populationLinks(language, path, population),
    essentials: shared.essentials(population),
    keyFigures: keyFigures(language, answer, population),
    declarations,
    declarationsNote: declarations === null ? missingDetails(language, reactions) : '',
    rateNote: rateNote(language, answer),
    exposure,
    exposureNote: exposure === null ? missingExposure(context, 'substance') : '',
    patientsAbove: population === 'all' && (declarations?.years.patients ?? null) !== null,
    changes: population === 'all' ? changesModel(context, answer, earlier) : null,
    json: populationAddress(`/api/v1/substances/${answer.code}`, population),
    compare: `/comparer?substances=${answer.code}`,
    specialities: specialityLinks(specialities.items),
    specialitiesTitle: words.specialitiesTitle(answer.specialityCount),
    allSpecialities:
      specialities.total > specialities.items.length ? words.allSpecialities(answer.specialityCount) : '',
  };
}

function substanceFrame(
  context: Context,
  answer: SubstanceAnswer,
  population: Population,
  lead: readonly Segment[],
): PageModel {
  const { texts } = context.language;
  const { cases, period } = answer.adverseReactions ?? { cases: null, period: null };
  const found = cases === null || cases.count === null ? null : { count: cases.count, period };
  const description = `${lead.map((segment) => segment.text).join('')} ${texts.declarations.caution}`;
  return pageModel(context, {
    title: texts.substance.title(answer.name, population, found),
    description,
    path: `/substances/${answer.code}`,
    crumbs: [
      { label: texts.substance.crumb, href: '/substances' },
      { label: answer.name, href: null },
    ],
    picture: substancePicture(context.language, answer),
    ...(population === 'all' && { about: aboutSubstance(context, answer, description) }),
  });
}

function contents(language: Language, declarations: DeclarationDetails | null, population: Population): ContentsItem[] {
  const { substance, declarations: shared } = language.texts;
  return [
    { id: 'essentiel', label: shared.contents.essentials },
    ...detailContents(language, declarations),
    { id: 'utilisation', label: substance.contents.exposure },
    { id: 'medicaments', label: substance.contents.specialities },
    ...(population === 'all' ? [{ id: 'changements', label: substance.contents.changes }] : []),
  ];
}

/** Why the whole has no rate; empty when it has one. */
function rateNote({ texts }: Language, answer: SubstanceAnswer): string {
  const reactions = answer.adverseReactions;
  const { noRate } = texts.substance;
  if (reactions === null || reactions.notificationRate !== null) return '';
  if (reactions.cases.suppressed) return noRate.masked;
  return answer.exposure === null ? noRate.noPatients : noRate.otherwise;
}
