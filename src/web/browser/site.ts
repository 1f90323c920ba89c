/** What the pages can do besides showing: tables to take away, charts to point at. Every page is whole without it. */
import { followSections } from './sections.js';
import { addTools } from './tools.js';

for (const figure of document.querySelectorAll<HTMLElement>('figure[data-name]')) addTools(figure);

const plots = document.querySelectorAll<HTMLElement>('figure[data-line]');
if (plots.length > 0) {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        observer.unobserve(target);
        // the static drawing stays when the chart cannot be loaded
        void import('./line.js').then(({ drawLine }) => {
          drawLine(target);
        });
      }
    },
    { rootMargin: '200px' },
  );
  for (const plot of plots) observer.observe(plot);
}

followSections();

// suggestions come with the first use of a search
for (const field of document.querySelectorAll<HTMLInputElement>('.find input[type=search]')) {
  const begin = async (): Promise<void> => {
    (await import('./suggest.js')).suggestIn(field);
  };
  for (const use of ['focus', 'input']) field.addEventListener(use, () => void begin(), { once: true });
}

// a sheet of paper cannot be opened; the terms of all organ classes would fill a book of them
let closed: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll<HTMLDetailsElement>('figure details:not([open], .classes *)')];
  for (const details of closed) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of closed) details.open = false;
});
