import type { SpecialityAnswer } from '../../queries/answers.js';
import { aboutOf, dayInWords, euros, listed } from '../format.js';
import { type Context, type PageModel, type Provenance, pageModel, provenance } from './context.js';
import { type ExposureModel, exposureModel, missingExposure } from './exposure.js';
import { type SubstanceRow, substanceRow } from './substance-list.js';

interface CompositionRow {
  element: string;
  name: string;
  /** The page of the substance the row is counted under; empty: none. */
  href: string;
  dosage: string;
  nature: string;
}
interface PresentationModel {
  label: string;
  cip13: string;
  /** What is known, in order, each as « term: value ». */
  facts: { term: string; value: string }[];
}
export interface SpecialityPage {
  page: PageModel;
  name: string;
  cis: string;
  lead: string;
  surveillance: boolean;
  /** « Alerte », « Warning disponibilité » in words; empty: none. */
  warning: string;
  identity: { term: string; value: string }[];
  composition: CompositionRow[];
  presentations: PresentationModel[];
  substances: SubstanceRow[];
  exposure: ExposureModel | null;
  exposureNote: string;
  links: { href: string; label: string }[];
  provenance: Provenance;
  reactionsProvenance: Provenance;
}

const WARNINGS: Record<string, string> = {
  Alerte: 'Ce médicament fait l’objet d’une alerte dans la base de données publique des médicaments.',
  'Warning disponibilité':
    'La base de données publique des médicaments signale une difficulté de disponibilité pour ce médicament.',
};

export function presentSpeciality(context: Context, answer: SpecialityAnswer): SpecialityPage {
  const lead = specialityLead(answer);
  const status = answer.identity.bdpmStatus;
  return {
    page: pageModel(context, {
      title: `${answer.name} : composition, présentations, déclarations`,
      description: lead,
      path: `/specialites/${answer.cis}`,
      crumbs: [
        { label: 'Accueil', href: '/' },
        { label: 'Médicaments', href: '/specialites' },
        { label: answer.name, href: null },
      ],
    }),
    name: answer.name,
    cis: answer.cis,
    lead,
    surveillance: answer.identity.surveillance,
    warning: status === null ? '' : (WARNINGS[status] ?? status),
    identity: identityFacts(answer),
    composition: answer.composition.map(compositionRow),
    presentations: answer.presentations.map(presentationModel),
    substances: answer.substances.map(substanceRow),
    exposure: answer.exposure && exposureModel(context, answer.exposure),
    exposureNote: answer.exposure === null ? missingExposure(context, 'médicament') : '',
    links: answer.links.map(({ href, label }) => ({ href, label })),
    provenance: { ...provenance(context, 'substances', {}), sources: 'Base de données publique des médicaments' },
    reactionsProvenance: provenance(context, 'declarations', { declarations: context.release.periods.declarations }),
  };
}

function specialityLead(answer: SpecialityAnswer): string {
  const names = answer.substances.map((substance) => substance.name);
  const substance = names.length === 1 ? 'de la substance active' : 'des substances actives';
  const containing =
    names.length === 0
      ? 'Médicament sans substance active enregistrée'
      : `Médicament à base ${substance} ${listed(names)}`;
  const { marketing } = answer.identity;
  const sold = marketing === null ? '' : `, ${lowerFirst(marketing).replace(/ée$/, 'é')}`;
  const treated =
    answer.exposure === null
      ? ''
      : ` Environ ${aboutOf(answer.exposure.annualAverage, 'patients traités')} par an en ville.`;
  return `${containing}${sold}.${treated}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function identityFacts({ cis, identity }: SpecialityAnswer): { term: string; value: string }[] {
  return known([
    ['Code CIS', cis],
    ['Forme pharmaceutique', identity.form],
    [identity.routes.length > 1 ? 'Voies d’administration' : 'Voie d’administration', identity.routes.join(', ')],
    ['Autorisation', identity.status],
    ['Procédure', identity.procedure],
    ['Autorisé depuis', identity.date && dayInWords(identity.date)],
    ['Commercialisation', identity.marketing],
    [identity.holders.length > 1 ? 'Titulaires' : 'Titulaire', identity.holders.join(', ')],
    ['Numéro européen', identity.europeanNumber],
  ]);
}

function known(facts: [string, string | null][]): { term: string; value: string }[] {
  return facts.flatMap(([term, value]) => (value === null || value === '' ? [] : [{ term, value }]));
}

function compositionRow(row: SpecialityAnswer['composition'][number]): CompositionRow {
  const reference = row.dosageReference === null ? '' : ` pour ${row.dosageReference}`;
  return {
    element: row.element,
    name: row.name,
    href: row.substance === null ? '' : `/substances/${row.substance}`,
    dosage: row.dosage === null ? '' : `${row.dosage}${reference}`,
    nature: row.nature === 'SA' ? 'substance active' : 'fraction thérapeutique (la base du sel)',
  };
}

function presentationModel(pack: SpecialityAnswer['presentations'][number]): PresentationModel {
  const rates = pack.reimbursementRates.map((rate) => rate.replace(/\s*%$/, '\u202f%'));
  return {
    label: pack.label,
    cip13: pack.cip13,
    facts: known([
      ['Commercialisation', pack.marketing],
      ['Depuis le', pack.declarationDate && dayInWords(pack.declarationDate)],
      ['Statut', pack.status],
      ['Prix, honoraires compris', pack.price && euros(pack.price)],
      ['Prix sans honoraires', pack.priceWithoutFee && euros(pack.priceWithoutFee)],
      ['Honoraires de dispensation', pack.fee && euros(pack.fee)],
      ['Remboursement', listed(rates)],
      ['Conditions de remboursement', pack.reimbursementConditions],
      ['Agréé pour les hôpitaux', pack.hospitals === null ? null : pack.hospitals ? 'oui' : 'non'],
      ['Code CIP7', pack.cip7],
    ]),
  };
}
