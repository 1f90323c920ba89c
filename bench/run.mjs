// npm run bench [-- ingest|serve] [--cases N]: times the built program from outside, on a database of its own.
// Figures of one run may be compared with each other; those of two machines, or of two days, may not.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string', default: '60000' }, seconds: { type: 'string', default: '5' } },
});
const parts = positionals.length === 0 ? ['ingest', 'serve'] : positionals;
const program = (name) => fileURLToPath(new URL(`../dist/src/${name}.js`, import.meta.url));
const PORT = '3997';
const CONNECTIONS = 10;

/** Runs a program of ours to its end; the largest memory it held is asked of the system, through its own report. */
async function run(name, args, env) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', MEMORY_REPORT, program(name), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (errors += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${code}: ${errors}`);
  return {
    out,
    seconds: (performance.now() - started) / 1000,
    megabytes: Number(/maxRSS (\d+)/.exec(errors)?.[1]) / 1024,
  };
}

const MEMORY_REPORT = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => process._rawDebug('maxRSS ' + process.resourceUsage().maxRSS))`,
)}`;

async function ingest(folder, env) {
  const generated = await run('cli', ['generate', '--out', folder, '--cases', values.cases], env);
  console.log(
    `generate ${values.cases} cases: ${generated.seconds.toFixed(1)} s, ${generated.megabytes.toFixed(0)} MB`,
  );
  const ingested = await run('cli', ['ingest', '--from', folder, '--json'], env);
  console.log(`ingest them, process to process: ${ingested.seconds.toFixed(1)} s, ${ingested.megabytes.toFixed(0)} MB`);
  for (const { name, seconds } of JSON.parse(ingested.out).report?.steps ?? []) console.log(`  ${name}: ${seconds} s`);
}

async function serve(env) {
  const server = spawn(process.execPath, [program('main')], {
    env: { ...process.env, ...env, PORT, RATE_LIMIT: '1000000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await new Promise((resolve, reject) => {
      server.stdout.on('data', (text) => String(text).includes('Ready') && resolve());
      server.on('close', () => reject(new Error('the server ended before it was ready')));
    });
    const base = `http://127.0.0.1:${PORT}`;
    const { data } = await (await fetch(`${base}/api/v1/substances?sort=-cases&pageSize=50`)).json();
    const codes = data.map(({ code }) => code);
    await load('substance page', (i) => `${base}/substances/${codes[i % codes.length]}`);
    await load('substance JSON', (i) => `${base}/api/v1/substances/${codes[i % codes.length]}`);
    await load(
      'search',
      (i) => `${base}/api/v1/search?q=${encodeURIComponent(data[i % data.length].name.slice(0, 6))}`,
    );
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.on('close', resolve));
  }
}

/** Ten connections, each asking again as soon as it is answered. */
async function load(what, addressOf) {
  const until = performance.now() + 1000 * Number(values.seconds);
  const times = [];
  const ask = async (first) => {
    for (let i = first; performance.now() < until; i += CONNECTIONS) {
      const started = performance.now();
      const answer = await fetch(addressOf(i));
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${addressOf(i)} gave ${answer.status}`);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, i) => ask(i)));
  times.sort((a, b) => a - b);
  const at = (share) => (times[Math.floor(share * (times.length - 1))] ?? NaN).toFixed(1);
  const perSecond = (times.length / Number(values.seconds)).toFixed(0);
  console.log(
    `${what}: ${perSecond} requests a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (${CONNECTIONS} connections)`,
  );
}

const home = await mkdtemp(join(tmpdir(), 'bench-'));
// run by root, the server runs as another user, who must be able to come in
await chmod(home, 0o711);
const env = { DATA_DIR: join(home, 'data'), DATABASE_URL: '' };
console.log(
  `Node.js ${process.version}, ${availableParallelism()} processors, embedded PostgreSQL, ${values.cases} cases`,
);
try {
  await ingest(join(home, 'sources'), env);
  if (parts.includes('serve')) await serve(env);
} finally {
  await rm(home, { recursive: true, force: true });
}
