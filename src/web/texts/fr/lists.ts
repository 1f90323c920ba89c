import { type Years, yearSpan } from '../format.js';
import { counted, wholeNumber } from './format.js';

/** What a list is narrowed to, in words; absent or null: not by that. */
export interface ListFilters {
  q?: string | undefined;
  letter?: string | undefined;
  /** Code and label of an ATC class. */
  atc?: string | null;
  /** Name of a substance. */
  substance?: string | null;
}

/** « contenant X de la classe ATC N02 pour « a » en B », with a space before. */
function narrowed({ substance, atc, q, letter }: ListFilters): string {
  return [
    substance ? ` contenant ${substance}` : '',
    atc ? ` de la classe ATC ${atc}` : '',
    q === undefined ? '' : ` pour « ${q} »`,
    letter === undefined ? '' : ` en ${letter}`,
  ].join('');
}

/** The lists of substances and of medicines. */
export const lists = {
  substances: {
    heading: 'Substances actives',
    crumb: 'Substances',
    title: (filters: ListFilters): string => `Substances actives${narrowed(filters)}`,
    description: (n: number, filters: ListFilters): string =>
      `${counted(n, 'substance active', 'substances actives')}${narrowed(filters)} : déclarations d’effets indésirables suspectés et patients traités.`,
    count: (n: number, filters: ListFilters): string => `${counted(n, 'substance')}${narrowed(filters)}`,
    none: 'Aucune substance ici.',
    all: 'Voir toutes les substances',
    whole: 'Toutes les substances (CSV)',
  },
  specialities: {
    heading: 'Médicaments',
    crumb: 'Médicaments',
    title: (filters: ListFilters): string => `Médicaments${narrowed(filters)}`,
    description: (n: number, filters: ListFilters): string =>
      `${counted(n, 'médicament')}${narrowed(filters)} : composition, présentations, patients traités et déclarations par substance.`,
    count: (n: number, filters: ListFilters): string => `${counted(n, 'médicament')}${narrowed(filters)}`,
    none: 'Aucun médicament ici.',
    all: 'Voir tous les médicaments',
    whole: 'Tous les médicaments (CSV)',
  },
  filter: {
    name: 'Nom',
    atc: 'Classe ATC',
    anyAtc: 'Toutes',
    submit: 'Filtrer',
    set: 'Filtres',
    setName: (q: string): string => `Nom : ${q}`,
    setLetter: (letter: string): string => `Première lettre : ${letter}`,
    setAtc: (words: string): string => `Classe ${words}`,
    setSubstance: (name: string): string => `Contient ${name}`,
    clearOne: 'retirer ce filtre',
    clear: 'Tout effacer',
    classPage: (words: string): string => `La classe ${words}`,
    substancePage: (name: string): string => `La substance ${name}`,
    classes: 'Parcourir les classes ATC',
  },
  columns: {
    substance: 'Substance',
    cases: (period: Years | null): string => (period === null ? 'Déclarations' : `Déclarations ${yearSpan(period)}`),
    patients: 'Patients traités par an',
    specialities: 'Médicaments',
    byName: 'trier par nom',
    byCases: 'trier par nombre de déclarations',
  },
  patientsNote:
    'Patients traités par an, en ville : moyenne arrondie ; un tiret où aucun remboursement en ville n’est connu.',
  range: (from: number, to: number, total: number): string =>
    `${wholeNumber(from)} à ${wholeNumber(to)} sur ${wholeNumber(total)}`,
  beyond: 'Cette page est après la fin de la liste.',
  first: 'Revenir à la première page',
  searchAll: (q: string): string => `Chercher « ${q} » partout`,
};
