import type { Population } from '../../../queries/answers.js';
import { type Years, yearSpan } from '../format.js';
import { aboutOf, counted, duringYears, percentage, wholeNumber } from './format.js';
import { POPULATIONS } from './report-labels.js';

const SUSPECTED = 'd’effets indésirables suspectés';

/** The page of a substance. In sentences, `**` stands around what carries the answer. */
export const substance = {
  crumb: 'Substances',
  code: (code: string): string => `Substance active, code ${code}`,
  codeHeading: 'Code',
  atcClass: 'Classe ATC',
  otherNames: 'Autres noms comptés avec elle',
  identity(classes: number, names: number): string {
    return ['Code', classes > 0 ? 'classes ATC' : '', names > 0 ? 'autres noms' : ''].filter(Boolean).join(', ');
  },
  json: 'Toutes ces données : JSON',
  compare: 'Comparer avec une autre substance',
  specialities: (count: number): string => `${wholeNumber(count)} médicament${count < 2 ? '' : 's'}`,
  title(name: string, population: Population, found: { count: number; period: Years } | null): string {
    const whose = population === 'all' ? name : `${name}, ${POPULATIONS[population].among}`;
    if (found === null) return `${whose} : effets indésirables suspectés`;
    const { count, period } = found;
    return `${whose} : ${wholeNumber(count)} ${count < 2 ? 'déclaration' : 'déclarations'} ${SUSPECTED} (${yearSpan(period)})`;
  },

  lead: {
    /** @param count null: hidden */
    cases(period: Years, count: number | null, population: Population): string {
      const years = duringYears(period);
      const among = population === 'all' ? '' : ` ${POPULATIONS[population].among}`;
      if (count === null)
        return `${years}, le nombre de déclarations ${SUSPECTED} citant cette substance${among} est **masqué**`;
      if (count === 0) return `${years}, **aucune déclaration** ${SUSPECTED} ne cite cette substance${among}`;
      return `${years}, **${counted(count, 'déclaration')}** ${SUSPECTED} ${count < 2 ? 'cite' : 'citent'} cette substance${among}`;
    },
    patients: (average: number): string => `, pour environ **${aboutOf(average, 'patients traités')}** par an en ville`,
    share: (percent: number): string => ` ; ce groupe réunit **${percentage(percent)}** des patients traités en ville`,
    patientsAlone: (average: number): string => ` Environ **${aboutOf(average, 'patients traités')}** par an en ville.`,
  },

  noRate: {
    masked: 'Pas de taux de notification : le nombre de déclarations est masqué.',
    noPatients: 'Pas de taux de notification : le nombre de patients traités n’est pas connu.',
    otherwise:
      'Pas de taux de notification : sur les années que les deux sources couvrent, les patients traités manquent ou les déclarations sont masquées.',
  },
  contents: { exposure: 'Patients traités', specialities: 'Médicaments', changes: 'Ce qui a changé' },
  specialitiesTitle: (count: number): string =>
    `${wholeNumber(count)} médicament${count < 2 ? '' : 's'} avec cette substance`,
  changes: {
    title: 'Ce qui a changé depuis la version précédente',
    first: 'Aucune version antérieure n’est conservée : il n’y a rien à comparer.',
    added: (day: string): string =>
      `La version précédente, du ${day}, n’avait pas cette substance sous ce code : il n’y a rien à comparer.`,
    caption: (before: string, now: string): string => `De la version du ${before} à celle du ${now}`,
    what: 'Mesure',
    before: (day: string): string => `Version du ${day}`,
    now: 'Cette version',
    change: 'Écart',
    cases: 'Déclarations',
    specialities: 'Médicaments',
    patients: 'Patients traités par an, en moyenne',
    same: 'aucun',
    difference: (change: number): string => `${change < 0 ? '−' : '+'}\u202f${wholeNumber(Math.abs(change))}`,
    little: (least: number): string => `moins de ${least}`,
    note: 'Un écart vient de déclarations nouvelles ou complétées, de médicaments ajoutés ou retirés, ou d’une source mise à jour. Quand il porte sur moins de déclarations que le seuil de masquage, il n’est pas détaillé.',
  },
  allSpecialities: (count: number): string => `Voir les ${wholeNumber(count)} médicaments`,
};
