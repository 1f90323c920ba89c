import type { FormerSpecialityAnswer, SpecialityAnswer } from '../../src/queries/answers.js';
import { type DetailRow, type DetailTables, iso, plainText, readDetailTables } from './detail-tables.js';
import { groupBy } from './group-by.js';
import { byCodePoint, normalised } from './names.js';
import type { ExpectedFile } from './oracle.js';
import { readFolder } from './read-folder.js';
import { rejectBetweenRows } from './usable.js';

/** What the optional files of a folder must lead to, the slow, obvious way. */
export interface ExpectedDetails {
  files: ExpectedFile[];
  names: Map<string, string>;
  /** By CIS. */
  details: (cis: string) => SpecialityDetails;
  /** What stands in for a speciality that is not in the folder, were it in the group that `before` puts it in. */
  former: (cis: string, before: ExpectedDetails) => FormerSpecialityAnswer['replacedBy'];
  groupOf: (cis: string) => string | null;
  /** Every code of the tree with its label. */
  classes: Map<string, string | null>;
}
export type SpecialityDetails = Pick<
  SpecialityAnswer,
  | 'atc'
  | 'genericGroup'
  | 'majorInterest'
  | 'prescriptionConditions'
  | 'smr'
  | 'asmr'
  | 'availability'
  | 'safetyNotices'
>;

const TYPES = new Map([
  ['0', 'reference'],
  ['1', 'generic'],
  ['2', 'complementary_generic'],
  ['4', 'substitutable'],
] as const);
const STATUSES = new Map([
  ['1', 'shortage'],
  ['2', 'tension'],
  ['3', 'discontinued'],
  ['4', 'back'],
] as const);

export async function medicineDetails(directory: string): Promise<ExpectedDetails> {
  const folder = await readFolder(directory);
  rejectBetweenRows(folder);
  const names = new Map(folder.specialities.accepted.map(({ row }) => [row.cis, row.denomination]));
  const tables = await readDetailTables(directory, new Set(names.keys()));
  const group = groupsOf(tables, names);
  const atc = atcOf(tables, group);
  const labels = new Map(tables.rows.atc.map(({ cells }) => [cell(cells, 0), cell(cells, 1)]));
  const byCis = Object.fromEntries(
    (['conditions', 'smr', 'asmr', 'notices', 'availability'] as const).map((table) => [
      table,
      groupBy(tables.rows[table], ({ cells }) => cell(cells, 0)),
    ]),
  ) as Record<'conditions' | 'smr' | 'asmr' | 'notices' | 'availability', Map<string, DetailRow[]>>;
  const majorInterest = new Set(tables.rows.mitm.map(({ cells }) => cells[0]));
  const addresses = new Map(tables.rows.links.map(({ cells }) => [cell(cells, 0), cell(cells, 1)]));
  const opinions = (rows: DetailRow[] | undefined): SpecialityAnswer['smr'] =>
    latestFirst(
      (rows ?? []).map(({ cells }) => opinionOf(cells, addresses)),
      ({ date }) => date,
    );
  const item = (code: string): { code: string; label: string | null } => ({ code, label: labels.get(code) ?? null });
  return {
    files: tables.files,
    names,
    details: (cis) => {
      const code = atc(cis);
      return {
        atc: code && { ...item(code.code), inferred: code.inferred, path: above(code.code).map(item) },
        genericGroup: group.answer(cis),
        majorInterest: majorInterest.has(cis),
        prescriptionConditions: (byCis.conditions.get(cis) ?? []).map(({ cells }) => cell(cells, 1)).sort(byCodePoint),
        smr: opinions(byCis.smr.get(cis)),
        asmr: opinions(byCis.asmr.get(cis)),
        availability: latestFirst(
          (byCis.availability.get(cis) ?? []).map(availabilityOf),
          ({ updated }) => updated ?? '',
        ),
        safetyNotices: latestFirst((byCis.notices.get(cis) ?? []).map(noticeOf), ({ from }) => from ?? ''),
      };
    },
    former: (cis, before) => group.membersOf(group.formerGroup(cis) ?? before.groupOf(cis)),
    groupOf: (cis) => group.main(cis),
    classes: new Map(
      [...labels.keys(), ...[...names.keys()].flatMap((cis) => atc(cis)?.code ?? [])]
        .flatMap((code) => [...above(code), code])
        .map((code) => [code, labels.get(code) ?? null]),
    ),
  };
}

/** > newest first; among those of one day any fixed order will do: here that of their JSON. */
export function latestFirst<T>(rows: T[], date: (row: T) => string): T[] {
  return rows.sort((a, b) => byCodePoint(date(b), date(a)) || byCodePoint(JSON.stringify(a), JSON.stringify(b)));
}

