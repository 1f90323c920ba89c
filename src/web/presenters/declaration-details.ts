import { type AdverseReactions, type Context, type Provenance, provenance } from './context.js';
import { type BarRow, barRows } from './figures.js';
import { seriousnessTitle, yearsTitle } from './findings.js';
import { type LineChart, lineChart } from './line-chart.js';
import { type OrganClassesModel, organClasses } from './organ-classes.js';
import { type PeopleModel, peopleModel } from './people.js';
import { type PyramidModel, pyramidModel } from './pyramid.js';

interface Block {
  title: string;
  rows: BarRow[];
  provenance: Provenance;
}
/** The breakdowns of declarations, of a substance or of all: one section each. */
export interface DeclarationDetails {
  people: PeopleModel | null;
  pyramid: PyramidModel | null;
  years: { title: string; chart: LineChart; provenance: Provenance };
  seriousness: Block & { criteria: BarRow[] };
  organClasses: OrganClassesModel;
  reporters: Block;
}

/** null when there is nothing to detail: `missingDetails` says why. */
export function declarationDetails(context: Context, reactions: AdverseReactions | null): DeclarationDetails | null {
  if (reactions === null || (reactions.cases.count ?? 0) === 0) return null;
  const from = (method: string): Provenance => provenance(context, method, { declarations: reactions.period });
  const people = peopleModel(context, reactions);
  return {
    people,
    // with rates, pairs of sex and age are rows of the table of people, each with its own
    pyramid: people?.hasRates === true ? null : pyramidModel(reactions.bySexAndAgeGroup),
    years: {
      title: yearsTitle(reactions.byYear),
      chart: lineChart(reactions.byYear, 'Déclarations'),
      provenance: from('declarations'),
    },
    seriousness: {
      title: seriousnessTitle(reactions.bySeriousness),
      rows: barRows(reactions.bySeriousness, (row) => (row.key === 'serious' ? 's' : 'c')),
      criteria: barRows(reactions.bySeriousnessCriterion, () => 's'),
      provenance: from('gravite'),
    },
    organClasses: { ...organClasses(reactions.byOrganClass), provenance: from('effets') },
    reporters: {
      title: 'Déclarations par type de déclarant',
      rows: barRows(reactions.byReporter),
      provenance: from('declarations'),
    },
  };
}

export interface ContentsItem {
  id: string;
  label: string;
}

/** The sections that the details fill, for the contents of the page. */
export function detailContents(details: DeclarationDetails | null): ContentsItem[] {
  if (details === null) return [];
  return [
    ...(details.people === null ? [] : [{ id: 'qui', label: 'Qui est concerné' }]),
    { id: 'temps', label: 'Au fil des ans' },
    { id: 'gravite', label: 'Gravité' },
    { id: 'effets', label: 'Quels effets' },
    { id: 'declarants', label: 'Qui déclare' },
  ];
}

/** Why there are no details. */
export function missingDetails(reactions: AdverseReactions | null): string {
  if (reactions === null)
    return 'Cette version des données ne contient pas les déclarations d’effets indésirables : la source BNPV n’a pas été chargée.';
  if (reactions.cases.suppressed)
    return 'Le nombre de déclarations est masqué, et leur détail avec lui, pour que personne ne puisse être reconnu.';
  return 'Aucune déclaration, donc aucun détail. L’absence de déclaration ne prouve pas l’absence d’effet.';
}
