import { FRENCH } from '../texts/language.js';
import type { MedicationErrors } from '../../queries/shortage-answers.js';
import { counted, duringYears, wholeNumber, yearSpan } from '../format.js';
import type { Context, Provenance, Row } from './context.js';
import { type BarRow, barRows } from './figures.js';
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
  /** The categories at 0, together. */
  none: string;
  provenance: Provenance | null;
}

const TITLE = 'Erreurs médicamenteuses';

/** @param errors null when the release has none of any medicine */
export function medicationErrorsModel(context: Context, errors: MedicationErrors | null): MedicationErrorsModel {
  const nothing = { title: TITLE, groups: null, none: '' };
  if (errors === null)
    return {
      ...nothing,
      sentence: FRENCH.texts.site.parts.notLoaded('les déclarations d’erreurs médicamenteuses'),
      provenance: null,
    };
  const provenance = errorsProvenance(context, errors);
  const { count, suppressed } = errors.total;
  if (suppressed || count === null)
    return {
      ...nothing,
      sentence:
        'Le nombre d’erreurs médicamenteuses déclarées est masqué, et leur détail avec lui, pour que personne ne puisse être reconnu.',
      provenance,
    };
  const during = errors.period === null ? 'Dans cette version' : duringYears(errors.period);
  if (count === 0)
    return {
      ...nothing,
      sentence: `${during}, aucune erreur médicamenteuse déclarée n’a pu être rattachée à ce médicament. L’absence de déclaration ne prouve pas l’absence d’erreur.`,
      provenance,
    };
  return {
    title: counted(count, 'erreur médicamenteuse déclarée', 'erreurs médicamenteuses déclarées'),
    sentence: `${during}, ${counted(count, 'erreur médicamenteuse a été déclarée', 'erreurs médicamenteuses ont été déclarées')} pour ce médicament${withEffect(errors.byEffect)}.`,
    groups: groupsOf(errors),
    none: zeros(errors),
    provenance,
  };
}

function errorsProvenance(context: Context, { period }: MedicationErrors): Provenance {
  const origin = { source: 'erreurs-medicamenteuses' } as const;
  const made = fileProvenance(context, period === null ? origin : { ...origin, years: yearSpan(period) });
  return { ...made, method: '/methodologie#masquage' };
}

/** « , dont 12 avec effet indésirable »; empty where that number is masked. */
function withEffect(rows: readonly Row[]): string {
  const count = rows.find((row) => row.key === 'with_effect')?.count ?? null;
  if (count === null) return '';
  return `, dont ${count === 0 ? 'aucune' : wholeNumber(count)} avec effet indésirable`;
}

function groupsOf(errors: MedicationErrors): ErrorGroup[] {
  return dimensions(errors)
    .map(({ heading, rows }) => ({ heading, rows: barRows(rows.filter((row) => row.count !== 0)) }))
    .filter((group) => group.rows.length > 0);
}

function zeros(errors: MedicationErrors): string {
  return dimensions(errors)
    .flatMap(({ rows }) => rows.filter((row) => row.count === 0 && row.key !== 'unknown'))
    .map((row) => row.label)
    .join(', ');
}

function dimensions(errors: MedicationErrors): { heading: string; rows: Row[] }[] {
  return [
    { heading: 'Avec ou sans effet sur le patient', rows: errors.byEffect },
    { heading: 'Étape où l’erreur a commencé', rows: errors.byStep },
    { heading: 'Nature de l’erreur', rows: errors.byNature },
    { heading: 'Patients concernés', rows: errors.byPopulation },
  ];
}
