import type { SubstanceAnswer } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
import { type ComparisonRequest, MOST_COMPARED, comparisonAddress } from './compare-request.js';

/** A name that means several substances, or none. */
export interface OpenName {
  text: string;
  candidates: { code: string; name: string }[];
}
/** What is compared, and what of the address is not. */
export interface Compared {
  /** At most four, in the order of the address. */
  answers: SubstanceAnswer[];
  /** Codes that no substance has. */
  unknown: string[];
  /** Names of substances that were asked for more than once. */
  repeated: string[];
  /** Names of substances beyond the fourth. */
  beyond: string[];
  open: OpenName[];
}

/** How a comparison is put together: what stands in it, what does not, and what may come. */
export interface ChoiceModel {
  chosen: { name: string; remove: string; removeLabel: string }[];
  /** What of the address is not shown, one sentence each. */
  notices: string[];
  /** Names that several substances answer to. */
  open: { sentence: string; links: { name: string; href: string }[] }[];
  /** null when there is no room for another. */
  form: ChoiceForm | null;
}
interface ChoiceForm {
  fields: { id: string; label: string; value: string }[];
  /** What the address keeps. */
  kept: { name: string; value: string }[];
  button: string;
}

/** Pure: links and forms that keep the order, the population, and names that are still open. */
export function choiceModel(language: Language, request: ComparisonRequest, compared: Compared): ChoiceModel {
  const { population } = request;
  const texts = language.texts.compare.choice;
  const codes = compared.answers.map(({ code }) => code);
  const several = compared.open.filter(({ candidates }) => candidates.length > 0);
  const isFull = codes.length >= MOST_COMPARED;
  return {
    chosen: compared.answers.map(({ code, name }) => ({
      name,
      remove: comparisonAddress(
        codes.filter((other) => other !== code),
        population,
      ),
      removeLabel: texts.remove(name),
    })),
    notices: noticesOf(language, compared),
    open: (isFull ? [] : several).map((name) => ({
      sentence: texts.several(name.text),
      links: name.candidates.map((candidate) => ({
        name: candidate.name,
        href: comparisonAddress(
          [...codes, candidate.code],
          population,
          several.filter((other) => other !== name).map(({ text }) => text),
        ),
      })),
    })),
    form: isFull ? null : formOf(language, request, compared),
  };
}

function noticesOf({ texts, format }: Language, { unknown, repeated, beyond, open }: Compared): string[] {
  const { choice } = texts.compare;
  const nothing = open.filter(({ candidates }) => candidates.length === 0);
  return [
    ...unknown.map(choice.unknown),
    ...nothing.map(({ text }) => choice.nothing(text)),
    ...(repeated.length === 0 ? [] : [choice.repeated(format.listed(repeated))]),
    ...(beyond.length === 0 ? [] : [choice.beyond(format.listed(beyond), beyond.length)]),
  ];
}

/** Two fields to begin with, one to go on; what nothing answered to stands in them again. */
function formOf({ texts }: Language, { population }: ComparisonRequest, { answers, open }: Compared): ChoiceForm {
  const { choice } = texts.compare;
  const again = open.filter(({ candidates }) => candidates.length === 0).map(({ text }) => text);
  const labels =
    answers.length === 0 ? [choice.first, choice.second] : [answers.length === 1 ? choice.second : choice.another];
  const codes = answers.map(({ code }) => code).join(',');
  return {
    fields: labels.map((label, at) => ({ id: `ajouter-${at + 1}`, label, value: again[at] ?? '' })),
    kept: [
      { name: 'substances', value: codes },
      { name: 'population', value: population === 'all' ? '' : population },
    ].filter(({ value }) => value !== ''),
    button: answers.length === 0 ? choice.compare : choice.add,
  };
}
