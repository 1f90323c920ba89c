import type { ExposureLevel, GenericGroupAnswer } from '../../../queries/answers.js';
import type { Years } from '../format.js';
import { lowerFirst } from '../lower-first.js';
import { exposure } from './exposure.js';
import { about, aboutOf, counted, dayInWords, duringYears, euros, listed, wholeNumber } from './format.js';
import { availability, safety } from './speciality-supply.js';

type GenericType = GenericGroupAnswer['type'];

const kinds: Record<GenericType, string> = {
  reference: 'médicament de référence (princeps)',
  generic: 'générique',
  complementary_generic: 'générique, à un autre dosage (complémentarité posologique)',
  substitutable: 'générique substituable',
};
const roles: Record<GenericType, string> = {
  reference: 'Ce médicament est le médicament de référence, ou princeps,',
  generic: 'Ce médicament est un générique',
  complementary_generic: 'Ce médicament est un générique à un autre dosage (complémentarité posologique)',
  substitutable: 'Ce médicament est un générique substituable',
};
const progress: Readonly<Record<string, string>> = {
  I: 'I : progrès majeur',
  II: 'II : progrès important',
  III: 'III : progrès modéré',
  IV: 'IV : progrès mineur',
  V: 'V : pas de progrès',
};
const NAMED_IN_SENTENCE = 6;

function containing(names: readonly string[]): string {
  if (names.length === 0) return 'Médicament sans substance active enregistrée';
  if (names.length > NAMED_IN_SENTENCE)
    return `Médicament à base de ${String(names.length)} substances actives, dont ${listed(names.slice(0, 3))}`;
  return `Médicament à base ${names.length === 1 ? 'de la substance active' : 'des substances actives'} ${listed(names)}`;
}

function during(period: Years | null): string {
  return period === null ? 'Dans cette version' : duringYears(period);
}

