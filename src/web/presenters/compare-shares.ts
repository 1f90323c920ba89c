import type { Language } from '../texts/language.js';
import type { AdverseReactions, Row } from './context.js';
import { type Label, inWords } from './figures.js';
import {
  type CompareTable,
  type Share,
  type ShareColour,
  type ShareGroup,
  type ShareRow,
  caseShares,
  compareTable,
  largestShare,
  rowsByKey,
} from './compare-table.js';

/** What the blocks of shares are made of: the names of the substances and their declarations, side by side. */
export interface SideBySide {
  language: Language;
  names: readonly string[];
  reactions: readonly (AdverseReactions | null)[];
}

/** Shares of declarations beside shares of treated patients, by sex and by age; null in a population of neither. */
export function peopleTable(side: SideBySide): CompareTable | null {
  const { reactions, language, names } = side;
  const { people } = language.texts.compare;
  const groupsOf = (rowsOf: (of: AdverseReactions) => readonly Row[] | undefined, unknown: string): ShareGroup[] =>
    rowsByKey(reactions, rowsOf).map(({ row, rows }) => {
      const patients = rows.map((one, at) => patientShare(one, reactions[at] ?? null));
      const cases: ShareRow = { label: people.cases, shares: caseShares(reactions, rows), colour: 'c' };
      const treated: ShareRow = { label: people.patients, shares: patients, colour: 'p' };
      return {
        heading: row.key === 'unknown' ? unknown : labelOf(language, row).label,
        rows: patients.some((share) => share !== null) ? [cases, treated] : [cases],
      };
    });
  const groups = [
    ...groupsOf((of) => of.bySex, people.unknownSex),
    ...groupsOf((of) => of.byAgeGroup, people.unknownAge),
  ];
  return groups.length === 0 ? null : compareTable(language, names, groups);
}

/** Of the treated patients of the years that a rate covers, as on the page of a substance. */
function patientShare(row: Row | null, reactions: AdverseReactions | null): Share | null {
  const group = row?.notificationRate?.consumers ?? null;
  const whole = reactions?.notificationRate?.consumers ?? 0;
  return group === null || whole === 0 ? null : { percent: (group / whole) * 100, count: group, suppressed: false };
}

export function seriousnessTable(side: SideBySide): CompareTable {
  const { reactions, language, names } = side;
  const { seriousness } = language.texts.compare;
  const rows = (of: (one: AdverseReactions) => readonly Row[]): ShareRow[] =>
    rowsByKey(reactions, of).map((one) => ({
      ...labelOf(language, one.row),
      shares: caseShares(reactions, one.rows),
      colour: one.row.key === 'non_serious' || one.row.key === 'unknown' ? 'c' : 's',
    }));
  return compareTable(language, names, [
    { heading: seriousness.level, rows: rows((of) => of.bySeriousness) },
    { heading: seriousness.criteria, rows: rows((of) => of.bySeriousnessCriterion) },
  ]);
}

export function reporterTable(side: SideBySide): CompareTable {
  const { reactions, language, names } = side;
  const rows = alphabetical(
    language,
    named(side, (of) => of.byReporter),
  );
  return compareTable(language, names, [{ heading: '', rows: rows.map(shareRow(reactions, 'c')) }]);
}

const LEADING_CLASSES = 5;

/** The organ classes that are among the first of any of the substances, and the others; both on one scale. */
export function organClassTables(side: SideBySide): { leading: CompareTable; others: CompareTable } {
  const { reactions, language, names } = side;
  const leading = new Set(
    reactions
      .flatMap((of) => (of?.byOrganClass ?? []).filter(({ count }) => (count ?? 0) > 0).slice(0, LEADING_CLASSES))
      .map(({ key }) => key),
  );
  const all = alphabetical(
    language,
    named(side, (of) => of.byOrganClass),
  );
  const group = (isLeading: boolean): ShareGroup[] => [
    { heading: '', rows: all.filter(({ key }) => leading.has(key) === isLeading).map(shareRow(reactions, 'c')) },
  ];
  const scale = Math.max(largestShare(group(true)), largestShare(group(false)));
  return {
    leading: compareTable(language, names, group(true), scale),
    others: compareTable(language, names, group(false), scale),
  };
}

interface NamedRows extends Label {
  key: string;
  rows: (Row | null)[];
}

function named({ reactions, language }: SideBySide, rowsOf: (of: AdverseReactions) => readonly Row[]): NamedRows[] {
  return rowsByKey(reactions, rowsOf).map(({ row, rows }) => ({ key: row.key, ...labelOf(language, row), rows }));
}

function labelOf(language: Language, row: Row): Label {
  const { label, lang } = inWords(row, language);
  return { label, ...(lang && { lang }) };
}

/** By name, so that no figure, hidden or not, decides the order; those who are not known come last. */
function alphabetical({ code }: Language, rows: readonly NamedRows[]): NamedRows[] {
  const last = (row: NamedRows): number => Number(row.key === 'unknown');
  return [...rows].sort((a, b) => last(a) - last(b) || a.label.localeCompare(b.label, code));
}

function shareRow(reactions: SideBySide['reactions'], colour: ShareColour): (row: NamedRows) => ShareRow {
  return ({ rows, label, lang }) => ({ label, ...(lang && { lang }), shares: caseShares(reactions, rows), colour });
}
