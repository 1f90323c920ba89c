/** Collects figures with their budgets, and shows them as one table at the end. */
export class Report {
  #rows = [];

  /**
   * Puts a figure down. `budget` is the most it may be, `least` the least; without either it is only told. `how`: how it
   * was taken.
   */
  add(name, value, { unit = '', budget = null, least = null, how = '' } = {}) {
    this.#rows.push({ name, value, unit, budget, least, how });
    console.log(`${name}: ${written(value)} ${unit}${how === '' ? '' : ` (${how})`}`);
  }

  figures() {
    return Object.fromEntries(this.#rows.map(({ name, value, unit }) => [name, { value, unit }]));
  }

  /** @param {Record<string, { value: number }> | undefined} before figures of an earlier run */
  print(before) {
    const rows = this.#rows.map(({ name, value, unit, budget, least }) => {
      const kept = (budget === null || value <= budget) && (least === null || value >= least);
      const limit = budget !== null ? `≤ ${written(budget)}` : least !== null ? `≥ ${written(least)}` : '';
      const earlier = before?.[name]?.value;
      return {
        what: name,
        measured: `${written(value)} ${unit}`.trim(),
        budget: limit,
        '': limit === '' ? '' : kept ? 'kept' : 'MISSED',
        ...(before && { before: earlier === undefined ? '' : `${written(earlier)} (× ${written(value / earlier)})` }),
      };
    });
    const heads = Object.keys(rows[0] ?? {});
    const widths = heads.map((head) => Math.max(head.length, ...rows.map((row) => row[head].length)));
    const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
    console.log(`\n${line(heads)}\n${line(widths.map((width) => '-'.repeat(width)))}`);
    for (const row of rows) console.log(line(Object.values(row)));
  }
}

function written(value) {
  return Number.isInteger(value) || Math.abs(value) >= 100
    ? String(Math.round(value))
    : String(Number(value.toPrecision(3)));
}
