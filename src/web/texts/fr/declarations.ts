import type { Population } from '../../../queries/answers.js';
import { type Years, yearSpan } from '../format.js';
import { counted, duringYears, percentage, wholeNumber } from './format.js';
import { POPULATIONS, ROW_LABELS } from './report-labels.js';

const SUSPECTED = 'd’effets indésirables suspectés';
/** « , chez les femmes »; nothing for the whole. */
const commaAmong = (population: Population): string =>
  population === 'all' ? '' : `, ${POPULATIONS[population].among}`;

/** What is said of declarations, of a substance or of all together, and on the page of all. */
export const declarations = {
  populations: POPULATIONS,
  labels: ROW_LABELS,
  /** A pair of a sex and an age of which one or both are not known. */
  pair(sex: 'female' | 'male' | 'unknown', age: '0-19' | '20-59' | '60+' | 'unknown'): string {
    if (sex === 'unknown' && age === 'unknown') return 'Sexe et âge non renseignés';
    const sexName = sex === 'unknown' ? 'Sexe non renseigné' : POPULATIONS[sex].name;
    return `${sexName}, ${age === 'unknown' ? 'âge non renseigné' : POPULATIONS[age].name}`;
  },
  reports: 'Déclarations',
  /** With a place where it may be broken. */
  reportsNarrow: 'Décla\u00adrations',
  group: 'Groupe',
  year: 'Année',
  reported: (count: number): string => counted(count, 'déclaration'),
  caution: 'Une déclaration est un soupçon, pas une preuve.',

  /** Name of the link that a heading has to itself. */
  linkTo: 'Lien vers cette partie : ',
  /** Names of the sections, in the contents. */
  contents: {
    essentials: 'L’essentiel',
    people: 'Qui est concerné',
    years: 'Au fil des ans',
    seriousness: 'Gravité',
    effects: 'Quels effets',
    reporters: 'Qui déclare',
  },
  essentials: (population: Population): string => `L’essentiel${commaAmong(population)}`,
  missing: {
    notLoaded:
      'Cette version des données ne contient pas les déclarations d’effets indésirables : la source BNPV n’a pas été chargée.',
    masked: 'Le nombre de déclarations est masqué, et leur détail avec lui, pour que personne ne puisse être reconnu.',
    none: 'Aucune déclaration, donc aucun détail. L’absence de déclaration ne prouve pas l’absence d’effet.',
    notAvailable: 'Les déclarations d’effets indésirables ne sont pas disponibles dans cette version des données.',
  },

  keys: {
    cases: (period: Years): string => `Déclarations, ${yearSpan(period)}`,
    latest: (count: number, year: string): string => `dont ${wholeNumber(count)} en ${year}`,
    patients: (population: Population): string =>
      `Patients traités par an, en ville${population === 'all' ? '' : ', toutes populations'}`,
    use: (level: string): string => `utilisation ${level}`,
    share: (percent: number): string => `dont ${percentage(percent)} dans ce groupe`,
    rate: (period: Years): string => `Taux de notification, ${yearSpan(period)}`,
    rateUnit: (interval: string): string => `pour 100 000 patients traités et par an (intervalle à 95 % : ${interval})`,
    serious: 'Déclarations graves',
    reporter: (label: string): string => `Déclarées par : ${label}`,
    reporterNote: (count: number): string => `premier type de déclarant, ${counted(count, 'déclaration')}`,
  },
  rate: {
    interval: (low: string, high: string): string => `${low} à ${high}`,
    caution:
      'Ce taux mesure combien on déclare, non la fréquence de l’effet : toutes les réactions ne sont pas déclarées, et Open Medic laisse de côté l’hôpital et les ventes sans ordonnance.',
    short: 'Un taux de notification n’est pas une fréquence : il mesure combien on déclare.',
    read: 'Lire ce taux',
    heading: 'Taux',
    range: '[intervalle]',
  },

  people: {
    bySex: 'Selon le sexe',
    byAge: 'Selon l’âge',
    byBoth: 'Selon le sexe et l’âge',
    /** « Déclarations et patients traités selon le sexe et l’âge ». */
    measure(hasRates: boolean, by: readonly ('sex' | 'age')[]): string {
      const words = by.map((dimension) => (dimension === 'sex' ? 'le sexe' : 'l’âge'));
      return `Déclarations${hasRates ? ' et patients traités' : ''} selon ${words.join(' et ')}`;
    },
    highest: (groups: readonly Population[]): string =>
      `Taux de notification plus élevé ${groups.map((group) => POPULATIONS[group].among).join(', et ')}`,
    casesKey: 'part des déclarations',
    patientsKey: 'part des patients traités',
    rateKey: 'taux de notification pour 100 000 patients traités et par an, avec son intervalle de confiance à 95 %',
    share: 'part',
    patients: 'Patients',
  },
  pyramid: {
    title: 'Pyramide des âges des déclarations',
    age: 'Âge',
    unknownSex: 'Sexe non renseigné',
  },
  years: {
    byYear: 'Déclarations par année',
    ends: (before: number, from: string, after: number, to: string): string =>
      `De ${counted(before, 'déclaration').replace('\u00a0', ' ')} en ${from} à ${wholeNumber(after)} en ${to}`,
    patients: 'Patients traités en ville, les mêmes années',
    patientsNote: 'À lire sous la courbe précédente : une hausse des déclarations peut suivre une hausse de l’usage.',
    rates: 'Taux de notification par année',
    ratesNote:
      'Pour 100 000 patients traités, avec son intervalle de confiance à 95 %. Un tiret : l’une des deux sources ne couvre pas l’année, ou le taux est masqué.',
    ratesCaption: 'Déclarations, patients traités et taux de notification par année',
    note: 'Année où la déclaration a été reçue. Une hausse peut venir d’un usage plus large, d’une alerte ou d’une façon plus simple de déclarer.',
  },
  seriousness: {
    title: 'Gravité des déclarations',
    share: (percent: number): string => `${percentage(percent)} des déclarations sont graves`,
    key: 'Grave',
    meaning:
      ' a un sens réglementaire : décès, mise en jeu du pronostic vital, hospitalisation, incapacité, anomalie congénitale, ou autre situation jugée grave par un médecin. Les effets graves sont plus souvent déclarés que les autres.',
    heading: 'Gravité',
    caption: 'Déclarations selon la gravité',
    criterion: 'Critère',
    criteria: 'Critères de gravité ; une déclaration peut en avoir plusieurs',
  },
  effects: {
    title: 'Déclarations par système d’organes',
    note: 'Une déclaration compte une fois dans chaque système d’organes qu’elle touche : ensemble, les parts dépassent donc 100 %. Ouvrir une ligne montre les types d’effets.',
    organClass: 'Système d’organes',
    term: 'Type d’effet',
    terms: (organClass: string): string => `Types d’effets : ${organClass}`,
    reports: ' déclarations, ',
    noneStart: 'Aucune déclaration',
  },
  reporters: {
    title: 'Déclarations par type de déclarant',
    note: 'Qui a déclaré : un professionnel de santé, un patient, un proche.',
    heading: 'Déclarant',
  },

  /** The page of all declarations. */
  page: {
    crumb: 'Déclarations',
    heading: 'Toutes les déclarations',
    about: 'Effets indésirables suspectés, tous médicaments réunis, chaque déclaration comptée une fois',
    title(population: Population, found: { count: number; period: Years } | null): string {
      const all = `Toutes les déclarations d’effets indésirables${commaAmong(population)}`;
      return found === null ? all : `${all} : ${wholeNumber(found.count)} (${yearSpan(found.period)})`;
    },
    /** `**`: what carries the answer. @param count null: hidden */
    lead(period: Years, count: number | null, population: Population): string {
      const where = `${SUSPECTED}, tous médicaments réunis${commaAmong(population)}`;
      const years = duringYears(period);
      if (count === null) return `${years}, le nombre de déclarations ${where}, est **masqué**.`;
      if (count === 0) return `${years}, **aucune déclaration** ${where}, n’a été reçue.`;
      return `${years}, la France a compté **${counted(count, 'déclaration')}** ${where}.`;
    },
    /** Source: counting.md, Notification rate. */
    noRate:
      'Pas de taux de notification ici : une personne qui prend plusieurs médicaments est comptée une fois pour chacun, et la somme des patients traités de tous les médicaments n’est donc pas un nombre de personnes. Les taux se lisent substance par substance.',
    choose: 'Choisir une substance',
  },
};
