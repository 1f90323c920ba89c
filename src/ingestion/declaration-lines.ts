import { ageGroupOf, completedYears, readAge, readBirthYear, readUnit } from '../sources/bnpv/age.js';
import type { VersionColumns } from '../sources/bnpv/case-version.js';
import type { CaseColumns } from '../sources/bnpv/cases.js';
import { CRITERION_COLUMNS, isAbroad, isMet, readSeriousness, readSex, readYear } from '../sources/bnpv/cases.js';
import type { DrugColumns } from '../sources/bnpv/drugs.js';
import { readRole, readType } from '../sources/bnpv/drugs.js';
import { ORGAN_CLASSES, organClassKey } from '../sources/bnpv/organ-classes.js';
import { DRUG_TYPES } from '../sources/bnpv/rows.js';
import type { ReactionColumns } from '../sources/bnpv/reactions.js';
import type { Encoding } from '../sources/inspect.js';
import type { LineCells } from '../sources/line-cells.js';
import { normalise } from '../sources/normalise.js';
import { rememberCells, rememberColumns } from '../sources/remember-cells.js';
import { AGE_GROUPS, SERIOUSNESS, SEXES } from '../statistics/figures.js';
import { copyCellBytes, copyCellsBytes, LINE_END, TAB } from './copy-bytes.js';
import type { CopyBytes } from './copy-bytes.js';
import type { LineWriter } from './read-bytes.js';
import type { TextNumbers } from './text-numbers.js';

/** Of staging.case_row: line, case_key, version, year, sex, age_group, seriousness, criteria, is_foreign, reporter. */
export function caseLines({ at }: CaseColumns, encoding: Encoding): LineWriter {
  const yearOf = rememberCells((cell) => readYear(cell) ?? -1, encoding);
  const personOf = persons(at, encoding);
  const outcomeOf = outcomes(at, encoding);
  const reporterOf = rememberCells(textOrNull, encoding);
  return (cells, line, out) => {
    const version = versionOf(cells, at);
    if (version < 0) return false;
    const year = yearOf(cells, at.NOTIF);
    if (year < 0) return false;
    writeKey(cells, at, line, out);
    writeNumber(version, out);
    writeNumber(year, out);
    out.plain(personOf(cells, year));
    out.plain(outcomeOf(cells));
    out.plain(reporterOf(cells, at.TYP_NOTIF));
    out.sign(LINE_END);
    return true;
  };
}

/** Sex and age group; the latter as `ageGroup` has it, whose parts these are. */
function persons(at: CaseColumns['at'], encoding: Encoding): (cells: LineCells, year: number) => Buffer {
  const written = SEXES.map((_, sex) => AGE_GROUPS.map((__, group) => copyCellsBytes(sex, group)));
  const writtenOf = (sex: number, years: number | null): Buffer =>
    written[sex]?.[AGE_GROUPS.indexOf(ageGroupOf(years))] as Buffer;
  const birthYearOf = rememberCells(readBirthYear, encoding, DAYS_OF_A_LIFE);
  /** The sex alone where the birth decides on the age. */
  const personOf = rememberColumns<Buffer | number>(
    (sexe, age, unit) => {
      const sex = SEXES.indexOf(readSex(sexe));
      return age === '' ? sex : writtenOf(sex, completedYears(readAge(age), readUnit(unit)));
    },
    [at.SEXE, at.AGE, at.U_AGE],
    encoding,
  );
  return (cells, year) => {
    const person = personOf(cells);
    if (typeof person !== 'number') return person;
    const birthYear = birthYearOf(cells, at.DATE_NAISS);
    return writtenOf(person, birthYear === null ? null : year - birthYear);
  };
}

