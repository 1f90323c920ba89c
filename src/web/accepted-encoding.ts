/** How a body goes over the wire. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** The best of what a client takes. A weight of 0 is a refusal. Source: RFC 9110, 12.5.3. */
export function encodingOf(accepted: string | string[] | undefined): Encoding {
  const weights = new Map(
    String(accepted ?? '')
      .split(',')
      .map((each) => {
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
