import type { SpecialityAnswer } from '../../queries/answers.js';
import { aboutOf, dayInWords, unbroken } from '../format.js';
import { type AtcLink, atcLink, atcModel } from './atc.js';
import { type Context, type PageModel, type Provenance, pageModel, provenance } from './context.js';
import { type ExposureModel, exposureModel, missingExposure } from './exposure.js';
import { type Part, fileProvenance, part } from './parts.js';
import { type AvailabilityModel, availabilityModel, historyTitle } from './speciality-availability.js';
import { type CompositionModel, type PacksModel, compositionModel, known, packsModel } from './speciality-contents.js';
import { type MedicationErrorsModel, medicationErrorsModel } from './speciality-errors.js';
import { essentials, specialityLead } from './speciality-essentials.js';
import { type GenericGroupModel, genericGroupModel } from './speciality-group.js';
import { type OpinionsModel, type SafetyModel, opinionsModel, safetyModel } from './speciality-opinions.js';
import { type SubstanceRow, substanceRow } from './substance-list.js';

export interface SpecialityPage {
  page: PageModel;
  name: string;
  cis: string;
  lead: string;
  atcCode: AtcLink | null;
  majorInterest: boolean;
  surveillance: boolean;
  /** « Alerte », « Warning disponibilité » in words; empty: none. */
  warning: string;
  links: { href: string; label: string }[];
  contents: { id: string; label: string }[];
  essentials: ReturnType<typeof essentials>;
  availability: AvailabilityModel & { historyTitle: string };
  /** The state of the supply, as the title of its section goes on. */
  supply: string;
  substances: SubstanceRow[];
  /** What opens the table of substances; empty when it is short enough to stand open. */
  substancesFold: string;
  reactionsProvenance: Provenance;
  safety: SafetyModel;
  errors: MedicationErrorsModel;
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
  identity: { term: string; value: string }[];
  identityProvenance: Provenance;
}

const WARNINGS: Record<string, string> = {
  Alerte: 'Ce médicament fait l’objet d’une alerte dans la base de données publique des médicaments.',
  'Warning disponibilité':
    'La base de données publique des médicaments signale une difficulté de disponibilité pour ce médicament.',
};
const CONTENTS = [
  { id: 'disponibilite', label: 'Disponibilité' },
  { id: 'declarations', label: 'Déclarations' },
  { id: 'securite', label: 'Sécurité' },
  { id: 'erreurs', label: 'Erreurs' },
  { id: 'prescription', label: 'Prescription' },
  { id: 'presentations', label: 'Boîtes et prix' },
  { id: 'composition', label: 'Composition' },
  { id: 'generiques', label: 'Génériques' },
  { id: 'avis', label: 'Avis de la HAS' },
  { id: 'utilisation', label: 'Patients traités' },
  { id: 'classe', label: 'Classe ATC' },
  { id: 'identite', label: 'Autorisation' },
];
const CONDITIONS_OPEN = 6;
const SUBSTANCES_OPEN = 8;

/** The page of a medicine: what it is, whether it can be had, what is declared, then all that is known. */
export function presentSpeciality(context: Context, answer: SpecialityAnswer): SpecialityPage {
  const lead = specialityLead(answer);
  const availability = availabilityModel(context, answer);
  const safety = safetyModel(context, answer);
  const status = answer.identity.bdpmStatus;
  const bdpm = (table: string): Provenance => fileProvenance(context, { source: 'bdpm', table });
  return {
    page: specialityFrame(context, answer, availability),
    name: unbroken(answer.name),
    cis: answer.cis,
    lead,
    atcCode: answer.atc && atcLink(answer.atc),
    majorInterest: answer.majorInterest,
    surveillance: answer.identity.surveillance,
    warning: status === null ? '' : (WARNINGS[status] ?? status),
    links: answer.links.map(({ href, label }) => ({ href, label })),
    contents: CONTENTS,
    essentials: essentials(context, answer, { availability, safety }),
    availability: { ...availability, historyTitle: historyTitle(answer.shortages) },
    supply: supplyWords(availability),
    substances: answer.substances.map(substanceRow),
    substancesFold:
      answer.substances.length > SUBSTANCES_OPEN ? `Voir les ${String(answer.substances.length)} substances` : '',
    reactionsProvenance: provenance(context, 'declarations', { declarations: context.release.periods.declarations }),
    safety,
    errors: medicationErrorsModel(context, answer.medicationErrors),
    conditions: conditions(context, answer),
    packs: packsModel(answer.presentations),
    packsProvenance: bdpm('CIS_CIP_bdpm'),
    composition: compositionModel(answer),
    compositionProvenance: { ...bdpm('CIS_COMPO_bdpm'), method: '/methodologie#substances' },
    group: genericGroupModel(context, answer),
    opinions: opinionsModel(context, answer),
    exposure: answer.exposure && exposureModel(context, answer.exposure),
    exposureNote: answer.exposure === null ? missingExposure(context, 'médicament') : '',
    atc: atcModel(context, answer),
    identity: identityFacts(answer),
    identityProvenance: bdpm('CIS_bdpm'),
  };
}

function specialityFrame(context: Context, answer: SpecialityAnswer, availability: AvailabilityModel): PageModel {
  const supply = supplyWords(availability);
  const what = 'composition, prix, effets déclarés';
  const treated =
    answer.exposure === null
      ? ''
      : ` Environ ${aboutOf(answer.exposure.annualAverage, 'patients traités')} par an en ville.`;
  return pageModel(context, {
    title: availability.difficult ? `${answer.name} : ${supply}, ${what}` : `${answer.name} : ${what}`,
    description: `${specialityLead(answer)} Disponibilité : ${supply}.${treated}`,
    path: `/specialites/${answer.cis}`,
    crumbs: [
      { label: 'Accueil', href: '/' },
      { label: 'Médicaments', href: '/specialites' },
      { label: answer.name, href: null },
    ],
  });
}

/** « rupture de stock depuis le 3 mai 2026 ». */
function supplyWords({ state, since }: AvailabilityModel): string {
  const words = `${state.charAt(0).toLowerCase()}${state.slice(1)}`;
  return since === '' ? words : `${words} ${since}`;
}

function conditions(context: Context, { prescriptionConditions, available }: SpecialityAnswer): Part<string> {
  return part(context, prescriptionConditions, {
    known: available.prescriptionConditions,
    open: CONDITIONS_OPEN,
    many: 'conditions',
    none: 'Aucune condition de prescription ou de délivrance n’est publiée : ce médicament peut être obtenu sans ordonnance, ou la base ne le dit pas.',
    origin: { source: 'bdpm', table: 'CIS_CPD_bdpm' },
  });
}

function identityFacts({ cis, identity, majorInterest, available }: SpecialityAnswer): SpecialityPage['identity'] {
  return known([
    ['Code CIS', cis],
    [
      identity.holders.length > 1 ? 'Titulaires de l’autorisation' : 'Titulaire de l’autorisation',
      identity.holders.join(', '),
    ],
    ['Forme pharmaceutique', identity.form],
    [identity.routes.length > 1 ? 'Voies d’administration' : 'Voie d’administration', identity.routes.join(', ')],
    ['Autorisation (AMM)', identity.status],
    ['Procédure', identity.procedure],
    ['Autorisé depuis', identity.date && dayInWords(identity.date)],
    ['Commercialisation', identity.marketing],
    ['Numéro européen', identity.europeanNumber],
    ['Intérêt thérapeutique majeur (MITM)', available.majorInterest ? (majorInterest ? 'oui' : 'non') : null],
  ]);
}
