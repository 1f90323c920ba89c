import { stat } from 'node:fs/promises';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bareCopy } from './bare-copy.mjs';
import { run } from './programs.mjs';

/** From files to a published release, and how long PostgreSQL alone takes for the rows of the declarations. */
export async function ingest(bench) {
  const { report, env } = bench;
  bench.sources = await generated(bench, bench.cases[0]);
  // the database of a service is there already
  await run('cli', ['migrate'], env);
  const { out, seconds, megabytes } = await run('cli', ['ingest', '--from', bench.sources, '--json'], env);
  const steps = JSON.parse(out).report?.steps ?? [];
  for (const step of steps) console.log(`  ${step.name}: ${step.seconds} s`);
  const isReal = bench.cases[0] >= 600_000;
  report.add('ingest', seconds, {
    unit: 's',
    budget: isReal ? 20 : null,
    how: 'the whole command, on a migrated database without a release; the embedded server is started by it',
  });
  report.add('ingest, memory', megabytes, { unit: 'MB', budget: 300, how: 'largest resident set of the process' });
  const copy = await bareCopy(bench);
  const loading = steps.find(({ name }) => name === 'Reading declarations')?.seconds ?? NaN;
  report.add('bare COPY of the declarations', copy, {
    unit: 's',
    how: 'the same files, rows of the right width, into unlogged tables of text',
  });
  report.add('loading ÷ bare COPY', loading / copy, { budget: 2.5, how: 'the step « Reading declarations »' });
}

/** A folder of sources of so many cases. */
export async function generated({ home, bdpm, env }, cases) {
  const folder = join(home, `sources-${cases}`);
  const medicines = bdpm === null ? [] : ['--bdpm', bdpm];
  await run('cli', ['generate', '--out', folder, '--cases', String(cases), ...medicines], env);
  return folder;
}

/** Bytes of all files below a folder. */
export async function bytesOf(folder) {
  const names = await readdir(folder, { recursive: true });
  const found = await Promise.all(names.map((name) => stat(join(folder, name))));
  return found.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
