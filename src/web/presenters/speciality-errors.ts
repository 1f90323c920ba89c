import type { MedicationErrors } from '../../queries/shortage-answers.js';
import { yearSpan } from '../texts/format.js';
import type { Language } from '../texts/language.js';
import type { Context, Provenance, Row } from './context.js';
import { type BarRow, type Label, asInSource, barRows } from './figures.js';
import { fileProvenance } from './parts.js';

interface ErrorGroup {
  heading: string;
  rows: BarRow[];
}
export interface MedicationErrorsModel {
  title: string;
  /** What the figures come to, or why there are none. */
  sentence: string;
  /** null: nothing to detail. */
  groups: ErrorGroup[] | null;
  /** The categories at 0. */
  none: Label[];
  provenance: Provenance | null;
}

/** @param errors null when the release has none of any medicine */
export function medicationErrorsModel(context: Context, errors: MedicationErrors | null): MedicationErrorsModel {
  const { language } = context;
  const words = language.texts.speciality.errors;
  const nothing = { title: words.title, groups: null, none: [] };
  if (errors === null)
    return { ...nothing, sentence: language.texts.site.parts.notLoaded(words.missing), provenance: null };
  const provenance = errorsProvenance(context, errors);
  const { count, suppressed } = errors.total;
  if (suppressed || count === null) return { ...nothing, sentence: words.masked, provenance };
  if (count === 0) return { ...nothing, sentence: words.none(errors.period), provenance };
  const withEffect = errors.byEffect.find((row) => row.key === 'with_effect')?.count ?? null;
  return {
    title: words.counted(count),
    sentence: words.some(errors.period, count, withEffect),
    groups: groupsOf(language, errors),
    none: zeros(language, errors),
    provenance,
  };
}

function errorsProvenance(context: Context, { period }: MedicationErrors): Provenance {
  const origin = { source: 'erreurs-medicamenteuses' } as const;
  const made = fileProvenance(context, period === null ? origin : { ...origin, years: yearSpan(period) });
  return { ...made, method: '/methodologie#masquage' };
}

function groupsOf(language: Language, errors: MedicationErrors): ErrorGroup[] {
  return dimensions(language, errors)
    .map(({ heading, rows }) => ({
      heading,
      rows: barRows(
        rows.filter((row) => row.count !== 0),
        undefined,
        language,
      ),
    }))
    .filter((group) => group.rows.length > 0);
}

/** In the language of the page where the catalogue has the key. */
function named(language: Language, rows: readonly Row[]): (Row & Label)[] {
  return rows.map((row) => {
    const label = language.texts.speciality.errors.labels[row.key];
    return label === undefined ? asInSource(row, language) : { ...row, label };
  });
}

function zeros(language: Language, errors: MedicationErrors): Label[] {
  return dimensions(language, errors).flatMap(({ rows }) =>
    rows.filter((row) => row.count === 0 && row.key !== 'unknown'),
  );
}

function dimensions(language: Language, errors: MedicationErrors): { heading: string; rows: (Row & Label)[] }[] {
  const { byEffect, byStep, byNature, byPopulation } = language.texts.speciality.errors;
  const groups = [
    { heading: byEffect, rows: errors.byEffect },
    { heading: byStep, rows: errors.byStep },
    { heading: byNature, rows: errors.byNature },
    { heading: byPopulation, rows: errors.byPopulation },
  ];
  return groups.map(({ heading, rows }) => ({ heading, rows: named(language, rows) }));
}