function cell(cells: readonly string[], at: number): string {
  return cells[at] ?? '';
}

function opinionOf(cells: string[], addresses: Map<string, string>): SpecialityAnswer['smr'][number] {
  const [, file = '', reason = '', date = '', value = '', label = ''] = cells;
  return {
    date: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`,
    reason: reason || null,
    value,
    text: plainText(label) || null,
    fileCode: file,
    opinion: addresses.get(file) ?? null,
  };
}

function availabilityOf({ cells }: DetailRow): SpecialityAnswer['availability'][number] {
  const [, cip13 = '', status = '', label = '', from = '', updated = '', back = '', address = ''] = cells;
  const word = [...STATUSES].find(([code]) => code === status)?.[1];
  if (word === undefined) throw new Error(`no status ${status}`);
  return {
    cip13: cip13 || null,
    status: word,
    label,
    from: iso(from),
    updated: iso(updated),
    back: iso(back),
    href: /^https?:/.test(address) ? address : null,
  };
}

function noticeOf({ cells }: DetailRow): SpecialityAnswer['safetyNotices'][number] {
  const [, from = '', to = '', link = ''] = cells;
  const address = /href=['"](https?:[^'"]*)['"]/.exec(link)?.[1] ?? null;
  return { from: from || null, to: to || null, text: plainText(link), href: address };
}

/** The levels above a code: 1, 3, 4 and 5 characters. */
function above(code: string): string[] {
  return [1, 3, 4, 5].filter((length) => length < code.length).map((length) => code.slice(0, length));
}

interface Groups {
  main: (cis: string) => string | null;
  answer: (cis: string) => SpecialityAnswer['genericGroup'];
  members: Map<string, DetailRow[]>;
  membersOf: (group: string | null) => { cis: string; name: string }[];
  formerGroup: (cis: string) => string | null;
}

function groupsOf({ rows, formerMembers }: DetailTables, names: Map<string, string>): Groups {
  const members = groupBy(rows.groups, ({ cells }) => cell(cells, 0));
  // one of several: reference or generic before « by complementary dosage », then the smallest number
  const order = ['0', '1', '4', '2'];
  const bestOf = (of: DetailRow[]): Map<string, DetailRow> =>
    new Map(
      [...groupBy(of, ({ cells }) => cell(cells, 2))].map(([cis, own]) => {
        const [best] = [...own].sort(
          (a, b) =>
            order.indexOf(cell(a.cells, 3)) - order.indexOf(cell(b.cells, 3)) ||
            Number(a.cells[0]) - Number(b.cells[0]),
        );
        if (best === undefined) throw new Error('a group of rows has a row');
        return [cis, best];
      }),
    );
  const [main, former] = [bestOf(rows.groups), bestOf(formerMembers)];
  const typeOf = (row: DetailRow) => {
    const type = [...TYPES].find(([code]) => code === row.cells[3])?.[1];
    if (type === undefined) throw new Error(`no type ${cell(row.cells, 3)}`);
    return type;
  };
  const listed = (group: string) =>
    (members.get(group) ?? [])
      .map((row) => ({ cis: cell(row.cells, 2), name: names.get(cell(row.cells, 2)) ?? '', type: typeOf(row) }))
      .sort(
        (a, b) =>
          Number(b.type === 'reference') - Number(a.type === 'reference') ||
          byCodePoint(normalised(a.name), normalised(b.name)) ||
          byCodePoint(a.cis, b.cis),
      );
  return {
    members,
    main: (cis) => main.get(cis)?.cells[0] ?? null,
    formerGroup: (cis) => former.get(cis)?.cells[0] ?? null,
    membersOf: (group) => (group === null ? [] : listed(group).map(({ cis, name }) => ({ cis, name }))),
    answer: (cis) => {
      const own = main.get(cis);
      if (own === undefined) return null;
      const id = cell(own.cells, 0);
      const [label = ''] = (members.get(id) ?? []).map(({ cells }) => cell(cells, 1)).sort(byCodePoint);
      return { id, label, type: typeOf(own), members: listed(id) };
    },
  };
}

/** > gets the ATC code of another member of its generic group when all that have one agree; it is then marked inferred */
function atcOf({ rows }: DetailTables, group: Groups): (cis: string) => { code: string; inferred: boolean } | null {
  const own = new Map(rows.mitm.map(({ cells }) => [cell(cells, 0), cell(cells, 1)]));
  return (cis) => {
    const code = own.get(cis);
    if (code !== undefined) return { code, inferred: false };
    const others = (group.members.get(group.main(cis) ?? '') ?? []).flatMap(
      ({ cells }) => own.get(cell(cells, 2)) ?? [],
    );
    const [first] = others;
    return first !== undefined && others.every((other) => other === first) ? { code: first, inferred: true } : null;
  };
}
