import type { SubstanceAnswer } from '../../queries/answers.js';
import { aboutOf, counted, duringYears, percentage } from '../format.js';
import type { AdverseReactions, Exposure, Population } from './context.js';
import { POPULATION_WORDS } from './populations.js';

/** A piece of a sentence; `strong` ones carry the answer. */
export interface Segment {
  text: string;
  strong: boolean;
}
export const plain = (text: string): Segment => ({ text, strong: false });
export const strong = (text: string): Segment => ({ text, strong: true });

/** The sentence that answers first: how many declarations, for how many treated patients. */
export function substanceLead(answer: SubstanceAnswer, population: Population): Segment[] {
  const { adverseReactions: reactions, exposure } = answer;
  if (reactions === null) return withoutDeclarations(exposure);
  // « masqué pour environ … » would say something else
  const hidden = reactions.cases.count === null;
  return [...declarations(reactions, population), ...(hidden ? [] : patients(exposure, population)), plain('.')];
}

function withoutDeclarations(exposure: Exposure | null): Segment[] {
  const missing = plain(
    'Les déclarations d’effets indésirables ne sont pas disponibles dans cette version des données.',
  );
  if (exposure === null) return [missing];
  const treated = strong(aboutOf(exposure.annualAverage, 'patients traités'));
  return [missing, plain(' Environ '), treated, plain(' par an en ville.')];
}

function declarations(reactions: AdverseReactions, population: Population): Segment[] {
  const { count, suppressed } = reactions.cases;
  const years = duringYears(reactions.period);
  const among = population === 'all' ? '' : ` ${POPULATION_WORDS[population].among}`;
  const what = 'd’effets indésirables suspectés';
  if (suppressed || count === null)
    return [plain(`${years}, le nombre de déclarations ${what} citant cette substance${among} est `), strong('masqué')];
  if (count === 0)
    return [plain(`${years}, `), strong('aucune déclaration'), plain(` ${what} ne cite cette substance${among}`)];
  const verb = count < 2 ? 'cite' : 'citent';
  return [
    plain(`${years}, `),
    strong(counted(count, 'déclaration')),
    plain(` ${what} ${verb} cette substance${among}`),
  ];
}

function patients(exposure: Exposure | null, population: Population): Segment[] {
  if (exposure === null) return [];
  if (population === 'all')
    return [
      plain(', pour environ '),
      strong(aboutOf(exposure.annualAverage, 'patients traités')),
      plain(' par an en ville'),
    ];
  const share = shareOf(exposure, population);
  return share === null
    ? []
    : [plain(' ; ce groupe réunit '), strong(percentage(share)), plain(' des patients traités en ville')];
}

/** Share of the population among the treated patients, 0 to 100; null when it is not known. */
export function shareOf(exposure: Exposure, population: Population): number | null {
  return [...exposure.bySex, ...exposure.byAgeGroup].find((group) => group.key === population)?.percent ?? null;
}
