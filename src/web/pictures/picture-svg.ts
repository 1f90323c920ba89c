import type { PictureModel } from './picture-model.js';
import { type Room, fit } from './text-fit.js';

/** The size that those who show pages of others ask for. */
const PICTURE_SIZE = { width: 1200, height: 630 };

const SIDE = 60;
const ROOM = PICTURE_SIZE.width - 2 * SIDE;
/** The light colours of the site. */
const COLOURS = {
  paper: '#fbfaf8',
  card: '#ffffff',
  line: '#dfdcd6',
  ink: '#1c2430',
  soft: '#566070',
  cases: '#0a6c74',
  patients: '#7a6a4f',
  warn: '#fff1cc',
};
/** Where the key of the hidden years begins. */
const KEY_AT = 400;
const TITLE: Room = { width: ROOM, lines: 2, sizes: [60, 52, 44, 36], bold: true };
const DETAIL: Room = { width: ROOM, lines: 2, sizes: [28, 25], bold: false };

/** The picture as SVG 1.1, with nothing in it that was not escaped. Pure. */
export function pictureSvg(model: PictureModel): string {
  const { width, height } = PICTURE_SIZE;
  const top = model.demo === '' ? 0 : 44;
  const title = fit(model.title, TITLE);
  // without a chart, the words stand in the middle
  const titleAt = top + (model.chart === null ? 190 : 104);
  const titleEnd = titleAt + title.lines.length * title.size * 1.12;
  const detail = fit(model.detail, DETAIL);
  const answerAt = titleEnd + 44;
  const detailAt = answerAt + 12 + detail.size;
  const detailEnd = detailAt + (detail.lines.length - 1) * detail.size * 1.3;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${escaped(model.language)}" font-family="DejaVu Sans">`,
    rect({ x: 0, y: 0, width, height }, COLOURS.paper),
    model.demo === '' ? '' : rect({ x: 0, y: 0, width, height: top }, COLOURS.warn),
    model.demo === '' ? '' : words(model.demo, { x: width / 2, y: 30, size: 22, bold: true, anchor: 'middle' }),
    brand(top + 28),
    words(model.site, { x: SIDE + 62, y: top + 62, size: 30, bold: true }),
    words(model.version, { x: width - SIDE, y: top + 60, size: 22, anchor: 'end', fill: COLOURS.soft }),
    ...title.lines.map((line, at) =>
      words(line, {
        x: SIDE,
        y: titleAt + (at + 1) * title.size * 1.12 - title.size * 0.2,
        size: title.size,
        bold: true,
      }),
    ),
    words(model.answer, { x: SIDE, y: answerAt, size: 40, bold: true, fill: COLOURS.cases }),
    ...detail.lines.map((line, at) =>
      words(line, { x: SIDE, y: detailAt + at * detail.size * 1.3, size: detail.size }),
    ),
    ...(model.chart === null ? [] : chart(model.chart, { top: detailEnd + 18, bottom: height - 76 })),
    rect({ x: SIDE, y: height - 58, width: 6, height: 34 }, COLOURS.patients),
    words(model.caution, { x: SIDE + 20, y: height - 32, size: 25, bold: true }),
    '</svg>',
  ].join('\n');
}

/** The sign of the site, as in the head of its pages. */
function brand(y: number): string {
  return `<g transform="translate(${SIDE} ${y}) scale(1.45)"><rect width="32" height="32" rx="7" fill="${COLOURS.cases}"/><path d="M9 9h14M9 16h7M9 23h11" stroke="${COLOURS.card}" stroke-width="4" stroke-linecap="round" fill="none"/></g>`;
}

/** The line of the page, stretched to the room that is left. Hidden years have their sign, and no height. */
function chart(
  { title, drawing, maskedYear }: NonNullable<PictureModel['chart']>,
  room: { top: number; bottom: number },
): string[] {
  const x = (value: number): number => round(SIDE + (value / drawing.width) * ROOM);
  const top = room.top + 20;
  const y = (value: number): number => round(top + (value / drawing.height) * (room.bottom - top));
  const base = y(drawing.base);
  const points = (line: string): string =>
    line
      .split(' ')
      .map((point) => point.split(',').map(Number))
      .map(([across = 0, down = 0]) => `${x(across)},${y(down)}`)
      .join(' ');
  return [
    ...key(title, maskedYear, top),
    `<line x1="${SIDE}" x2="${SIDE + ROOM}" y1="${base}" y2="${base}" stroke="${COLOURS.soft}" stroke-opacity="0.5" stroke-width="2"/>`,
    ...drawing.lines.map(
      (line) =>
        `<polyline points="${points(line)}" fill="none" stroke="${COLOURS.cases}" stroke-width="5" stroke-linejoin="round"/>`,
    ),
    ...drawing.points.map((point) => `<circle cx="${x(point.x)}" cy="${y(point.y)}" r="7" fill="${COLOURS.cases}"/>`),
    ...drawing.points.map((point) =>
      words(point.text, { x: x(point.x), y: y(point.y) - 16, size: 19, bold: true, anchor: 'middle' }),
    ),
    ...drawing.masks.map((left) => mask(x(left + 6) - 9, base - 26)),
    ...drawing.years.map((year) =>
      words(year.text, { x: x(year.x), y: base + 28, size: 19, anchor: 'middle', fill: COLOURS.soft }),
    ),
  ];
}

/** What the chart shows, and what its sign means. */
function key(title: string, maskedYear: string, y: number): string[] {
  const small = { y, size: 20, fill: COLOURS.soft };
  const titled = words(title, { ...small, x: SIDE });
  return maskedYear === '' ? [titled] : [titled, mask(KEY_AT, y - 15), words(maskedYear, { ...small, x: KEY_AT + 28 })];
}

/** The sign of a hidden year: a dashed square at the foot, whatever its figure. */
function mask(x: number, y: number): string {
  return `<rect x="${x}" y="${y}" width="18" height="18" fill="none" stroke="${COLOURS.soft}" stroke-width="2" stroke-dasharray="4 3"/>`;
}

function rect({ x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
}

interface Place {
  x: number;
  y: number;
  size: number;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  fill?: string;
}

function words(text: string, { x, y, size, bold = false, anchor = 'start', fill = COLOURS.ink }: Place): string {
  if (text === '') return '';
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${weight} text-anchor="${anchor}" fill="${fill}">${escaped(text)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Text inside XML, in content and in attributes; characters that XML has not at all are left out. */
export function escaped(text: string): string {
  return text
    .replaceAll(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const NOT_XML =
  // eslint-disable-next-line no-control-regex -- control characters are what must go
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
