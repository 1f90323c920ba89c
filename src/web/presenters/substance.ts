import type { Paged, SpecialityItem, SubstanceAnswer } from '../../queries/answers.js';
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
import { type Folded, folded } from './parts.js';
import { type PopulationLink, populationLinks } from './populations.js';
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
  specialities: SpecialityLink[];
  specialitiesTitle: string;
  /** What leads to all of them; empty where all are shown. */
  allSpecialities: string;
}

const ATC_OPEN = 2;

/** The page of a substance for one population. */
export function presentSubstance(
  context: Context,
  answer: SubstanceAnswer,
  population: Population,
  specialities: Paged<SpecialityItem>,
): SubstancePage {
  const { language } = context;
  const { substance: words, declarations: shared } = language.texts;
  const reactions = answer.adverseReactions;
  const lead = substanceLead(language, answer, population);
  const declarations = declarationDetails(context, reactions);
  const exposure = answer.exposure && exposureModel(context, answer.exposure);
  const path = `/substances/${answer.code}`;
  return {
    page: substanceFrame(context, answer, population, lead),
    code: answer.code,
    name: answer.name,
    otherNames: answer.synonyms.join(' · '),
    atc: folded(language, answer.atc.map(atcLink), ATC_OPEN, words.atcClasses),
    codeWords: words.code(answer.code),
    specialityCount: words.specialities(answer.specialityCount),
    lead,
    contents: contents(language, declarations),
    populations: reactions === null ? [] : populationLinks(language, path, population),
    essentials: shared.essentials(population),
    keyFigures: keyFigures(language, answer, population),
    declarations,
    declarationsNote: declarations === null ? missingDetails(language, reactions) : '',
    rateNote: rateNote(language, answer),
    exposure,
    exposureNote: exposure === null ? missingExposure(context, 'substance') : '',
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
  return pageModel(context, {
    title: texts.substance.title(answer.name, population, found),
    description: `${lead.map((segment) => segment.text).join('')} ${texts.declarations.caution}`,
    path: `/substances/${answer.code}`,
    crumbs: [
      { label: texts.site.home, href: '/' },
      { label: texts.substance.crumb, href: '/substances' },
      { label: answer.name, href: null },
    ],
  });
}

function contents(language: Language, declarations: DeclarationDetails | null): ContentsItem[] {
  const { substance, declarations: shared } = language.texts;
  return [
    { id: 'essentiel', label: shared.contents.essentials },
    ...detailContents(language, declarations),
    { id: 'utilisation', label: substance.contents.exposure },
    { id: 'medicaments', label: substance.contents.specialities },
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
