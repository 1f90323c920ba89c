import { texts } from './texts.js';

/**
 * The rows of a figure as text, first those of its head: what is copied and downloaded. Cells that are only drawn are
 * left out; what a cell says in small becomes a cell of its own.
 */
export function rowsOf(figure: HTMLElement): string[][] {
  const classes = figure.querySelector('[data-classes]');
  if (classes !== null) return classRows(classes);
  const tables = [...figure.querySelectorAll('table')].map(tableRows);
  // rows that a fold holds go on under the same head
  const head = tables[0]?.[0]?.join('\t');
  return tables.flatMap((rows, index) => (index > 0 && rows[0]?.join('\t') === head ? rows.slice(1) : rows));
}

function tableRows(table: HTMLTableElement): string[][] {
  let group = '';
  const rows: string[][] = [];
  for (const row of table.rows) {
    const cells = [...row.cells].filter((cell) => !cell.matches('.graph, .forest'));
    if (row.matches('.group')) group = textOf(cells[0]);
    else
      rows.push(
        cells
          .flatMap(cellTexts)
          .map((text, index) => (group !== '' && index === 0 ? `${group}${texts.colon}${text}` : text)),
      );
  }
  return rows;
}

function cellTexts(cell: HTMLTableCellElement): string[] {
  const small = cell.querySelector('small');
  if (small === null) return [textOf(cell)];
  const main = [...cell.childNodes].filter((node) => node !== small);
  return [plain(main.map((node) => node.textContent ?? '').join('')), textOf(small)];
}

function classRows(classes: Element): string[][] {
  const [organClass, , cases, share] = [...(classes.querySelector('.head')?.children ?? [])].map(textOf);
  const rows = [[organClass ?? '', texts.term, cases ?? '', share ?? '']];
  for (const item of classes.querySelectorAll('li')) {
    const [name, , count, percent] = [...(item.querySelector('.class-row')?.children ?? [])];
    rows.push([textOf(name), '', textOf(count?.firstChild), textOf(percent)]);
    for (const row of item.querySelectorAll<HTMLTableRowElement>('tbody tr')) {
      const [term, , reports, part] = [...row.cells];
      rows.push([textOf(name), textOf(term), textOf(reports), textOf(part)]);
    }
    for (const term of (item.querySelector('.hidden-terms [data-terms]')?.textContent ?? '').split(' · '))
      if (term !== '') rows.push([textOf(name), term, texts.masked, '']);
  }
  return rows;
}

function textOf(node: Node | null | undefined): string {
  return plain(node?.textContent ?? '');
}

/** Between thousands: French and English write no figure alike. */
const THOUSANDS = texts.separator === ';' ? /(?<=\d)[\u202f\u00a0](?=\d)/g : /(?<=\d),(?=\d{3}(?!\d))/g;

/** Figures as programs read them: no spaces in numbers, no sign of percentage, no brackets. */
function plain(text: string): string {
  return text
    .replaceAll('\u00ad', '')
    .replaceAll(THOUSANDS, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/(?<=^[\d.,]+)\s?%$/, '');
}

/** Semicolons beside decimal commas, as French spreadsheets expect; in English, commas beside decimal points. */
export function csvOf(rows: readonly string[][]): string {
  return rows.map((row) => row.map(csvCell).join(texts.separator)).join('\r\n');
}

function csvCell(text: string): string {
  // a spreadsheet would run a cell that begins like a formula
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return safe.includes(texts.separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
