import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLIENT = fileURLToPath(new URL('./client.mjs', import.meta.url));

/** As browsers ask. */
export const BROTLI = { 'accept-encoding': 'br' };

/**
 * Asks addresses over so many connections, each asking again as soon as it is answered, from another process.
 * `once`: each address once; else in turn for `seconds`.
 */
export async function load(addresses, { connections = 10, seconds = 5, once = false, headers = BROTLI } = {}) {
  const child = spawn(process.execPath, [CLIENT], { stdio: ['pipe', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (text) => (out += text));
  child.stdin.end(JSON.stringify({ addresses, connections, seconds, once, headers }));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`the client ended with ${code}`);
  return JSON.parse(out);
}

export async function json(address) {
  return (await fetch(address)).json();
}

/** Every address of a list of the interface, page after page. */
export async function codesOf(base, list, key, limit) {
  const codes = [];
  for (let page = 1; codes.length < limit; page += 1) {
    const { data } = await json(`${base}/api/v1/${list}?pageSize=100&page=${page}`);
    if (data.length === 0) break;
    codes.push(...data.map((item) => item[key]));
  }
  return codes.slice(0, limit);
}

/** So many of a list, drawn as `sample` does, and those that are left. */
export function parted(list, count) {
  const drawn = new Set(sample(list, count));
  return [[...drawn], list.filter((item) => !drawn.has(item))];
}

/** Draws without chance: the same choice in every run. */
export function sample(list, count) {
  const step = Math.max(1, list.length / count);
  return Array.from({ length: Math.min(count, list.length) }, (_, i) => list[Math.floor(i * step)]);
}
