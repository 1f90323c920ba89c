import type { Texts } from '../texts.js';
import { counted, format } from './format.js';

const substances = (count: number): string => counted(count, 'active substance');
const below = (count: number): string => (count === 0 ? '' : `${counted(count, 'subclass', 'subclasses')} and `);

export const atc: Texts['atc'] = {
  crumb: 'ATC classes',
  heading: 'ATC classes',
  roots: {
    title: 'ATC classes: medicines by organ and by use',
    description:
      'The ATC classification of medicines: its five levels, and the substances of each class with their reports of suspected adverse reactions.',
    lead: 'The ATC classification of the World Health Organization sorts medicines by the organ they act on, then by use, in five levels, down to the substance.',
    organs: 'By organ or system',
    missing: 'any code or label of the ATC classification',
    limit: 'What these classes hold',
    limitText:
      'The French public medicines database gives an ATC code only to medicines of major therapeutic interest; this site gives it to the other medicines of their generic group, too. The others have no class here:',
    limitLink: 'the list of medicines',
    limitEnd: 'has them all.',
  },
  title: (name, count) => `ATC class ${name}: ${substances(count)}`,
  description: (name, children, count) =>
    `The ATC class ${name}: ${below(children)}${substances(count)}, with their reports of suspected adverse reactions.`,
  lead: (children, count) => `${below(children)}${substances(count)} in this version of the data.`,
  tag: 'ATC class,',
  levels: {
    1: 'level 1 of 5: the organ or system acted on',
    3: 'level 2 of 5: the therapeutic group',
    4: 'level 3 of 5: the pharmacological group',
    5: 'level 4 of 5: the chemical group',
    7: 'level 5 of 5: the substance',
  },
  specialities: 'The medicines of this class',
  children: (count) => counted(count, 'subclass', 'subclasses'),
  substances,
  intro:
    'Reports of each substance, all uses together. They do not add up: one report may name several substances, and one substance may be in several classes.',
  caption: (code) => `Substances of the class ${code} and their reports`,
  substance: 'Substance',
  cases: (years) => (years === '' ? 'Reports' : `Reports ${years}`),
  all: (count) => `The ${format.wholeNumber(count)} substances of the class, page by page`,
  sources: (names) => names.join('; '),
  none: 'No medicine in this version of the data has a code of this class. The public database gives codes only to medicines of major therapeutic interest.',
};
