import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generated } from './ingest.mjs';
import { run } from './programs.mjs';

/** What is done with declarations. The rest, such as the start and the medicines, is the same for any number of them. */
const GROWING = ['Looking at the files', 'Reading declarations', 'Choosing cases', 'Counting cases', 'Publishing'];

/**
 * How time and memory grow with the rows of the declarations: `--cases 60000,600000,2000000`, each on a new database; of
 * a single number, that and ten times as many. Every exponent is between neighbours: one from the least to the most
 * would hide the size at which tables no longer fit into memory; and what is the same for any number of rows makes the
 * exponents between small numbers too low, so that the last one says most.
 */
export async function growth(bench) {
  const { report } = bench;
  const sizes = bench.cases.length > 1 ? bench.cases.toSorted((a, b) => a - b) : [bench.cases[0], 10 * bench.cases[0]];
  const measured = [];
  for (const cases of sizes) {
    const of = await ingested(bench, cases);
    report.add(`ingest of ${cases} cases`, of.seconds, { unit: 's', how: `${of.rows} rows of declarations` });
    // what is promised of the real extraction
    report.add(`ingest of ${cases} cases, memory`, of.megabytes, { unit: 'MB', budget: cases > 600_000 ? null : 300 });
    measured.push({ cases, ...of });
  }
  for (const [i, more] of measured.slice(1).entries()) exponents(report, measured[i], more);
  const [first, last] = [measured.at(0), measured.at(-1)];
  const spread = Math.abs(last.megabytes / first.megabytes - 1) * 100;
  report.add('memory, difference', spread, { unit: '%', budget: 20 });
}

async function ingested(bench, cases) {
  const folder = await generated(bench, cases);
  const data = join(bench.home, `data-${cases}`);
  const env = { ...bench.env, DATA_DIR: data };
  await run('cli', ['migrate'], env);
  const { out, seconds, megabytes } = await run('cli', ['ingest', '--from', folder, '--json'], env);
  const { steps, files } = JSON.parse(out).report;
  // the largest are gigabytes; the sources of another part stay
  for (const path of [folder, data]) if (path !== bench.sources) await rm(path, { recursive: true });
  const rows = files.filter(({ source }) => source === 'bnpv').reduce((sum, { rowsRead }) => sum + rowsRead, 0);
  return { rows, seconds, megabytes, steps: new Map(steps.map((step) => [step.name, step.seconds])) };
}

/** 1: the time grows as the rows do; 2: as their square. Of single steps without budget: the short ones vary. */
function exponents(report, less, more) {
  const between = `${less.cases} → ${more.cases} cases`;
  const exponent = (seconds) => Math.log(seconds(more) / seconds(less)) / Math.log(more.rows / less.rows);
  for (const name of GROWING)
    report.add(
      `exponent, ${name}, ${between}`,
      exponent(({ steps }) => steps.get(name)),
    );
  const all = exponent(({ steps }) => GROWING.reduce((sum, name) => sum + steps.get(name), 0));
  report.add(`exponent of growth, ${between}`, all, { budget: 1.05, how: 'of the time of these steps by the rows' });
}
