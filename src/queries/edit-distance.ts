/**
 * What tells how far other texts are from one: how many signs must be put in, left out, replaced or exchanged with their
 * neighbour to make the one of the other, as long as that is at most `limit`; else `limit + 1`. Made once for many texts,
 * it only looks at what can still be near. Source: optimal string alignment distance.
 */
export function distancesFrom(text: string, limit: number): (other: string) => number {
  const far = limit + 1;
  let before = new Uint8Array(text.length + far + 1);
  let above = new Uint8Array(before.length);
  let row = new Uint8Array(before.length);
  return (other) => {
    if (Math.abs(text.length - other.length) > limit) return far;
    for (let j = 0; j <= other.length; j += 1) above[j] = Math.min(j, far);
    for (let i = 1; i <= text.length; i += 1) {
      // further from the diagonal everything is too far
      const from = Math.max(1, i - limit);
      const to = Math.min(other.length, i + limit);
      row[from - 1] = from === 1 ? Math.min(i, far) : far;
      if (to < other.length) row[to + 1] = far;
      let least = row[from - 1] ?? far;
      for (let j = from; j <= to; j += 1) {
        const isSame = text[i - 1] === other[j - 1];
        let best = Math.min(
          (above[j - 1] ?? far) + (isSame ? 0 : 1),
          (above[j] ?? far) + 1,
          (row[j - 1] ?? far) + 1,
          far,
        );
        if (i > 1 && j > 1 && text[i - 1] === other[j - 2] && text[i - 2] === other[j - 1])
          best = Math.min(best, (before[j - 2] ?? far) + 1);
        row[j] = best;
        if (best < least) least = best;
      }
      if (least > limit) return far;
      [before, above, row] = [above, row, before];
    }
    return above[other.length] ?? far;
  };
}
