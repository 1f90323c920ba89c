import { brotliCompressSync } from 'node:zlib';
import { withDatabase } from './database.mjs';
import { bytesOf } from './ingest.mjs';
import { json } from './load.mjs';
import { listening, program } from './programs.mjs';

/** Bytes: of a substance's page with all its files, and of the database beside the source files. */
export async function size(bench) {
  const { report, env } = bench;
  const service = await listening(program('main'), [], { ...env, PORT: '3997' });
  try {
    const { data } = await json(`${service.url}/api/v1/substances?sort=-cases&pageSize=1`);
    const html = await (await fetch(`${service.url}/substances/${data[0].code}`)).text();
    const files = await withImports(
      service.url,
      [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path),
    );
    const bytes = (texts) => texts.reduce((sum, text) => sum + brotliCompressSync(text).length, 0) / 1000;
    const styles = files.filter(({ path }) => path.endsWith('.css')).map(({ text }) => text);
    report.add('substance page, everything', bytes([html, ...files.map(({ text }) => text)]), {
      unit: 'KB',
      budget: 100,
      how: 'brotli, the most declared substance',
    });
    report.add('substance page, first paint', bytes([firstScreen(html), ...styles]), {
      unit: 'KB',
      budget: 15,
      how: 'stylesheet, and the page down to the end of its first section',
    });
  } finally {
    await service.stop();
  }
  const megabytes = await withDatabase(bench, async ({ dataSource }) => {
    const [row] = await dataSource.query('SELECT pg_database_size(current_database())::float8 AS bytes');
    return row.bytes / 1e6;
  });
  report.add('database ÷ source files', megabytes / ((await bytesOf(bench.sources)) / 1e6), {
    budget: 2,
    how: `${Math.round(megabytes)} MB, one release`,
  });
}

/** What has to arrive before the first screen can be painted. */
function firstScreen(html) {
  return html.slice(0, html.indexOf('</section>', html.indexOf('<main')));
}

/** The files that a page names, and the parts that these import. */
async function withImports(base, paths) {
  const found = new Map();
  const waiting = [...new Set(paths)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const text = await (await fetch(base + path)).text();
    found.set(path, text);
    if (path.endsWith('.js'))
      for (const [, name] of text.matchAll(/["']\.\/([\w-]+\.js)["']/g)) waiting.push(`/assets/${name}`);
  }
  return [...found].map(([path, text]) => ({ path, text }));
}
