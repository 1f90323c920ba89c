import type { AdverseReactions, Provenance, Row } from './context.js';
import { type BarRow, barRows, barWidth, countCell, percentText } from './figures.js';

type OrganClass = AdverseReactions['byOrganClass'][number];

interface OrganClassModel extends BarRow {
  terms: BarRow[];
  /** Terms whose figure is hidden, in one line. */
  maskedTerms: string;
  opens: boolean;
}
export interface OrganClassesModel {
  rows: OrganClassModel[];
  /** Classes that no declaration touches, in one line. */
  none: string;
  provenance: Provenance;
}

/** Organ classes with their terms. Classes at zero are named together: each of their figures is still said. */
export function organClasses(classes: readonly OrganClass[]): Omit<OrganClassesModel, 'provenance'> {
  const shown = classes.filter((one) => one.count !== 0);
  const largest = Math.max(0, ...shown.map((one) => one.count ?? 0));
  return {
    rows: shown.map((one) => ({
      label: one.label,
      count: countCell(one),
      percent: percentText(one.percent),
      width: barWidth(one.count, largest),
      colour: 'c',
      terms: barRows(one.highLevelTerms.filter((term) => !term.suppressed)),
      maskedTerms: maskedLabels(one.highLevelTerms),
      opens: one.highLevelTerms.length > 0,
    })),
    none: classes
      .filter((one) => one.count === 0)
      .map((one) => one.label)
      .join(' · '),
  };
}

function maskedLabels(terms: readonly Row[]): string {
  return terms
    .filter((term) => term.suppressed)
    .map((term) => term.label)
    .join(' · ');
}
