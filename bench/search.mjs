import { codesOf, load, parted, sample } from './load.mjs';
import { listening, program } from './programs.mjs';

const PREFIXES = 500;
/** Asked before those that are measured, and none of them: a service has been typed into before. */
const BEFORE = 1_500;

/** Suggestions while typing: beginnings of names, each with one letter wrong. */
export async function search({ report, env }) {
  const service = await listening(program('main'), [], { ...env, PORT: '3997' });
  try {
    const names = [
      ...(await codesOf(service.url, 'substances', 'name', 10_000)),
      ...(await codesOf(service.url, 'specialities', 'name', 10_000)),
    ].filter((name) => typeof name === 'string');
    const all = new Set(
      sample(names, PREFIXES + BEFORE).map(
        (name, i) =>
          `${service.url}/api/v1/search?limit=8&q=${encodeURIComponent(misspelled(name.slice(0, 4 + (i % 9)), i))}`,
      ),
    );
    // every fourth or so: what is measured comes from the whole alphabet
    const [addresses, others] = parted([...all], PREFIXES);
    // the names of a release are read by the first search
    await load(others, { once: true });
    const measured = await load(addresses, { once: true });
    report.add('suggestions, p99', measured.p99, {
      unit: 'ms',
      budget: 15,
      how: `${addresses.length} misspelled prefixes, none asked before, after ${others.length} others; 10 connections`,
    });
  } finally {
    await service.stop();
  }
}

/** One letter after the first is another, or missing, or twice. */
function misspelled(prefix, i) {
  const at = 1 + (i % Math.max(1, prefix.length - 1));
  const other = ['', 'x', prefix[at] + prefix[at]][i % 3];
  return prefix.slice(0, at) + other + prefix.slice(at + 1);
}
