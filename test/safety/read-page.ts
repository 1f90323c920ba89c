import { Parser } from 'htmlparser2';

/** A page as a browser reads it. */
export interface Page {
  elements: { name: string; attributes: Record<string, string> }[];
  /** What scripts hold, and of what type they are. */
  scripts: { type: string; src: string; text: string }[];
  /** All that is shown, and the title. */
  text: string;
}

/** Reads HTML, or with `xml` a feed. */
export function readPage(html: string, xml = false): Page {
  const page: Page = { elements: [], scripts: [], text: '' };
  let inScript = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        page.elements.push({ name, attributes });
        inScript = name === 'script';
        if (inScript) page.scripts.push({ type: attributes['type'] ?? '', src: attributes['src'] ?? '', text: '' });
      },
      ontext: (text) => {
        const script = page.scripts.at(-1);
        if (inScript && script !== undefined) script.text += text;
        else page.text += text;
      },
      onclosetag: () => {
        inScript = false;
      },
    },
    { xmlMode: xml },
  );
  parser.end(html);
  return page;
}

const LEADING = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href'];
const NEVER = new Set(['iframe', 'frame', 'object', 'embed', 'base', 'template', 'style', 'math', 'foreignobject']);
const OWN = 'https://figures.test';

/** What of a page could run or lead elsewhere than the web, a line each; none on a safe page. */
export function faultsOf({ elements, scripts, text }: Page): string[] {
  const faults = elements.flatMap(({ name, attributes }) => {
    const of = Object.entries(attributes).flatMap(([attribute, value]) => {
      if (/^(on|srcdoc|style$|srcset$)/.test(attribute)) return [`<${name} ${attribute}>`];
      if (!LEADING.includes(attribute)) return [];
      const url = URL.canParse(value, OWN) ? new URL(value, OWN) : null;
      const own = !['script', 'img', 'link', 'form'].includes(name) || url?.origin === OWN;
      return url !== null && /^(https?|mailto):$/.test(url.protocol) && own
        ? []
        : [`<${name} ${attribute}="${value}">`];
    });
    return NEVER.has(name) || (name === 'meta' && 'http-equiv' in attributes) ? [`<${name}>`, ...of] : of;
  });
  for (const { type, src, text: code } of scripts)
    if (!(type === 'module' && src.startsWith('/assets/') && code === '') && !isJson(type, code))
      faults.push(`<script type="${type}">${code.slice(0, 40)}`);
  if (/[\u202a-\u202e\u2066-\u2069]/.test(text)) faults.push('a mark that turns the direction of writing');
  return faults;
}

function isJson(type: string, text: string): boolean {
  if (!/^application\/(ld\+)?json$/.test(type)) return false;
  JSON.parse(text);
  return true;
}
