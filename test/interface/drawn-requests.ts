import { type Document, type Operation, type Parameter, parametersOf, type Schema } from './document.js';

/** A request as it goes over the wire, and what is known of it beforehand. */
export interface DrawnRequest {
  method: string;
  /** Path and query, percent-encoded or wrongly so. */
  address: string;
  headers: Record<string, string>;
  /** The parameters of the query that are wrong. */
  wrong: readonly string[];
  /** Whether the path has codes that the examples have. */
  known: boolean;
}

type Random = () => number;

/** Numbers from 0 to 1 that are always the same for a seed. Source: mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** No text: cut or wrong UTF-8, control characters. */
const UNREADABLE = ['%', '%f', '%zz', '%ff', '%c0%80', '%ed%a0%80', '%00', 'a%00b', '%0d%0aX-A:1', '%7f', '%1b[0m'];
/** Text that is nobody's code, and the name of nothing. */
const STRANGE = [
  "'%20OR%201=1--",
  '%22%3E%3Cscript%3E',
  '..%2f..%2fetc%2fpasswd',
  '__proto__',
  'constructor',
  '%F0%9F%92%8A',
  '%E2%80%AE',
  '{}',
  '$%7B7*7%7D',
  '-1',
  '1e9',
  'NaN',
  '%5B%5D',
  '%EF%BF%BD',
];
const WORDS = ['a', 'acide', 'n02', 'comprim%C3%A9', 'x', '500+mg', '%25', '%C3%A9%C3%A9'];
const ACCEPTED = ['gzip', 'br', 'identity', 'br;q=0, gzip', '*', 'gzip;q=zz,,;', 'deflate'];
const TAGS = ['"x"', '*', 'W/"x"', 'x', '"', '""""', '"a", "b'];
const METHODS = ['HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'];

export function drawRequest(document: Document, random: Random): DrawnRequest {
  const [path, { get: operation }] = pick(Object.entries(document.paths), random);
  const { filled, known } = drawPath(path, document, operation, random);
  const { pairs, wrong } = drawQuery(parametersOf(document, operation), random);
  const query = pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  const headers: Record<string, string> = {};
  if (random() < 0.5) headers['accept-encoding'] = pick(ACCEPTED, random);
  if (random() < 0.2) headers['if-none-match'] = pick(TAGS, random);
  if (random() < 0.1) headers['accept'] = pick(['text/html', 'application/xml', '*/*;q=0', ''], random);
  return { method: random() < 0.15 ? pick(METHODS, random) : 'GET', address: filled + query, headers, wrong, known };
}

function drawPath(
  path: string,
  document: Document,
  operation: Operation,
  random: Random,
): { filled: string; known: boolean } {
  let known = true;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parametersOf(document, operation).find((one) => one.name === name);
    if (random() < 0.6) return encodeURIComponent(String(parameter?.example));
    known = false;
    const digits = String(Math.floor(random() * 10 ** (1 + Math.floor(random() * 9))));
    return pick([digits, 'a'.repeat(Math.floor(random() * 300) + 1), ...STRANGE, ...UNREADABLE], random);
  });
  return { filled, known };
}

function drawQuery(parameters: readonly Parameter[], random: Random): { pairs: string[]; wrong: string[] } {
  const pairs: string[] = [];
  const wrong: string[] = [];
  for (const { name, required, schema, example } of parameters.filter((parameter) => parameter.in === 'query')) {
    const chance = random();
    if (chance < 0.45) {
      if (required === true) wrong.push(name);
    } else if (chance < 0.8) {
      pairs.push(`${name}=${drawRight(schema, example, random)}`);
    } else {
      wrong.push(name);
      pairs.push(...drawWrong(name, schema, random));
    }
  }
  if (random() < 0.1) {
    const name = pick(['unknown', 'Page', '__proto__', 'toString', 'q[]', 'a'.repeat(3000)], random);
    wrong.push(name);
    pairs.push(`${encodeURIComponent(name)}=1`);
  }
  return { pairs: random() < 0.5 ? pairs : pairs.toReversed(), wrong };
}

function drawRight(
  { enum: values, type, minimum, maximum, pattern }: Schema,
  example: unknown,
  random: Random,
): string {
  if (Array.isArray(values)) return encodeURIComponent(String(pick(values, random)));
  if (type === 'boolean') return pick(['true', 'false'], random);
  if (type === 'integer') {
    const from = Number(minimum);
    return String(from + Math.floor(random() ** 4 * (Number(maximum) - from)));
  }
  if (typeof pattern !== 'string')
    return pick([...WORDS, typeof example === 'string' ? encodeURIComponent(example) : 'a'], random);
  return drawMatching(pattern, random);
}

/** What fits the few patterns there are: so many digits, an ATC code, or one letter. */
function drawMatching(pattern: string, random: Random): string {
  const digits = Number(/^\^(?:\\d|\[0-9\])\{(?:1,)?(\d+)\}\$$/.exec(pattern)?.[1] ?? 0);
  if (digits > 0) return String(Math.floor(random() * 10 ** digits)).padStart(digits, '0');
  return pick(pattern.includes('(') ? ['N', 'n02', 'K06BD'] : ['a', 'M', 'z'], random);
}

/** One or two pairs that make a parameter wrong. */
function drawWrong(name: string, schema: Schema, random: Random): string[] {
  const isText = schema['type'] === 'string' && schema['enum'] === undefined && schema['pattern'] === undefined;
  const chance = random();
  if (chance < 0.2) return [`${name}=a`, `${name}=b`];
  if (chance < 0.3) return [`${name}=`];
  if (chance < 0.4) return [`${name}=${'9'.repeat(250 + Math.floor(random() * 5000))}`];
  if (chance < 0.7 || isText) return [`${name}=${pick(UNREADABLE, random)}`];
  return [`${name}=${pick(STRANGE, random)}`];
}

function pick<T>(things: readonly T[], random: Random): T {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new Error('nothing to draw from');
  return thing;
}
