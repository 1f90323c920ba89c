import { generate as generateSources } from '../demo/generate.js';
import { readArguments, refuseWords, UsageError, wholeNumber } from './arguments.js';
import type { Io } from './io.js';

export const GENERATE_USAGE = 'generate --out DIR [--cases N] [--seed S] [--years A-B] [--bdpm DIR]';

/** What the demonstration is made of, and what `generate` makes when it is told nothing else. */
export const DEMONSTRATION = { cases: 40_000, seed: 1, years: [2014, 2023] as [number, number] };

const TEXT = { type: 'string' } as const;
const OPTIONS = { out: TEXT, cases: TEXT, seed: TEXT, years: TEXT, bdpm: TEXT };

/** Writes synthetic sources: `generate --out DIR`. Exit status 0. */
export async function generate(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  refuseWords(positionals);
  const { out, cases, seed, years, bdpm = null } = values;
  if (out === undefined || out === '') throw new UsageError('--out DIR is missing');
  const options = {
    out,
    bdpm,
    cases: cases === undefined ? DEMONSTRATION.cases : wholeNumber('--cases', cases, 1, 100_000_000),
    seed: seed === undefined ? DEMONSTRATION.seed : wholeNumber('--seed', seed, 0, 4_294_967_295),
    years: years === undefined ? DEMONSTRATION.years : readYears(years),
  };
  await generateSources(options);
  io.out(
    `${out}: ${options.cases} declarations of ${options.years.join(' to ')}, seed ${options.seed}, all fictitious`,
  );
  return 0;
}

function readYears(text: string): [number, number] {
  const [, from, to] = /^(\d{4})-(\d{4})$/.exec(text) ?? [];
  const years: [number, number] = [Number(from), Number(to)];
  if (years[0] >= 1985 && years[0] <= years[1] && years[1] <= 2100) return years;
  throw new UsageError(`--years must be two years such as 2014-2023, not « ${text} »`);
}