/** Seriousness, criteria and whether the case is foreign. */
function outcomes(at: CaseColumns['at'], encoding: Encoding): (cells: LineCells) => Buffer {
  return rememberColumns(
    (serious, happened, declared, ...criteria) =>
      copyCellsBytes(
        SERIOUSNESS.indexOf(readSeriousness(serious)),
        criteria.reduce((bits, criterion, i) => bits | (isMet(criterion) ? 1 << i : 0), 0),
        isAbroad(happened) || isAbroad(declared),
      ),
    [at.GRAVE, at.PAYS_SURVENUE, at.PAYS_CAS, ...CRITERION_COLUMNS.map((name) => at[name])],
    encoding,
  );
}

/** Of staging.reaction_row: line, case_key, version, kind. */
export function reactionLines({ at }: ReactionColumns, encoding: Encoding, terms: TextNumbers): LineWriter {
  const positions = new Map(ORGAN_CLASSES.map(({ key }, position) => [key, position]));
  const kindIn = rememberColumns(
    (name, term) => {
      const organClass = positions.get(organClassKey(name) ?? '');
      return organClass === undefined ? -1 : kindOf(organClass, term === '' ? null : term, terms);
    },
    [at.EFFET_SOC, at.EFFET_HLT],
    encoding,
    MANY_KINDS,
  );
  return (cells, line, out) => {
    const version = versionOf(cells, at);
    if (version < 0) return false;
    const kind = kindIn(cells);
    if (kind < 0) return false;
    writeKey(cells, at, line, out);
    writeNumber(version, out);
    out.number(kind);
    out.sign(LINE_END);
    return true;
  };
}

/** See staging.sql: the kind of a reaction by the place of its organ class and its high level term. */
export function kindOf(organClass: number, term: string | null, terms: TextNumbers): number {
  return 32 * (term === null ? 0 : terms.numberOf(term) + 1) + organClass;
}

/** Of staging.drug_row: line, case_key, version, counts, drug. */
export function drugLines({ at }: DrugColumns, encoding: Encoding, names: TextNumbers): LineWriter {
  const countsOf = rememberCells(readRole, encoding);
  const typeOf = rememberCells((cell) => DRUG_TYPES.indexOf(readType(cell)), encoding);
  const nameOf = rememberCells((cell) => (cell === '' ? -1 : names.numberOf(normalise(cell))), encoding, MANY_NAMES);
  return (cells, line, out) => {
    const version = versionOf(cells, at);
    if (version < 0) return false;
    const counts = countsOf(cells, at.ROLE);
    if (counts === null) return false;
    const name = nameOf(cells, at.MEDICAMENT);
    if (name < 0) return false;
    writeKey(cells, at, line, out);
    writeNumber(version, out);
    out.plain(counts ? TRUE : FALSE);
    out.number(drugOf(name, typeOf(cells, at.TYPE)));
    out.sign(LINE_END);
    return true;
  };
}

/** See staging.sql: a drug by the number of its name and the place of its type. */
export function drugOf(name: number, type: number): number {
  return 4 * name + type;
}

const MANY_KINDS = 20_000;
const MANY_NAMES = 100_000;
const DAYS_OF_A_LIFE = 45_000;
const TRUE = copyCellsBytes(true);
const FALSE = copyCellsBytes(false);

function textOrNull(cell: string): Buffer {
  return copyCellBytes(cell === '' ? null : cell);
}

/** -1 for a row that names none in the usual way. */
function versionOf(cells: LineCells, at: VersionColumns['at']): number {
  return cells.isPlain(at.AER_ID) && cells.isPlain(at.CAS) ? cells.wholeNumber(at.VER) : -1;
}

/** What every line begins with: line, case_key (see `caseKeyOf`). */
function writeKey(cells: LineCells, at: VersionColumns['at'], line: number, out: CopyBytes): void {
  const start = cells.startOf(at.AER_ID);
  const end = cells.endOf(at.AER_ID);
  writeNumber(line, out);
  out.number(end - start);
  out.sign(COLON);
  out.part(cells.view, start, end);
  out.part(cells.view, cells.startOf(at.CAS), cells.endOf(at.CAS));
  out.sign(TAB);
}

function writeNumber(number: number, out: CopyBytes): void {
  out.number(number);
  out.sign(TAB);
}

const COLON = 0x3a;
