/** The picture of a figure, with its title and its source, so that it can travel alone. */

const WIDTH = 960;
const MARGIN = 32;
const ROW = 30;
const FONT = 'system-ui, "Segoe UI", Roboto, sans-serif';

interface Bar {
  /** Share of the scale, 0 to 1. */
  width: number;
  colour: string;
}
interface Line {
  label: string;
  bars: Bar[];
  value: string;
  strong: boolean;
}

/** @throws Error when the browser makes no picture */
export async function pictureOf(figure: HTMLElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const chart = figure.querySelector('canvas');
  const lines = chart === null ? linesOf(figure) : [];
  const body = chart === null ? lines.length * ROW : (chart.height / chart.width) * (WIDTH - 2 * MARGIN);
  const height = 110 + body + 60;
  canvas.width = WIDTH * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.scale(2, 2);
  const style = getComputedStyle(document.body);
  context.fillStyle = style.backgroundColor;
  context.fillRect(0, 0, WIDTH, height);
  context.fillStyle = style.color;
  words(context, titleOf(figure), { y: 44, font: `700 22px ${FONT}` });
  words(context, figure.querySelector('caption')?.textContent ?? '', { y: 76, font: `15px ${FONT}` });
  if (chart === null)
    lines.forEach((line, index) => {
      drawRow(context, line, 110 + index * ROW);
    });
  else context.drawImage(chart, MARGIN, 100, WIDTH - 2 * MARGIN, body);
  const source =
    figure.querySelector('.tools span')?.textContent ??
    figure.parentElement?.querySelector('.tools span')?.textContent ??
    '';
  words(context, `${source} ${location.host}`, { y: height - 24, font: `14px ${FONT}` });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('no picture'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** The page, its population where it has one, and the block. */
function titleOf(figure: HTMLElement): string {
  const page = document.querySelector('h1')?.textContent ?? '';
  const population = document.querySelector('.people a[aria-current]')?.textContent ?? '';
  const block = figure.closest('section')?.querySelector('h2')?.textContent ?? '';
  return [page, population === 'Tous' ? '' : population, block].filter((part) => part !== '').join(' – ');
}

function linesOf(figure: HTMLElement): Line[] {
  const rows = figure.querySelectorAll<HTMLElement>('tr.group, tbody tr, .class-row:not(.head)');
  return (
    [...rows]
      // the terms of an organ class stay folded
      .filter((row) => row.closest('.classes') === null || row.matches('.class-row'))
      .map((row) => ({
        label: row.querySelector('th, .name')?.textContent ?? '',
        bars: [...row.querySelectorAll('.bar rect')].map((rect) => ({
          width: Number.parseFloat(rect.getAttribute('width') ?? '0') / 100,
          colour: getComputedStyle(rect).fill,
        })),
        value: row.querySelector('.n')?.firstChild?.textContent?.trim() ?? '',
        strong: row.matches('.group'),
      }))
  );
}

function drawRow(context: CanvasRenderingContext2D, line: Line, y: number): void {
  words(context, line.label, { y: y + 20, font: `${line.strong ? '600 ' : ''}15px ${FONT}`, width: 370 });
  const ink = context.fillStyle;
  const height = line.bars.length > 1 ? 9 : 14;
  line.bars.forEach((bar, index) => {
    context.fillStyle = bar.colour;
    context.fillRect(MARGIN + 390, y + 6 + index * 11, bar.width * 370, height);
  });
  context.fillStyle = ink;
  context.textAlign = 'right';
  context.fillText(line.value, WIDTH - MARGIN, y + 20);
  context.textAlign = 'left';
}

function words(context: CanvasRenderingContext2D, text: string, at: { y: number; font: string; width?: number }): void {
  context.font = at.font;
  context.fillText(text, MARGIN, at.y, at.width ?? WIDTH - 2 * MARGIN);
}