/** Texts of the page of a medicine. */
export const speciality = {
  title: (name: string, answers: readonly string[]): string =>
    `${name} : ${answers.length === 0 ? 'composition, prix, effets déclarés' : answers.join(', ')}`,
  cis: (cis: string): string => `Médicament, code CIS ${cis}`,
  atcClass: 'Classe ATC',
  majorInterest: 'Médicament d’intérêt thérapeutique majeur',
  /** What a medicine is; `marketing` as published: « Commercialisée ». */
  lead(names: readonly string[], marketing: string | null): string {
    const sold = marketing === null ? '' : `, ${lowerFirst(marketing).replace(/ée$/, 'é')}`;
    return `${containing(names)}${sold}.`;
  },
  surveillance: {
    strong: '▼ Surveillance renforcée.',
    text: 'Ce médicament est suivi de près, souvent parce qu’il est récent : tout effet indésirable suspecté est à déclarer.',
  },
  alert: 'Ce médicament fait l’objet d’une alerte dans la base de données publique des médicaments.',
  official: 'Fiche, résumé des caractéristiques et notice : base de données publique des médicaments',
  fictitious: 'Médicament fictif : il n’a ni notice ni fiche officielle.',
  colon: ' : ',
  sections: {
    availability: 'Disponibilité',
    reports: 'Déclarations',
    safety: 'Sécurité',
    errors: 'Erreurs',
    prescription: 'Prescription',
    packs: 'Boîtes et prix',
    composition: 'Composition',
    generics: 'Génériques',
    opinions: 'Avis de la HAS',
    patients: 'Patients traités',
    atc: 'Classe ATC',
    identity: 'Autorisation',
  },
  availability,
  safety,
  reports: {
    title: 'Déclarations d’effets indésirables, par substance',
    intro:
      'Les déclarations sont comptées par substance, tous médicaments réunis, et non par marque. La page de la substance les détaille : qui, quand, quels effets, quelle gravité.',
    none: 'Aucune substance active n’est enregistrée pour ce médicament.',
    fold: (count: number): string => `Voir les ${wholeNumber(count)} substances`,
    caption: 'Déclarations d’effets indésirables suspectés, par substance de ce médicament',
    column: 'Déclarations',
    /** Of all substances of a medicine of several. */
    of: (years: string): string => `Déclarations, ${years}`,
    substances: (count: number): string => counted(count, 'substance'),
    apart: 'à lire une par une : leurs déclarations ne s’additionnent pas',
    citing: (name: string, years: string): string => `Déclarations citant ${name}, ${years}`,
    together: 'tous médicaments de cette substance réunis',
    short: (count: number, name: string): string => `${counted(count, 'déclaration')} citant ${name}`,
    sentence: (count: number, name: string, years: string): string =>
      `${counted(count, 'déclaration')} d’effets indésirables suspectés citant ${name}, ${years}.`,
  },
  patients: {
    label: 'Patients traités par an, en ville',
    value: (count: number): string => about(count),
    use: (level: ExposureLevel, years: string): string => `utilisation ${exposure.levels[level]}, ${years}`,
    sentence: (count: number): string => `Environ ${aboutOf(count, 'patients traités')} par an en ville.`,
    title: 'Patients traités',
    fold: 'Année par année, par sexe et par âge',
  },
  errors: {
    title: 'Erreurs médicamenteuses',
    counted: (count: number): string =>
      counted(count, 'erreur médicamenteuse déclarée', 'erreurs médicamenteuses déclarées'),
    missing: 'les déclarations d’erreurs médicamenteuses',
    masked:
      'Le nombre d’erreurs médicamenteuses déclarées est masqué, et leur détail avec lui, pour que personne ne puisse être reconnu.',
    none: (period: Years | null): string =>
      `${during(period)}, aucune erreur médicamenteuse déclarée n’a pu être rattachée à ce médicament. L’absence de déclaration ne prouve pas l’absence d’erreur.`,
    /** @param withEffect how many had one; null: masked */
    some(period: Years | null, count: number, withEffect: number | null): string {
      const were = counted(count, 'erreur médicamenteuse a été déclarée', 'erreurs médicamenteuses ont été déclarées');
      const effect = `, dont ${withEffect === 0 ? 'aucune' : wholeNumber(withEffect ?? 0)} avec effet indésirable`;
      return `${during(period)}, ${were} pour ce médicament${withEffect === null ? '' : effect}.`;
    },
    intro:
      'Une erreur médicamenteuse est un geste ou un oubli involontaire dans l’usage d’un médicament : mauvaise dose, mauvais patient, mauvaise voie… « Avec effet indésirable » : le patient en a souffert ; « sans effet » : l’erreur a été déclarée, mais n’en a causé aucun.',
    fold: 'Effets, étapes, nature et patients concernés',
    caption: 'Erreurs médicamenteuses déclarées',
    columns: { errors: 'Erreurs', count: 'Nombre', share: 'Part' },
    byEffect: 'Avec ou sans effet sur le patient',
    byStep: 'Étape où l’erreur a commencé',
    byNature: 'Nature de l’erreur',
    byPopulation: 'Patients concernés',
    nought: { strong: 'Aucune', number: '(0) :' },
    /** By key, in place of the French labels that the answers bring. */
    labels: {} as Readonly<Record<string, string>>,
  },
  prescription: {
    title: 'Prescription et délivrance',
    intro:
      'Ce qu’il faut pour obtenir ce médicament. « Liste I » et « liste II » : sur ordonnance ; la liste I ne peut être redonnée que si l’ordonnance le dit.',
    many: 'conditions',
    none: 'Aucune condition de prescription ou de délivrance n’est publiée : ce médicament peut être obtenu sans ordonnance, ou la base ne le dit pas.',
  },
  packs: {
    title: 'Boîtes, prix et remboursement',
    intro: 'Prix public, honoraires de dispensation du pharmacien compris.',
    none: 'Aucune présentation n’est enregistrée pour ce médicament.',
    many: 'présentations',
    noPrice: 'Prix libre ou non publié',
    price: (amount: string): string => euros(amount),
    rates: (rates: readonly string[]): string =>
      rates.length === 0 ? 'aucun remboursement publié' : `remboursée à ${listed(rates)}`,
    marketing: (words: string, day: string | null): string =>
      day === null ? lowerFirst(words) : `${lowerFirst(words)} le ${dayInWords(day)}`,
    fold: 'Codes et détail du prix',
    withoutFee: 'Prix sans honoraires',
    fee: 'Honoraires de dispensation',
    conditions: 'Conditions de remboursement',
    hospitals: 'Agréée pour les hôpitaux',
    status: 'Statut',
    cip13: 'Code CIP13',
    cip7: 'Code CIP7',
  },
  composition: {
    title: 'Composition',
    intro:
      'La substance est souvent un sel ; sa fraction thérapeutique est la base, la part qui agit. Les déclarations d’un sel sont comptées avec celles de sa base.',
    none: 'Composition non renseignée.',
    fold: (count: number): string => `Voir les ${wholeNumber(count)} composants`,
    substance: 'Substance',
    dosage: 'Dosage',
    acting: 'dont la part qui agit',
  },
  generics: {
    title: 'Groupe générique',
    sentence: (type: GenericType, label: string): string => `${roles[type]} du groupe «\u00a0${label}\u00a0».`,
    intro:
      'Les médicaments d’un groupe ont la même substance active, au même dosage et sous une forme équivalente : un pharmacien peut donner l’un pour l’autre.',
    kinds,
    own: '(ce médicament)',
    many: 'médicaments du groupe',
    none: 'Ce médicament n’appartient à aucun groupe générique du répertoire.',
  },
  opinions: {
    title: 'Avis de la Haute Autorité de santé (HAS)',
    smr: 'Service médical rendu (SMR)',
    smrIntro:
      'Ce que le médicament apporte aux malades, au vu de son efficacité, de ses risques et de la gravité de la maladie : important, modéré, faible ou insuffisant. Le remboursement en dépend.',
    asmr: 'Amélioration du service médical rendu (ASMR)',
    asmrIntro: 'Le progrès par rapport aux traitements qui existaient : de I (majeur) à V (aucun).',
    many: 'avis, plus anciens ou du même jour',
    none: {
      smr: 'La base de données publique des médicaments ne donne aucun avis de la HAS sur le SMR de ce médicament.',
      asmr: 'La base de données publique des médicaments ne donne aucun avis de la HAS sur l’ASMR de ce médicament.',
    },
    /** The grades of an ASMR. */
    progress,
    on: (day: string): string => `avis du ${dayInWords(day)}`,
    fold: 'Lire ce que dit l’avis',
    link: 'L’avis sur le site de la HAS',
  },
  atc: {
    title: 'Classe ATC',
    intro:
      'La classification ATC de l’Organisation mondiale de la santé range les médicaments par organe visé, puis par usage, jusqu’à la substance.',
    missing: 'le fichier CIS_MITM',
    none: 'Aucun code ATC n’est publié pour ce médicament : la base de données publique n’en donne qu’aux médicaments d’intérêt thérapeutique majeur.',
    inferred:
      'Ce code n’est pas publié pour ce médicament : il est repris des autres médicaments de son groupe générique, qui ont tous le même.',
  },
  identity: {
    title: 'Autorisation et identité',
    cis: 'Code CIS',
    holders: (count: number): string => (count > 1 ? 'Titulaires de l’autorisation' : 'Titulaire de l’autorisation'),
    form: 'Forme pharmaceutique',
    routes: (count: number): string => (count > 1 ? 'Voies d’administration' : 'Voie d’administration'),
    status: 'Autorisation (AMM)',
    procedure: 'Procédure',
    since: 'Autorisé depuis',
    marketing: 'Commercialisation',
    europeanNumber: 'Numéro européen',
    majorInterest: 'Intérêt thérapeutique majeur (MITM)',
  },
  yes: 'oui',
  no: 'non',
  /** What the base publishes from short lists, by what stands there, in place of it. */
  values: {} as Readonly<Record<string, string>>,
  former: {
    title: (name: string): string => `${name} : médicament retiré de la base publique`,
    lead: (lastSeen: string): string =>
      `Ce médicament n’est plus dans la base de données publique des médicaments. La dernière version des données qui l’avait a été publiée le ${dayInWords(lastSeen)}.`,
    why: 'Un médicament sort de la base quelque temps après la fin de son autorisation ou de sa commercialisation. Ce site ne garde rien d’autre de lui ; les déclarations de sa substance restent sur la page de celle-ci.',
    replaced: 'Ce qui le remplace',
    group:
      'Son groupe générique, aujourd’hui, réunit des médicaments qui ont la même substance active, au même dosage. Un pharmacien peut donner l’un pour l’autre.',
    many: 'médicaments du groupe',
    unknown: 'Aucun groupe générique ne dit ce qui le remplace. Un médecin ou un pharmacien peut vous le dire.',
    find: 'Chercher un médicament proche',
    specialities: 'Tous les médicaments',
    substances: 'Toutes les substances',
  },
};
