import { join } from 'node:path';
import { generated } from './ingest.mjs';
import { run } from './programs.mjs';

/** How time and memory grow with the cases: `--cases 60000,600000,2000000`, each on a new database. */
export async function growth(bench) {
  const { report } = bench;
  const measured = [];
  for (const cases of bench.cases) {
    const folder = await generated(bench, cases);
    const env = { ...bench.env, DATA_DIR: join(bench.home, `data-${cases}`) };
    const { seconds, megabytes } = await run('cli', ['ingest', '--from', folder, '--json'], env);
    report.add(`ingest of ${cases} cases`, seconds, { unit: 's' });
    report.add(`ingest of ${cases} cases, memory`, megabytes, { unit: 'MB', budget: 300 });
    measured.push({ cases, seconds, megabytes });
  }
  const [first, last] = [measured.at(0), measured.at(-1)];
  if (measured.length < 2) return;
  const exponent = Math.log(last.seconds / first.seconds) / Math.log(last.cases / first.cases);
  report.add('exponent of growth', exponent, { budget: 1.05, how: 'of the time, from the least cases to the most' });
  const spread = Math.abs(last.megabytes / first.megabytes - 1) * 100;
  report.add('memory, difference', spread, { unit: '%', budget: 20 });
}
