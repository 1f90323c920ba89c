import { type Years, yearSpan } from '../format.js';
import { counted, listed, rateNumber } from './format.js';

interface Answered {
  name: string;
  /** null: hidden, or not known. */
  count: number | null;
  rate: number | null;
}

/** The page that sets substances side by side. */
export const compare = {
  crumb: 'Comparer',
  start: {
    title: 'Comparer des substances',
    description:
      'Deux à quatre substances côte à côte : taux de notification, gravité, sexe, âge, années, déclarants et systèmes d’organes des effets indésirables déclarés.',
    lead: 'Deux à quatre substances côte à côte, sur les mêmes échelles : des parts et des taux, plutôt que des nombres qui diraient surtout laquelle est la plus utilisée.',
    one: 'Ajoutez une deuxième substance pour comparer.',
  },
  title: (names: readonly string[]): string => `${listed(names)} : déclarations comparées`,
  heading: (names: readonly string[]): string => `Comparer ${listed(names)}`,
  description: (answered: readonly Answered[]): string =>
    answered
      .map(({ name, count, rate }) => {
        const cases = count === null ? 'nombre de déclarations masqué' : counted(count, 'déclaration');
        return `${name} : ${cases}${rate === null ? '' : `, ${rateNumber(rate)} pour 100 000 patients traités et par an`}. `;
      })
      .join(''),
  caution: {
    strong: 'Comparer des déclarations n’est pas comparer des risques.',
    text: ' Deux substances n’ont ni les mêmes usages ni les mêmes patients ; une substance récente, surveillée de près ou dont parlent les médias est davantage déclarée. Une différence peut venir de tout cela : elle ne dit pas quel médicament est le plus sûr.',
  },
  choice: {
    title: 'Substances à comparer',
    chosen: 'Substances comparées',
    remove: (name: string): string => `Retirer ${name} de la comparaison`,
    first: 'Première substance',
    second: 'Deuxième substance',
    another: 'Ajouter une substance',
    help: 'Un nom de substance ou de médicament, même mal orthographié, ou un code.',
    compare: 'Comparer',
    add: 'Ajouter',
    several: (text: string): string => `Plusieurs substances répondent à « ${text} » ; laquelle comparer ?`,
    unknown: (code: string): string => `Aucune substance n’a le code « ${code} » dans cette version des données.`,
    nothing: (text: string): string =>
      `Rien ne ressemble à « ${text} » : vérifiez l’orthographe, ou n’écrivez que le début du nom.`,
    repeated: (names: string): string => `Demandée plus d’une fois, et montrée une seule : ${names}.`,
    beyond: (names: string, count: number): string =>
      `Quatre substances au plus se comparent à la fois : ${names} ${count < 2 ? 'n’est pas montrée' : 'ne sont pas montrées'}.`,
  },
  columns: {
    share: 'part',
    number: 'nombre',
    rate: 'taux',
    group: 'Groupe',
    substance: 'Substance',
    cases: 'Déclarations',
    patients: 'Patients traités',
  },
  substances: 'Les substances',
  rates: {
    title: 'Taux de notification',
    caption: (period: Years | null): string =>
      `Déclarations pour 100 000 patients traités et par an${period === null ? '' : `, ${yearSpan(period)}`} : le point est le taux, le trait son intervalle à 95 % ; les patients de chaque année s’additionnent`,
    missing:
      'Un tiret : pas de taux, car les patients traités ne sont pas connus, ou une partie des déclarations est masquée.',
  },
  seriousness: {
    title: 'Part des déclarations graves',
    note: 'Parmi les déclarations de chaque substance. Les effets graves sont plus souvent déclarés que les autres, et plus encore pour certains médicaments.',
    caption: 'Part des déclarations de chaque substance selon leur gravité',
    level: 'Gravité',
    criteria: 'Critères, plusieurs possibles',
  },
  people: {
    title: 'Sexe et âge',
    note: (hasPatients: boolean): string =>
      hasPatients
        ? 'Parts parmi les déclarations et parmi les patients traités de chaque substance : là où la première dépasse nettement la seconde, on déclare plus souvent pour ce groupe.'
        : 'Parts parmi les déclarations de chaque substance.',
    caption: (hasPatients: boolean): string =>
      `Parts de chaque groupe parmi les déclarations${hasPatients ? ' et parmi les patients traités' : ''} de chaque substance`,
    cases: 'Déclarations',
    patients: 'Patients traités',
    unknownSex: 'Sexe non renseigné',
    unknownAge: 'Âge non renseigné',
  },
  years: {
    title: (areRates: boolean): string =>
      areRates ? 'Taux de notification de chaque année' : 'Répartition des déclarations par année',
    note: (areRates: boolean): string =>
      areRates
        ? 'Déclarations pour 100 000 patients traités, à la même échelle : les nombres eux-mêmes diraient surtout quelle substance est la plus utilisée. Le trait vertical est l’intervalle à 95 %. Les années sans nombre de patients traités n’ont pas de point ; le tableau donne leurs déclarations.'
        : 'Part des déclarations de chaque substance reçues chaque année, à la même échelle. Sans nombre de patients traités il n’y a pas de taux, et les nombres eux-mêmes diraient surtout quelle substance est la plus utilisée.',
    caption: (areRates: boolean): string =>
      areRates
        ? 'Déclarations pour 100 000 patients traités, par année, et nombre de déclarations'
        : 'Part des déclarations de chaque substance par année, et nombre de déclarations',
    year: 'Année',
    nothing: (name: string): string => `${name} : aucune année à montrer`,
    summary: (name: string, first: { year: string; text: string }, last: { year: string; text: string }): string =>
      first.year === last.year
        ? `${name} : ${first.text} en ${first.year}`
        : `${name} : de ${first.text} en ${first.year} à ${last.text} en ${last.year}`,
  },
  organClasses: {
    title: 'Systèmes d’organes',
    note: 'Part des déclarations de chaque substance qui touchent chaque système ; une déclaration peut en toucher plusieurs. Par ordre alphabétique : les premiers systèmes de chaque substance, puis les autres.',
    caption: 'Part des déclarations par système d’organes, les premiers de chaque substance',
    otherCaption: 'Part des déclarations par système d’organes, les autres',
    heading: 'Système d’organes',
    others: (count: number): string => `Voir les ${count} autres systèmes d’organes`,
  },
  reporters: {
    title: 'Qui déclare',
    note: 'Cela dépend d’abord de l’endroit où un médicament est prescrit, délivré et pris.',
    caption: 'Part des déclarations de chaque substance par type de déclarant',
    heading: 'Déclarant',
  },
};
