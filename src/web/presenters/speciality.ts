import type { SpecialityAnswer } from '../../queries/answers.js';
import { unbroken } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import { type AtcLink, atcLink, atcModel } from './atc.js';
import { type Context, type PageModel, type Period, type Provenance, provenance } from './context.js';
import { type ExposureModel, exposureModel, missingExposure } from './exposure.js';
import { type CellModel, type Label, countCell } from './figures.js';
import { type Part, fileProvenance, part } from './parts.js';
import { type Fact, inSource, known, published, publishedList } from './published.js';
import { type AvailabilityModel, SUPPLY_WARNING, availabilityModel } from './speciality-availability.js';
import { type CompositionModel, type PacksModel, compositionModel, packsModel } from './speciality-contents.js';
import { type MedicationErrorsModel, medicationErrorsModel } from './speciality-errors.js';
import { ALERT, essentials, specialityLead } from './speciality-essentials.js';
import { specialityFrame } from './speciality-frame.js';
import { type GenericGroupModel, genericGroupModel } from './speciality-group.js';
import { type OpinionsModel, type SafetyModel, opinionsModel, safetyModel } from './speciality-opinions.js';

interface SubstanceRow {
  name: string;
  href: string;
  cases: CellModel;
  /** How many medicines have it. */
  specialities: string;
}
export interface SpecialityPage {
  page: PageModel;
  name: string;
  code: string;
  lead: string;
  atcCode: AtcLink | null;
  majorInterest: boolean;
  surveillance: boolean;
  /** « Alerte » in words; null: none. */
  warning: Label | null;
  links: (Label & { href: string })[];
  contents: { id: string; label: string }[];
  essentials: ReturnType<typeof essentials>;
  availability: AvailabilityModel & { title: string };
  substances: SubstanceRow[];
  /** What opens the table of substances; empty when it is short enough to stand open. */
  substancesFold: string;
  /** Why there are no declarations; empty: there are some, or their number is hidden. */
  reportsNote: string;
  /** null without declarations. */
  reactionsProvenance: Provenance | null;
  safety: SafetyModel;
  errors: MedicationErrorsModel;
  /** As published, in French. */
  conditions: Part<string>;
  packs: PacksModel;
  packsProvenance: Provenance;
  composition: CompositionModel;
  compositionProvenance: Provenance;
  group: GenericGroupModel;
  opinions: OpinionsModel;
  exposure: ExposureModel | null;
  exposureNote: string;
  atc: ReturnType<typeof atcModel>;
  identity: Fact[];
  identityProvenance: Provenance;
}

/** Anchors of the sections, in their order. */
const SECTIONS = [
  ['disponibilite', 'availability'],
  ['declarations', 'reports'],
  ['securite', 'safety'],
  ['erreurs', 'errors'],
  ['prescription', 'prescription'],
  ['presentations', 'packs'],
  ['composition', 'composition'],
  ['generiques', 'generics'],
  ['avis', 'opinions'],
  ['utilisation', 'patients'],
  ['classe', 'atc'],
  ['identite', 'identity'],
] as const;
const CONDITIONS_OPEN = 3;
const SUBSTANCES_OPEN = 8;

/**
 * The page of a medicine: what it is, whether it can be had, what is declared, then all that is known.
 *
 * @param shortagePeriod the years that the history of the shortages of all medicines covers; null: there is none
 */
