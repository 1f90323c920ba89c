import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROTLI, codesOf, json, load, parted, sample } from './load.mjs';
import { listening, program } from './programs.mjs';

const BARE = fileURLToPath(new URL('./bare.mjs', import.meta.url));
const COLD = 300;
/** Pages of others that are asked for before: a service that gets a new release has served the one before. */
const BEFORE = 200;

/** Pages and JSON: warm, against a bare route that sends the same bytes; and cold, just after a release is published. */
export async function serve(bench) {
  const { report, env } = bench;
  const service = await listening(program('main'), [], { ...env, PORT: '3997' });
  try {
    const base = service.url;
    const [code] = [(await json(`${base}/api/v1/substances?sort=-cases&pageSize=1`)).data[0].code];
    const substances = (await codesOf(base, 'substances', 'code', 10_000)).filter((each) => each !== code);
    for (const [name, path] of [
      ['substance page', `/substances/${code}`],
      ['substance JSON', `/api/v1/substances/${code}`],
    ])
      await againstBare(bench, name, base + path);
    const specialities = await codesOf(base, 'specialities', 'cis', 5_000);
    const [ofSubstances, ofSpecialities] = [substances, specialities].map((codes) =>
      sample(codes, (COLD + BEFORE) / 2),
    );
    const pages = [
      ...ofSubstances.map((each) => `/substances/${each}`),
      ...ofSpecialities.map((each) => `/specialites/${each}`),
    ];
    const [asked, others] = parted(pages, COLD);
    await load(
      others.map((page) => base + page),
      { connections: 1, once: true, headers: BROTLI },
    );
    // none of these has been asked for: nothing of them is kept
    await cold(bench, base, asked);
    report.add('memory of the server', service.memory(), {
      unit: 'MB',
      budget: 250,
      how: 'largest resident set so far',
    });
  } finally {
    await service.stop();
  }
}

async function againstBare({ home, report, seconds }, name, address) {
  // what comes after compiling and filling is what lasts
  const warmUp = await load([address], { seconds: 1 });
  const ours = await load([address], { seconds });
  const file = join(home, 'bytes');
  await writeFile(file, Buffer.alloc(Math.round(warmUp.bytes), 'x'));
  const bare = await listening(BARE, [file], {});
  try {
    await load([bare.url], { seconds: 1 });
    const measure = await load([bare.url], { seconds });
    report.add(`${name}, requests a second`, ours.perSecond, {
      how: `warm, 10 connections, ${Math.round(ours.bytes)} bytes`,
    });
    report.add(`${name}, share of a bare route`, (100 * ours.perSecond) / measure.perSecond, {
      unit: '%',
      least: 50,
      how: `${Math.round(measure.perSecond)} a second there`,
    });
    report.add(`${name}, p99 ÷ that of the bare route`, ours.p99 / measure.p99, {
      budget: 3,
      how: `${ours.p99.toFixed(2)} ms`,
    });
  } finally {
    await bare.stop();
  }
}

async function cold({ report }, base, paths) {
  const measured = await load(
    paths.map((path) => base + path),
    { connections: 1, once: true, headers: BROTLI },
  );
  report.add('first request of a page, p95', measured.p95, {
    unit: 'ms',
    budget: 40,
    how: `${paths.length} pages that were not asked for before, one after the other`,
  });
  report.add('first request of a page, p99', measured.p99, { unit: 'ms', budget: 100 });
}
