import type { Language } from '../texts/language.js';
import {
  type AdverseReactions,
  type Context,
  type Exposure,
  type Provenance,
  type Row,
  provenance,
} from './context.js';
import { type BarRow, type Colour, barRows, labelled } from './figures.js';
import { seriousnessTitle } from './findings.js';
import { type OrganClassesModel, organClasses } from './organ-classes.js';
import { type PeopleModel, peopleModel } from './people.js';
import { type PyramidModel, pyramidModel } from './pyramid.js';
import { type YearsModel, yearsModel } from './years.js';

interface Block {
  title: string;
  rows: BarRow[];
  provenance: Provenance;
}
/** The breakdowns of declarations, of a substance or of all: one section each. */
export interface DeclarationDetails {
  people: PeopleModel | null;
  pyramid: PyramidModel | null;
  years: YearsModel;
  seriousness: Block & { criteria: BarRow[] };
  organClasses: OrganClassesModel;
  reporters: Block;
}

/**
 * null when there is nothing to detail: `missingDetails` says why.
 *
 * @param exposure the treated patients that the declarations are read against; null: none are known
 */
export function declarationDetails(
  context: Context,
  reactions: AdverseReactions | null,
  exposure: Exposure | null = null,
): DeclarationDetails | null {
  if (reactions === null || (reactions.cases.count ?? 0) === 0) return null;
  const from = (method: string): Provenance => provenance(context, method, { declarations: reactions.period });
  const people = peopleModel(context, reactions);
  const { language } = context;
  const words = language.texts.declarations;
  const bars = (rows: Row[], colourOf: (row: Row) => Colour): BarRow[] =>
    barRows(labelled(rows, language), colourOf, language);
  return {
    people,
    // with rates, pairs of sex and age are rows of the table of people, each with its own
    pyramid: people?.hasRates === true ? null : pyramidModel(language, reactions.bySexAndAgeGroup),
    years: yearsModel(context, reactions, exposure),
    seriousness: {
      title: seriousnessTitle(language, reactions.bySeriousness),
      rows: bars(reactions.bySeriousness, (row) => (row.key === 'serious' ? 's' : 'c')),
      criteria: bars(reactions.bySeriousnessCriterion, () => 's'),
      provenance: from('gravite'),
    },
    organClasses: { ...organClasses(language, reactions.byOrganClass), provenance: from('effets') },
    reporters: {
      title: words.reporters.title,
      rows: bars(reactions.byReporter, () => 'c'),
      provenance: from('declarations'),
    },
  };
}

export interface ContentsItem {
  id: string;
  label: string;
}

/** The sections that the details fill, for the contents of the page. */
export function detailContents({ texts }: Language, details: DeclarationDetails | null): ContentsItem[] {
  if (details === null) return [];
  const { contents } = texts.declarations;
  return [
    ...(details.people === null ? [] : [{ id: 'qui', label: contents.people }]),
    { id: 'temps', label: contents.years },
    { id: 'gravite', label: contents.seriousness },
    { id: 'effets', label: contents.effects },
    { id: 'declarants', label: contents.reporters },
  ];
}

/** Why there are no details. */
export function missingDetails({ texts }: Language, reactions: AdverseReactions | null): string {
  const { missing } = texts.declarations;
  if (reactions === null) return missing.notLoaded;
  return reactions.cases.suppressed ? missing.masked : missing.none;
}
