import { Parser } from 'htmlparser2';

/** What a cell that may hold HTML says: its text, and the address of its first link that leads to the web. */
export interface HtmlText {
  /** Without marks; `\n` where a line or a paragraph ends. */
  readonly text: string;
  readonly address: string | null;
}

const NEW_LINE = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** What stands in these is no text for readers. */
const NOT_TEXT = new Set(['script', 'style', 'template', 'title']);
/** White space of HTML: a space that does not break is none. */
const SPACES = /[ \t\r\n\f]+/g;
const LEVEL = '0123456789+-';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻';

/**
 * Reads a cell as browsers would read its HTML: runs of spaces are one, and a `<` before anything but a letter is an
 * ordinary character.
 */
export function readHtml(cell: string): HtmlText {
  // most cells hold none, and need no parser
  if (!cell.includes('<') && !cell.includes('&')) return { text: cell.replace(SPACES, ' ').trim(), address: null };
  let text = '';
  let address: string | null = null;
  const open: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      open.push(name);
      if (NEW_LINE.has(name)) text += '\n';
      if (name === 'a') address ??= webAddress(attributes['href'] ?? '');
    },
    ontext: (part) => {
      if (open.some((name) => NOT_TEXT.has(name))) return;
      const plain = part.replace(SPACES, ' ');
      // 10<sup>6</sup> is not 106
      text += open.includes('sup') ? plain.replace(/[\d+-]/g, (sign) => RAISED.charAt(LEVEL.indexOf(sign))) : plain;
    },
    onclosetag: (name) => {
      open.pop();
      if (NEW_LINE.has(name)) text += '\n';
    },
  });
  parser.end(cell);
  return {
    text: text
      .replace(/ *\n[ \n]*/g, '\n')
      .replace(/ +/g, ' ')
      .trim(),
    address,
  };
}

/** The address when it is one of the web, in its normal form; null for anything else, such as `javascript:`. */
export function webAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return new URL(text).href;
}
