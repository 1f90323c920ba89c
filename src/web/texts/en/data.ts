import type { Texts } from '../texts.js';
import { fields, values } from './data-fields.js';
import { TABLES } from './data-tables.js';
import { counted, format } from './format.js';

const { dayInWords, listed, wholeNumber } = format;
const UNITS = ['bytes', 'KB', 'MB', 'GB'];
const DIGITS = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });

function bytes(count: number): string {
  const power = count < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(count) / 3));
  return `${DIGITS.format(count / 1000 ** power)}\u00a0${UNITS[power] ?? ''}`;
}

const REASONS: Readonly<Record<string, string>> = {
  wrong_column_count: 'with a wrong number of columns',
  bad_code: 'with a malformed code',
  bad_date: 'with an unreadable date',
  bad_number: 'with an unreadable number',
  unknown_value: 'with an unknown value',
  duplicate: 'twice there',
  orphan: 'about nothing that the other files know',
  unreadable: 'with unreadable characters',
};

const ENCODINGS: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', 'windows-1252': 'Windows-1252' };

export const data: Texts['data'] = {
  title: 'Data and downloads',
  heading: 'Data',
  crumb: 'Data',
  lead: (tables, rows) =>
    `**${counted(tables, 'table')}** to download${rows === null ? '' : `, **${counted(rows, 'row')}**`}: all that the pages of this site show, what each field means, and where it comes from.`,
  caution: {
    strong: 'These are the published figures, not the reports',
    text: (minCell) =>
      `: no row is about a person, and a number of 1 to ${wholeNumber(minCell - 1)} reports is hidden here as it is on the pages.`,
  },
  contents: {
    downloads: 'Download',
    spreadsheet: 'In a spreadsheet',
    licence: 'Licence',
    drawing: 'The tables',
    dictionary: 'Dictionary',
    sources: 'The sources',
    matching: 'What is counted',
    releases: 'The versions',
  },
  downloads: {
    title: 'Download',
    note: 'Each table is whole and in three formats: CSV, NDJSON (one JSON object a line) and Parquet (typed columns, compressed). Its schema (Table Schema) gives the type of each field. Names of fields and keys are the same everywhere; labels are in French.',
    table: ({ name, title, description }) => TABLES[name] ?? { title, description },
    rows: (count) => counted(count, 'row'),
    csv: 'CSV',
    bom: 'CSV for spreadsheets',
    ndjson: 'NDJSON',
    parquet: 'Parquet',
    schema: 'schema',
    fields: 'its fields',
    of: (name, table) => `${name} of “${table}”`,
    size: bytes,
    all: 'For programs:',
    package: 'all tables together, with their sizes and SHA-256 hashes (Data Package)',
    catalogue: 'description of the data set (DCAT)',
    interface: 'programming interface',
    measuring: 'Rows and sizes are being worked out: load the page again in a moment to see them.',
    none: 'This version of the data has no table to download.',
  },
  spreadsheet: {
    title: 'Opening a CSV in a spreadsheet',
    bom: 'Take “CSV for spreadsheets”: it begins with a mark (BOM) by which Excel knows its accents.',
    excel:
      'In Excel, do not open the file by a double click, which drops the leading zeros of codes: use Data › From Text/CSV, delimiter “comma”, and keep the codes (cis, cip13, substance_code) as text.',
    libreoffice:
      'In LibreOffice, open the file, choose UTF-8 and the separator “comma”, then the type “text” for columns of codes.',
    numbers: 'Numbers have a decimal point, dates are written yyyy-mm-dd.',
    formula:
      'A text that a spreadsheet would take for a formula has an apostrophe before it. An empty cell is unknown or hidden; “suppressed” says which.',
  },
  licence: {
    title: 'Licence, and how to cite',
    text: 'The sources are published under Licence Ouverte 2.0: these tables may be reused, commercially too, provided that the sources and their date are named.',
    link: 'Read the licence',
    cite: 'To be cited as:',
    citation: (producers, version, day, address) =>
      `Pharmacovigie, version ${version} of ${dayInWords(day)}, from ${listed(producers)}, ${address}`,
    demo: 'Fictitious data, for demonstration: not to be cited anywhere.',
  },
  drawing: {
    title: 'The tables and what joins them',
    note: 'Under each table, those that carry its key.',
    summary: (table, count) =>
      `“${table}” and the ${counted(count, 'table that carries', 'tables that carry')} its key`,
    list: 'The same joins, in text',
    join: (from, to) => `${from} is ${to}`,
    listJoin: (from, to) => `${from} lists several ${to}, separated by “|”`,
    alone: (tables) => `Without the key of another table: ${listed(tables)}.`,
    listKey: (field) => `${field} (list)`,
  },
  dictionary: {
    title: 'Dictionary of the fields',
    note: (fieldCount) =>
      `${counted(fieldCount, 'field')}, table by table; the search of the browser (Ctrl+F) finds them all. Each name is an address too.`,
    caption: (table) => `Fields of the table ${table}`,
    field: 'Field',
    meaning: 'What it means',
    types: {
      string: 'text',
      integer: 'whole number',
      number: 'number',
      boolean: 'true or false',
      date: 'date, yyyy-mm-dd',
      year: 'year',
    },
    mayBeEmpty: 'may be empty',
    key: 'key',
    keyPart: 'part of the key',
    values: 'Values:',
    leadsTo: 'Key of',
    from: (source) => `Source: ${source}.`,
    computed: 'worked out here',
    names: {
      bdpm: 'BDPM',
      bnpv: 'BNPV',
      'open-medic': 'Open Medic',
      ruptures: 'shortages (ANSM)',
      'erreurs-medicamenteuses': 'medication errors (ANSM)',
    },
  },
  fields,
  values,
  sources: {
    title: 'The files that all comes from',
    note: (day) =>
      `The version of ${dayInWords(day)} was made from these files. The SHA-256 hash is that of the file as it was read: whoever has the same file can check it. A row that cannot be read is rejected, never guessed.`,
    names: {
      bdpm: 'French public medicines database (BDPM): ANSM, HAS, health insurance',
      bnpv: 'National pharmacovigilance database (BNPV): ANSM and regional centres',
      'open-medic': 'Open Medic: health insurance',
      ruptures: 'Notifications of shortages and risks of shortage: ANSM',
      'erreurs-medicamenteuses': 'Reports of medication errors: ANSM',
      atc: 'Labels of the ATC classification',
    },
    vintage: (vintage) =>
      /^\d{4}-\d{2}-\d{2}$/.test(vintage) ? `version of ${dayInWords(vintage)}` : `version ${vintage}`,
    undated: 'no date in its name',
    file: (size, encoding) => `${bytes(size)}, ${ENCODINGS[encoding] ?? encoding}`,
    rows: (read, accepted) => `${counted(read, 'row')} read, ${wholeNumber(accepted)} kept`,
    rejected: (count, reasons) => `${wholeNumber(count)} rejected: ${listed(reasons)}`,
    reason: (reason, count) => `${wholeNumber(count)} ${REASONS[reason] ?? reason}`,
    sha256: 'SHA-256',
  },
  matching: {
    title: 'What is counted, and what is not',
    casesCaption: 'Reports read',
    drugsCaption: 'Names of medicines in the reports that are kept',
    what: 'What',
    count: 'Number',
    share: 'Share',
    casesRead: 'Rows of reports read',
    casesKept: 'Reports kept',
    rejected: 'Rows rejected',
    superseded: 'Versions replaced by a later one',
    foreign: 'Occurred outside France',
    drugRows: 'Names of medicines read',
    matched: {
      speciality: 'Recognised: a medicine',
      brand: 'Recognised: a brand',
      substance: 'Recognised: a substance',
      alias: 'Recognised: another writing of a substance',
    },
    ambiguous: 'Left aside: several substances possible',
    unmatched: 'Left aside: unknown',
    none: 'This version of the data has no reports.',
    exposure: ({ rows, unmatchedRows, unmatchedPacks }) =>
      `Open Medic: ${counted(rows, 'row')} kept; ${wholeNumber(unmatchedRows)} of them ${unmatchedRows === 1 ? 'is' : 'are'} about ${counted(unmatchedPacks, 'pack')} that no medicine of this version has, and ${unmatchedRows === 1 ? 'counts' : 'count'} for none.`,
    hidden: ({ figures, primary, complementary }) =>
      `Of ${counted(figures, 'number')} of reports, ${wholeNumber(primary)} are hidden for being small, and ${wholeNumber(complementary)} so that the first cannot be worked out.`,
    hiddenLink: 'How',
  },
  releases: {
    title: 'The published versions',
    note: 'A version never changes: a correction makes a new one. The pages show the latest.',
    caption: 'Versions kept',
    version: 'Version',
    published: 'Published on',
    declarations: 'Reports',
    current: 'that of these pages',
    none: '–',
    changes: 'what changed',
    feedTitle: 'Versions of the data',
    follow: 'Follow the versions (Atom feed)',
    interface: 'All versions and their files, as JSON',
  },
};
