// npm run bench [-- PART…] [--cases N[,N…]] [--bdpm DIR] [--seconds S] [--json FILE] [--against FILE]
// Times the built program from outside, on a database of its own, against its budgets. Parts: ingest, growth, serve,
// search, start, size, verify; without any: all but growth and verify, which take minutes.
// Figures of one run may be compared with each other; those of two machines, or of two days, may not.
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { growth } from './growth.mjs';
import { ingest } from './ingest.mjs';
import { Report } from './report.mjs';
import { search } from './search.mjs';
import { serve } from './serve.mjs';
import { size } from './size.mjs';
import { start } from './start.mjs';
import { verify } from './verify.mjs';

const PARTS = { ingest, growth, serve, search, start, size, verify };
const BY_DEFAULT = ['ingest', 'serve', 'search', 'start', 'size'];
const REAL_MEDICINES = fileURLToPath(new URL('../../shared/data/bdpm/2026-05', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '60000' },
    bdpm: { type: 'string', ...(existsSync(REAL_MEDICINES) && { default: REAL_MEDICINES }) },
    seconds: { type: 'string', default: '5' },
    json: { type: 'string' },
    against: { type: 'string' },
  },
});
const asked = positionals.length === 0 ? BY_DEFAULT : positionals;
const unknown = asked.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

const home = await mkdtemp(join(tmpdir(), 'bench-'));
// run by root, the server runs as another user, who must be able to come in
await chmod(home, 0o711);
const bench = {
  home,
  cases: values.cases.split(',').map(Number),
  bdpm: values.bdpm ?? null,
  seconds: Number(values.seconds),
  env: { DATA_DIR: join(home, 'data'), DATABASE_URL: '', RATE_LIMIT: '1000000', LOG_FORMAT: 'text' },
  report: new Report(),
};
console.log(
  `Node.js ${process.version}, ${availableParallelism()} processors, embedded PostgreSQL, ` +
    `${bench.cases[0]} cases on ${bench.bdpm === null ? 'fictitious medicines' : `the medicines of ${bench.bdpm}`}`,
);
try {
  // every part but the first stands on its release
  for (const part of asked.includes('ingest') || asked.every((each) => each === 'growth')
    ? asked
    : ['ingest', ...asked])
    await PARTS[part](bench);
} finally {
  await rm(home, { recursive: true, force: true });
}
bench.report.print(values.against && JSON.parse(await readFile(values.against, 'utf8')));
if (values.json) await writeFile(values.json, `${JSON.stringify(bench.report.figures(), null, 2)}\n`);
