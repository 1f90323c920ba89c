import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { run } from './programs.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Megabytes: the judge holds every row of every file in memory, and is not meant to be small. */
const MEMORY = 12_000;

/** Nothing may become less correct: the oracle over the same sources, and the attack on their release. */
export async function verify(bench) {
  const { report, env } = bench;
  report.add('oracle', await judge(bench.sources), { unit: 's', how: 'every figure published is what it counts' });
  const { seconds } = await run('cli', ['attack', '--release', 'current'], env);
  report.add('attack', seconds, { unit: 's', how: 'nothing hidden could be worked out' });
}

/** The tests' judge of the counting, on a server of its own. */
async function judge(sources) {
  const started = performance.now();
  const asked = ['test/counting.test.ts', '--runInBand', '--testNamePattern', 'ORACLE_SOURCES'];
  const child = spawn('npx', ['jest', ...asked], {
    cwd: ROOT,
    env: {
      ...process.env,
      ORACLE_SOURCES: sources,
      NODE_OPTIONS: `--experimental-vm-modules --max-old-space-size=${MEMORY}`,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error('The oracle counts otherwise: see above');
  return (performance.now() - started) / 1000;
}
