import { ageGroupOf, completedYears, readAge, readBirthYear, readUnit } from '../sources/bnpv/age.js';
import type { VersionColumns } from '../sources/bnpv/case-version.js';
import type { CaseColumns } from '../sources/bnpv/cases.js';
import { CRITERION_COLUMNS, isAbroad, isMet, readSeriousness, readSex, readYear } from '../sources/bnpv/cases.js';
import type { DrugColumns } from '../sources/bnpv/drugs.js';
import { readRole, readType } from '../sources/bnpv/drugs.js';
import { ORGAN_CLASSES, organClassKey } from '../sources/bnpv/organ-classes.js';
import type { ReactionColumns } from '../sources/bnpv/reactions.js';
import type { Encoding } from '../sources/inspect.js';
import type { LineCells } from '../sources/line-cells.js';
import { normalise } from '../sources/normalise.js';
import { rememberCells } from '../sources/remember-cells.js';
import { AGE_GROUPS, SERIOUSNESS, SEXES } from '../statistics/figures.js';
import { copyCellBytes, signsOf, LINE_END, TAB } from './copy-bytes.js';
import type { CopyBytes } from './copy-bytes.js';
import type { LineWriter } from './read-bytes.js';

/** Of staging.case_row: line, case_key, version, year, sex, age_group, seriousness, criteria, is_foreign, reporter, row_text. */
export function caseLines({ at }: CaseColumns, encoding: Encoding): LineWriter {
  const yearOf = rememberCells(readYear, encoding);
  const sexOf = rememberCells((cell) => SEXES.indexOf(readSex(cell)), encoding);
  const seriousnessOf = rememberCells((cell) => SERIOUSNESS.indexOf(readSeriousness(cell)), encoding);
  const isMetIn = rememberCells(isMet, encoding);
  const isAbroadIn = rememberCells(isAbroad, encoding);
  const reporterOf = rememberCells(textOrNull, encoding);
  const ageGroupIn = ageGroups(at, encoding);
  const signs = signsOf(encoding);
  return (cells, line, out) => {
    if (!namesVersion(cells, at)) return false;
    const year = yearOf(cells, at.NOTIF);
    if (year === null) return false;
    let criteria = 0;
    for (let i = 0; i < CRITERION_COLUMNS.length; i += 1) {
      if (isMetIn(cells, at[CRITERION_COLUMNS[i] as (typeof CRITERION_COLUMNS)[number]])) criteria |= 1 << i;
    }
    const isForeign = isAbroadIn(cells, at.PAYS_SURVENUE) || isAbroadIn(cells, at.PAYS_CAS);
    writeVersion(cells, at, line, out);
    writeNumber(year, out);
    writeNumber(sexOf(cells, at.SEXE), out);
    writeNumber(ageGroupIn(cells, year), out);
    writeNumber(seriousnessOf(cells, at.GRAVE), out);
    writeNumber(criteria, out);
    out.plain(isForeign ? TRUE : FALSE);
    out.sign(TAB);
    out.plain(reporterOf(cells, at.TYP_NOTIF));
    out.sign(TAB);
    out.text(cells.bytes, cells.start, cells.end, signs);
    out.sign(LINE_END);
    return true;
  };
}

/** The age group, by its place in AGE_GROUPS; as `ageGroup` has it, whose parts these are. */
function ageGroups(at: CaseColumns['at'], encoding: Encoding): (cells: LineCells, year: number) => number {
  const groupOf = (years: number | null): number => AGE_GROUPS.indexOf(ageGroupOf(years));
  const ageOf = rememberCells((cell) => (cell === '' ? undefined : readAge(cell)), encoding);
  const unitOf = rememberCells(readUnit, encoding);
  const birthYearOf = rememberCells(readBirthYear, encoding);
  return (cells, year) => {
    const age = ageOf(cells, at.AGE);
    if (age !== undefined) return groupOf(completedYears(age, unitOf(cells, at.U_AGE)));
    const birthYear = birthYearOf(cells, at.DATE_NAISS);
    return groupOf(birthYear === null ? null : year - birthYear);
  };
}

/** Of staging.reaction_row: line, case_key, version, organ_class, term. */
export function reactionLines({ at }: ReactionColumns, encoding: Encoding): LineWriter {
  const positions = new Map(ORGAN_CLASSES.map(({ key }, position) => [key, position]));
  const organClassOf = rememberCells((cell) => positions.get(organClassKey(cell) ?? ''), encoding);
  const termOf = rememberCells(textOrNull, encoding);
  return (cells, line, out) => {
    if (!namesVersion(cells, at)) return false;
    const organClass = organClassOf(cells, at.EFFET_SOC);
    if (organClass === undefined) return false;
    writeVersion(cells, at, line, out);
    writeNumber(organClass, out);
    out.plain(termOf(cells, at.EFFET_HLT));
    out.sign(LINE_END);
    return true;
  };
}

/** Of staging.drug_row: line, case_key, version, counts, type, name. */
export function drugLines({ at }: DrugColumns, encoding: Encoding): LineWriter {
  const countsOf = rememberCells(readRole, encoding);
  const typeOf = rememberCells((cell) => copyCellBytes(readType(cell)), encoding);
  const nameOf = rememberCells((cell) => (cell === '' ? null : copyCellBytes(normalise(cell))), encoding, MANY_NAMES);
  return (cells, line, out) => {
    if (!namesVersion(cells, at)) return false;
    const counts = countsOf(cells, at.ROLE);
    const name = nameOf(cells, at.MEDICAMENT);
    if (name === null || counts === null) return false;
    writeVersion(cells, at, line, out);
    out.plain(counts ? TRUE : FALSE);
    out.sign(TAB);
    out.plain(typeOf(cells, at.TYPE));
    out.sign(TAB);
    out.plain(name);
    out.sign(LINE_END);
    return true;
  };
}

const MANY_NAMES = 50_000;
const TRUE = copyCellBytes(true);
const FALSE = copyCellBytes(false);

function textOrNull(cell: string): Buffer {
  return copyCellBytes(cell === '' ? null : cell);
}

function namesVersion(cells: LineCells, at: VersionColumns['at']): boolean {
  return cells.isPlain(at.AER_ID) && cells.isPlain(at.CAS) && cells.wholeNumber(at.VER) >= 0;
}

/** What every line begins with: line, case_key (see `caseKeyOf`), version. */
function writeVersion(cells: LineCells, at: VersionColumns['at'], line: number, out: CopyBytes): void {
  const start = cells.startOf(at.AER_ID);
  const end = cells.endOf(at.AER_ID);
  writeNumber(line, out);
  out.number(end - start);
  out.sign(COLON);
  out.plain(cells.bytes, start, end);
  out.plain(cells.bytes, cells.startOf(at.CAS), cells.endOf(at.CAS));
  out.sign(TAB);
  writeNumber(cells.wholeNumber(at.VER), out);
}

function writeNumber(number: number, out: CopyBytes): void {
  out.number(number);
  out.sign(TAB);
}

const COLON = 0x3a;
