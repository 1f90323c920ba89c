import { csvOf, rowsOf } from './rows.js';
import { texts } from './texts.js';

/** Adds to a figure the buttons that copy its table, download it, and save its picture. */
export function addTools(figure: HTMLElement): void {
  const name = figure.dataset['name'] ?? texts.table;
  const tools = figure.querySelector('.tools') ?? figure.appendChild(emptyTools());
  tools.append(
    button(texts.csv, () => {
      save(new Blob([`\ufeff${csvOf(rowsOf(figure))}\r\n`], { type: 'text/csv' }), fileName(name, 'csv'));
    }),
  );
  // browsers have no clipboard on pages that were not sent safely
  if ('clipboard' in navigator) tools.append(copyButton(figure));
  if (figure.querySelector('svg') !== null)
    tools.append(
      button(texts.picture, async () => {
        const { pictureOf } = await import('./picture.js');
        save(await pictureOf(figure), fileName(name, 'png'));
      }),
    );
}

function emptyTools(): HTMLElement {
  const tools = document.createElement('p');
  tools.className = 'tools';
  return tools;
}

function button(label: string, act: () => void | Promise<void>): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', () => void act());
  return made;
}

function copyButton(figure: HTMLElement): HTMLButtonElement {
  const made = button(texts.copy, async () => {
    const text = rowsOf(figure)
      .map((row) => row.join('\t'))
      .join('\n');
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    made.textContent = done ? texts.copied : texts.refused;
    setTimeout(() => {
      made.textContent = texts.copy;
    }, 2500);
  });
  made.setAttribute('aria-live', 'polite');
  return made;
}

function fileName(name: string, extension: string): string {
  const page = location.pathname.replaceAll('/', '-').replace(/^-/, '');
  const population = new URLSearchParams(location.search).get('population');
  return `${[page, population, name].filter((part) => part !== null && part !== '').join('-')}.${extension}`;
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
