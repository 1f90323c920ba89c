/** How a body goes over the wire. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** What was said of the headers that most send: programs have some dozens of them. */
const known = new Map<string, Encoding>();
const MOST_KNOWN = 200;
const LONGEST_KNOWN = 100;

/** The best of what a client takes. A weight of 0 is a refusal. Source: RFC 9110, 12.5.3. */
export function encodingOf(accepted: string | string[] | undefined): Encoding {
  const text = String(accepted ?? '');
  const before = known.get(text);
  if (before !== undefined) return before;
  const encoding = bestOf(text);
  if (known.size >= MOST_KNOWN) known.clear();
  if (text.length <= LONGEST_KNOWN) known.set(text, encoding);
  return encoding;
}

function bestOf(accepted: string): Encoding {
  const weights = new Map(
    accepted.split(',').map((each) => {
      const [name = '', ...parameters] = each
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return [name, Number(weight)] as const;
    }),
  );
  const takes = (name: string): boolean => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}
