/** What tells a number of cases: counts, shares, rates and their limits, in JSON and in the columns of tables. */
const TELLS = /^(?:count|cases|percent|per_?100_?000|ci_?95|notification_?rate|lower|upper)/i;

/**
 * Where a body of the interface says of a hidden figure what it must not, or shows a number from 1 to 10. Only objects
 * with the member `suppressed` are figures. Source: disclosure.md, rules 1 and 3.
 */
export function told(value: unknown, where = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => told(item, `${where}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const below = entries.flatMap(([key, child]) => told(child, `${where}.${key}`));
  if (!('suppressed' in value)) return below;
  if (value.suppressed === true) {
    const numbers = entries.filter(([key, child]) => TELLS.test(key) && child !== null && hasNumber(child));
    return [...below, ...numbers.map(([key]) => `${where}.${key} of a hidden figure`)];
  }
  const count = 'count' in value ? value.count : 'cases' in value ? value.cases : 0;
  const isSmall = typeof count === 'number' && count >= 1 && count <= 10 && !isUnknown(value);
  return isSmall ? [...below, `${where} is ${count}`] : below;
}

function hasNumber(value: unknown): boolean {
  return /\d/.test(JSON.stringify(value));
}

/** Figures of what was not given say nothing about anybody, however small. */
function isUnknown(figure: object): boolean {
  return Object.values(figure).some((value) => value === 'unknown' || value === 'Non renseigné');
}
