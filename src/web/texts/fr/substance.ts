import type { Population } from '../../../queries/answers.js';
import { type Years, yearSpan } from '../format.js';
import { aboutOf, counted, duringYears, percentage, wholeNumber } from './format.js';
import { POPULATIONS } from './report-labels.js';

const SUSPECTED = 'd’effets indésirables suspectés';

/** The page of a substance. In sentences, `**` stands around what carries the answer. */
export const substance = {
  crumb: 'Substances',
  code: (code: string): string => `Substance active, code ${code}`,
  atcClass: 'Classe ATC',
  atcClasses: 'classes ATC',
  otherNames: 'Autres noms comptés avec cette substance',
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
  contents: { exposure: 'Patients traités', specialities: 'Médicaments' },
  specialitiesTitle: (count: number): string =>
    `${wholeNumber(count)} médicament${count < 2 ? '' : 's'} avec cette substance`,
  allSpecialities: (count: number): string => `Voir les ${wholeNumber(count)} médicaments`,
};