export function presentSpeciality(
  context: Context,
  answer: SpecialityAnswer,
  shortagePeriod: Period | null,
): SpecialityPage {
  const { language } = context;
  const words = language.texts.speciality;
  const availability = availabilityModel(context, answer, shortagePeriod);
  const safety = safetyModel(context, answer);
  const bdpm = (table: string): Provenance => fileProvenance(context, { source: 'bdpm', table });
  return {
    page: specialityFrame(context, answer, { availability, safety }),
    name: unbroken(answer.name),
    code: words.cis(answer.cis),
    lead: specialityLead(language, answer),
    atcCode: answer.atc && atcLink(answer.atc),
    majorInterest: answer.majorInterest,
    surveillance: answer.identity.surveillance,
    warning: warning(language, answer),
    links: links(language, answer),
    contents: SECTIONS.map(([id, name]) => ({ id, label: words.sections[name] })),
    essentials: essentials(context, answer, { availability, safety }),
    availability: { ...availability, title: words.availability.title(availability.supply) },
    substances: substances(language, answer),
    substancesFold: answer.substances.length > SUBSTANCES_OPEN ? words.reports.fold(answer.substances.length) : '',
    ...reports(context, answer),
    safety,
    errors: medicationErrorsModel(context, answer.medicationErrors),
    conditions: conditions(context, answer),
    packs: packsModel(language, answer.presentations),
    packsProvenance: bdpm('CIS_CIP_bdpm'),
    composition: compositionModel(language, answer),
    compositionProvenance: { ...bdpm('CIS_COMPO_bdpm'), method: '/methodologie#substances' },
    group: genericGroupModel(context, answer),
    opinions: opinionsModel(context, answer),
    exposure: answer.exposure && exposureModel(context, answer.exposure),
    exposureNote: answer.exposure === null ? missingExposure(context, 'speciality') : '',
    atc: atcModel(context, answer),
    identity: identityFacts(language, answer),
    identityProvenance: bdpm('CIS_bdpm'),
  };
}

function reports(
  context: Context,
  { substances: cited }: SpecialityAnswer,
): Pick<SpecialityPage, 'reportsNote' | 'reactionsProvenance'> {
  const { declarations } = context.release.periods;
  const { speciality, declarations: shared } = context.language.texts;
  if (declarations === null) return { reportsNote: shared.missing.notLoaded, reactionsProvenance: null };
  if (cited.length === 0) return { reportsNote: speciality.reports.none, reactionsProvenance: null };
  return { reportsNote: '', reactionsProvenance: provenance(context, 'declarations', { declarations }) };
}

/** What the base says of a medicine besides its availability. */
function warning(language: Language, { identity }: SpecialityAnswer): Label | null {
  const { bdpmStatus } = identity;
  if (bdpmStatus === null || bdpmStatus === SUPPLY_WARNING) return null;
  return bdpmStatus === ALERT ? { label: language.texts.speciality.alert } : inSource(language, bdpmStatus);
}

function links(language: Language, { links: given }: SpecialityAnswer): SpecialityPage['links'] {
  return given.map(({ rel, href, label }) => ({
    href,
    ...(rel === 'describedby' ? { label: language.texts.speciality.official } : inSource(language, label)),
  }));
}

function substances(language: Language, answer: SpecialityAnswer): SubstanceRow[] {
  return answer.substances.map(({ code, name, cases, specialityCount }) => ({
    name,
    href: `/substances/${code}`,
    cases: countCell(cases, language),
    specialities: language.format.wholeNumber(specialityCount),
  }));
}

function conditions(context: Context, { prescriptionConditions, available }: SpecialityAnswer): Part<string> {
  const { many, none } = context.language.texts.speciality.prescription;
  return part(context, prescriptionConditions, {
    known: available.prescriptionConditions,
    open: CONDITIONS_OPEN,
    many,
    none,
    origin: { source: 'bdpm', table: 'CIS_CPD_bdpm' },
  });
}

function identityFacts(language: Language, answer: SpecialityAnswer): Fact[] {
  const { cis, identity, majorInterest, available } = answer;
  const { identity: words, yes, no } = language.texts.speciality;
  return known([
    [words.cis, cis],
    [words.holders(identity.holders.length), identity.holders.join(', ')],
    [words.form, identity.form && inSource(language, identity.form)],
    [words.routes(identity.routes.length), publishedList(language, identity.routes)],
    [words.status, identity.status && published(language, identity.status)],
    [words.procedure, identity.procedure && published(language, identity.procedure)],
    [words.since, identity.date && language.format.dayInWords(identity.date)],
    [words.marketing, identity.marketing && published(language, identity.marketing)],
    [words.europeanNumber, identity.europeanNumber],
    [words.majorInterest, available.majorInterest ? (majorInterest ? yes : no) : null],
  ]);
}
