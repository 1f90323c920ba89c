import type { Language } from '../texts/language.js';
import type { AdverseReactions, Provenance, Row } from './context.js';
import { type BarRow, type Label, asInSource, barRows, barWidth, countCell, labelled, percentText } from './figures.js';

type OrganClass = AdverseReactions['byOrganClass'][number];

interface OrganClassModel extends BarRow {
  terms: BarRow[];
  /** Caption of the table of terms. */
  termsCaption: string;
  /** Terms whose figure is hidden, in one line; they are French. */
  maskedTerms: string;
  termsLang?: 'fr';
  opens: boolean;
}
export interface OrganClassesModel {
  rows: OrganClassModel[];
  /** Classes that no declaration touches, in one line. */
  none: string;
  provenance: Provenance;
}

/** Organ classes with their terms. Classes at zero are named together: each of their figures is still said. */
export function organClasses(
  language: Language,
  classes: readonly OrganClass[],
): Omit<OrganClassesModel, 'provenance'> {
  const named = labelled(classes, language);
  const shown = named.filter((one) => one.count !== 0);
  const largest = Math.max(0, ...shown.map((one) => one.count ?? 0));
  const none = named.filter((one) => one.count === 0).map((one) => one.label);
  return {
    rows: shown.map((one) => organClassRow(one, largest, language)),
    none: none.join(' · '),
  };
}

function organClassRow(one: OrganClass & Label, largest: number, language: Language): OrganClassModel {
  const terms = one.highLevelTerms.map((term) => asInSource(term, language));
  return {
    label: one.label,
    ...(one.lang && { lang: one.lang }),
    count: countCell(one, language),
    percent: percentText(one.percent, language),
    width: barWidth(one.count, largest),
    colour: 'c',
    terms: barRows(
      terms.filter((term) => !term.suppressed),
      () => 'c',
      language,
    ),
    termsCaption: language.texts.declarations.effects.terms(one.label),
    maskedTerms: maskedLabels(one.highLevelTerms),
    ...(language.code !== 'fr' && { termsLang: 'fr' as const }),
    opens: one.highLevelTerms.length > 0,
  };
}

function maskedLabels(terms: readonly Row[]): string {
  return terms
    .filter((term) => term.suppressed)
    .map((term) => term.label)
    .join(' · ');
}
