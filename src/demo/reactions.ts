import { ORGAN_CLASSES } from '../sources/bnpv/organ-classes.js';
import type { Profile } from './profiles.js';
import { type Random, Weighted, at } from './random.js';
import { REACTION_LABELS } from './reaction-labels.js';
import { cell, quoted } from './writers.js';

/** One coded reaction: organ class by its place in REACTION_LABELS, and the label in its class. */
export interface Reaction {
  organClass: number;
  label: string;
}

/** Shares of the spellings that lead to the same class or term. */
const SHARE = {
  english: 0.12,
  otherFrench: 0.3,
  noCommas: 0.02,
  oddTerm: 0.03,
  quotedTerm: 0.02,
  noTerm: 0.003,
  noPreferredTerm: 0.4,
};

/** Spellings of French class names other than the first, by key. Source: sources.md and organ-classes.csv. */
const OTHER_FRENCH: Readonly<Record<string, string>> = {
  'musculoskeletal-and-connective-tissue-disorders': 'Affections musculo-squelettiques et du tissu conjonctif',
  'injury-poisoning-and-procedural-complications': 'Lésions, intoxications et complications liées aux procédures',
  'product-issues': 'Problèmes liés au produit',
};

const NAMES = new Map(ORGAN_CLASSES.map(({ key, english, french }) => [key, { english, french }]));
const CLASSES = Object.entries(REACTION_LABELS).map(([key, labels]) => {
  const names = NAMES.get(key);
  if (names === undefined) throw new RangeError(`no organ class ${key}`);
  return {
    ...names,
    other: OTHER_FRENCH[key] ?? names.french,
    labels,
    usual: new Weighted(labels.map((_, i) => 1 / (i + 1))),
  };
});

/** One reaction at least; most cases have one to three, a few have many. */
export function drawReactions(profile: Profile, random: Random): Reaction[] {
  const reactions: Reaction[] = [];
  do {
    const organClass = profile.classes.pick(random);
    const { labels, usual } = at(CLASSES, organClass);
    const label = at(labels, (usual.pick(random) + profile.labelShift) % labels.length);
    reactions.push({ organClass, label });
  } while (reactions.length < 12 && random.chance(0.47));
  return reactions;
}

export const REACTION_HEADER = 'EFFET_SOC;EFFET_HLT;AER_ID;CAS;VER;EFFET_PT';

/** The line of Effets for a version `AER_ID;CAS;VER`, in one of the spellings that files have. */
export function reactionLine(key: string, reaction: Reaction, random: Random): string {
  const { english, french, other } = at(CLASSES, reaction.organClass);
  const name = random.chance(SHARE.english) ? english : random.chance(SHARE.otherFrench) ? other : french;
  const organClass = random.chance(SHARE.noCommas) ? name.replaceAll(',', '') : name;
  const term = random.chance(SHARE.oddTerm) ? oddTerm(reaction.label, random) : reaction.label;
  const preferred = random.chance(SHARE.noPreferredTerm) ? '' : cell(reaction.label);
  const written = random.chance(SHARE.quotedTerm) ? quoted(term) : cell(term);
  return `${cell(organClass)};${random.chance(SHARE.noTerm) ? '' : written};${key};${preferred}`;
}

/** Same term once normalised. */
function oddTerm(label: string, random: Random): string {
  return random.chance(0.5) ? label.toUpperCase() : label.normalize('NFD').replace(/\p{M}/gu, '');
}
