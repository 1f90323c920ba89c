import type { SubstanceAnswer } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
import type { Exposure, Population } from './context.js';

/** A piece of a sentence; `strong` ones carry the answer. */
export interface Segment {
  text: string;
  strong: boolean;
}

/** A sentence of the catalogue, which has `**` around what carries the answer. */
export function segments(sentence: string): Segment[] {
  return sentence
    .split('**')
    .map((text, index) => ({ text, strong: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The sentence that answers first: how many declarations, for how many treated patients. */
export function substanceLead({ texts }: Language, answer: SubstanceAnswer, population: Population): Segment[] {
  const { adverseReactions: reactions, exposure } = answer;
  const { lead } = texts.substance;
  if (reactions === null) {
    const patients = exposure === null ? '' : lead.patientsAlone(exposure.annualAverage);
    return segments(texts.declarations.missing.notAvailable + patients);
  }
  const { count } = reactions.cases;
  // « masqué pour environ … » would say something else
  const patients = exposure === null || count === null ? '' : patientsOf(lead, exposure, population);
  return segments(`${lead.cases(reactions.period, count, population)}${patients}.`);
}

function patientsOf(lead: Language['texts']['substance']['lead'], exposure: Exposure, population: Population): string {
  if (population === 'all') return lead.patients(exposure.annualAverage);
  const share = shareOf(exposure, population);
  return share === null ? '' : lead.share(share);
}

/** Share of the population among the treated patients, 0 to 100; null when it is not known. */
export function shareOf(exposure: Exposure, population: Population): number | null {
  return [...exposure.bySex, ...exposure.byAgeGroup].find((group) => group.key === population)?.percent ?? null;
}
