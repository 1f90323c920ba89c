/** The picture of a figure, with its title and its source, so that it can travel alone. */
import { type Bar, type Line, columnLines } from './columns.js';

const WIDTH = 960;
const MARGIN = 32;
const ROW = 30;
const HEAD = 128;
const FOOT = 60;
/** Where bars begin, after the margin. */
const BARS = 390;
/** Width of a bar that fills the scale. */
const SCALE = 370;
const FONT = 'system-ui, "Segoe UI", Roboto, sans-serif';

/** A line with a rate and its interval, as shares of the scale. */
interface MarkedLine extends Line {
  mark?: { from: number; at: number; to: number };
}

/** @throws Error when the browser makes no picture */
export async function pictureOf(figure: HTMLElement): Promise<Blob> {
  const chart = figure.querySelector('canvas');
  const lines = chart === null ? linesOf(figure) : [];
  const body = chart === null ? lines.length * ROW : (chart.height / chart.width) * (WIDTH - 2 * MARGIN);
  const height = HEAD + body + FOOT;
  const { canvas, context } = sheet(height);
  drawHead(context, figure);
  if (chart === null)
    lines.forEach((line, index) => {
      drawRow(context, line, HEAD + index * ROW);
    });
  else context.drawImage(chart, MARGIN, HEAD, WIDTH - 2 * MARGIN, body);
  const source = figure.querySelector('.tools span')?.textContent ?? '';
  words(context, `${source} ${location.host}`, { y: height - 24, font: `14px ${FONT}` });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('no picture'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** An empty picture in the colours of the page, twice as fine as a screen. */
function sheet(height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.scale(2, 2);
  const style = getComputedStyle(document.body);
  context.fillStyle = style.backgroundColor;
  context.fillRect(0, 0, WIDTH, height);
  context.fillStyle = style.color;
  return { canvas, context };
}

/** The page with its population, the title of the block, the measure, and what the colours mean. */
function drawHead(context: CanvasRenderingContext2D, figure: HTMLElement): void {
  const page = document.querySelector('h1')?.textContent ?? '';
  // the first is the whole
  const population = document.querySelector('.people a[aria-current]:not(:first-of-type)')?.textContent;
  const section = figure.closest('section');
  const title = population === undefined ? page : `${page} – ${population}`;
  words(context, title, { y: 44, font: `700 22px ${FONT}` });
  words(context, section?.querySelector('h2')?.textContent ?? '', { y: 74, font: `600 17px ${FONT}` });
  // captions of the folded terms are about one class only
  const caption = figure.querySelector('table:not(.classes table) caption')?.textContent ?? '';
  words(context, caption, { y: 102, font: `15px ${FONT}` });
  if (figure.querySelector('.bar.two') === null) return;
  const ink = context.fillStyle;
  let x = MARGIN + context.measureText(caption).width + 36;
  for (const key of section?.querySelectorAll('.key') ?? []) {
    context.fillStyle = getComputedStyle(key, '::before').backgroundColor;
    context.fillRect(x, 91, 12, 12);
    context.fillStyle = ink;
    context.fillText(key.textContent, x + 18, 102);
    x += 48 + context.measureText(key.textContent).width;
  }
}

function linesOf(figure: HTMLElement): Line[] {
  if (figure.matches('[data-pyramid]')) return pyramidLines(figure);
  if (figure.matches('[data-columns]')) return columnLines(figure);
  if (figure.matches('[data-rates]')) return [...figure.querySelectorAll('tbody tr')].map(rateLine);
  const rows = figure.querySelectorAll<HTMLElement>('tr.group, tbody tr, .class-row:not(.head)');
  return (
    [...rows]
      // the terms of an organ class stay folded
      .filter((row) => row.closest('.classes') === null || row.matches('.class-row'))
      .map((row) => ({
        label: row.querySelector('th, .name')?.textContent ?? '',
        bars: barsOf(row),
        value: row.querySelector('.n')?.firstChild?.textContent?.trim() ?? '',
        strong: row.matches('.group'),
      }))
  );
}

function rateLine(row: Element): MarkedLine {
  const mark = row.querySelector('.rate');
  const share = (selector: string, length: string): number =>
    Number.parseFloat(mark?.querySelector(selector)?.getAttribute(length) ?? '0') / 100;
  return {
    label: row.querySelector('th')?.textContent ?? '',
    bars: [],
    value: row.querySelector('td:last-child')?.textContent.trim() ?? '',
    strong: false,
    ...(mark && { mark: { from: share('line', 'x1'), at: share('circle', 'cx'), to: share('line', 'x2') } }),
  };
}

/** One line a side and an age. */
function pyramidLines(figure: HTMLElement): Line[] {
  const sexes = [...figure.querySelectorAll('thead th')].slice(1, 3);
  return sexes.flatMap((sex, side) =>
    [...figure.querySelectorAll('tbody tr')].map((row) => ({
      label: `${sex.firstChild?.textContent?.trim() ?? ''}, ${(row.querySelector('th')?.textContent ?? '').toLowerCase()}`,
      bars: [...row.querySelectorAll('.graph')].slice(side, side + 1).flatMap(barsOf),
      value: row.querySelectorAll('td:not(.graph)')[side]?.firstChild?.textContent?.trim() ?? '',
      strong: false,
    })),
  );
}

function barsOf(part: Element): Bar[] {
  return [...part.querySelectorAll('.bar rect')].map((rect) => ({
    width: Number.parseFloat(rect.getAttribute('width') ?? '0') / 100,
    colour: getComputedStyle(rect).fill,
  }));
}

function drawRow(context: CanvasRenderingContext2D, line: MarkedLine, y: number): void {
  words(context, line.label, { y: y + 20, font: `${line.strong ? '600 ' : ''}15px ${FONT}`, width: SCALE });
  const ink = context.fillStyle;
  const height = line.bars.length > 1 ? 9 : 14;
  line.bars.forEach((bar, index) => {
    context.fillStyle = bar.colour;
    context.fillRect(MARGIN + BARS, y + 6 + index * 11, bar.width * SCALE, height);
  });
  context.fillStyle = ink;
  if (line.mark !== undefined) drawMark(context, line.mark, y + 15);
  context.textAlign = 'right';
  context.fillText(line.value, WIDTH - MARGIN, y + 20);
  context.textAlign = 'left';
}

function drawMark(context: CanvasRenderingContext2D, mark: NonNullable<MarkedLine['mark']>, y: number): void {
  const start = MARGIN + BARS;
  context.fillRect(start + mark.from * SCALE, y - 1, (mark.to - mark.from) * SCALE, 2);
  context.beginPath();
  context.arc(start + mark.at * SCALE, y, 5, 0, 2 * Math.PI);
  context.fill();
}

function words(context: CanvasRenderingContext2D, text: string, at: { y: number; font: string; width?: number }): void {
  context.font = at.font;
  context.fillText(text, MARGIN, at.y, at.width ?? WIDTH - 2 * MARGIN);
}
