/**
 * The same pure function, which looks up what it gave before. For columns with few different texts; after `limit`
 * different ones it computes the others each time, so that a strange file cannot fill the memory.
 */
export function remember<T>(read: (text: string) => T, limit = 5000): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    const value = read(text);
    // a cell is a view on its whole block of the file: only a copy lets the block go; browsers, too, have this way to one
    if (known.size < limit) known.set(` ${text}`.slice(1), { value });
    return value;
  };
}
