/** A bar of a picture. */
export interface Bar {
  /** Share of the scale, 0 to 1. */
  width: number;
  colour: string;
}
/** One line of a picture: a category, its bars, its figure. */
export interface Line {
  label: string;
  bars: Bar[];
  value: string;
  strong: boolean;
}

/** The lines of tables that set substances side by side: one a category and a substance, for bars on one scale. */
export function columnLines(figure: HTMLElement): Line[] {
  const ink = figure.querySelector('circle.k');
  const colour = ink === null ? 'currentColor' : getComputedStyle(ink).fill;
  return [...figure.querySelectorAll('tbody tr')].flatMap((row): Line[] => {
    const label = row.querySelector('th')?.textContent ?? '';
    if (row.matches('.group')) return [{ label, bars: [], value: '', strong: true }];
    return [...row.querySelectorAll<HTMLElement>('td')].map((cell) => ({
      label: `${label} · ${cell.dataset['name'] ?? ''}`,
      bars: drawnBars(cell, colour),
      value: valueOf(cell),
      strong: false,
    }));
  });
}

/** What the cell draws; where a line by years is drawn elsewhere, how far it goes. */
function drawnBars(cell: HTMLElement, colour: string): Bar[] {
  const width = cell.dataset['width'];
  if (width !== undefined) return [{ width: Number.parseFloat(width) / 100, colour }];
  const bar = cell.querySelector('.bar rect');
  if (bar === null) return [];
  return [{ width: Number.parseFloat(bar.getAttribute('width') ?? '0') / 100, colour: getComputedStyle(bar).fill }];
}

function valueOf(part: Element): string {
  return part.querySelector('b')?.textContent.trim() ?? '';
}
