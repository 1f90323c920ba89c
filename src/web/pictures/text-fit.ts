/** Lines of text at one size, in pixels. */
export interface Fitted {
  size: number;
  lines: string[];
}
export interface Room {
  width: number;
  lines: number;
  /** Sizes to try, the largest first. */
  sizes: readonly [number, ...number[]];
  bold: boolean;
}

/** Letters that are not bold are narrower. */
const NARROWER = 0.9;

/** The largest size at which a text keeps to its lines; at the smallest of all, what is too much is cut. */
export function fit(text: string, room: Room): Fitted {
  const [first] = room.sizes;
  const width = room.bold ? room.width : room.width / NARROWER;
  let found: Fitted = { size: first, lines: [] };
  for (const size of room.sizes) {
    found = { size, lines: wrap(text, width / size) };
    if (found.lines.length <= room.lines) return found;
  }
  const kept = found.lines.slice(0, room.lines);
  return { size: found.size, lines: kept.map((line, at) => (at === room.lines - 1 ? `${line.slice(0, -1)}…` : line)) };
}

/** Lines of at most so many ems: broken at spaces, and inside words that are longer than a line. */
function wrap(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => broken(one, ems))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= ems) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function broken(word: string, ems: number): string[] {
  const pieces: string[] = [''];
  for (const character of word) {
    const piece = `${pieces.at(-1) ?? ''}${character}`;
    if (widthOf(piece) > ems) pieces.push(character);
    else pieces[pieces.length - 1] = piece;
  }
  return pieces;
}

/** Width in ems, a little more than that of DejaVu Sans Bold: what fits by this fits. */
function widthOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems;
}

function emsOf(character: string): number {
  if (/[ijlI.,;:'’!|()\s-]/.test(character)) return 0.42;
  if (/[mwMW@%…]/.test(character)) return 1.1;
  return /[\p{Ll}\d]/u.test(character) ? 0.72 : 0.84;
}
