import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { withDatabase } from './database.mjs';

/**
 * Seconds that PostgreSQL takes to COPY the declarations as they stand, whatever they mean: each file into an unlogged table
 * of text columns. Lines of another width than the header's, which COPY would stumble over, are left out beforehand.
 */
export async function bareCopy(bench) {
  const folder = join(bench.sources, 'bnpv');
  let seconds = 0;
  await withDatabase(bench, async ({ url }) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const name of await readdir(folder)) {
      const [header, ...lines] = (await readFile(join(folder, name), 'latin1')).split(/\r?\n/);
      const width = header.split(';').length;
      const rows = lines.filter(
        (line) => line.split(';').length === width && !line.includes('\\') && !line.includes('\0'),
      );
      const columns = Array.from({ length: width }, (_, i) => `c${i} text`).join(', ');
      await client.query(`CREATE UNLOGGED TABLE bare_copy (${columns})`);
      const text = Buffer.from(`${rows.join('\n')}\n`, 'utf8');
      const started = performance.now();
      await pipeline(
        Readable.from(blocks(text)),
        client.query(copyFrom(`COPY bare_copy FROM STDIN (FORMAT text, DELIMITER ';')`)),
      );
      seconds += (performance.now() - started) / 1000;
      await client.query('DROP TABLE bare_copy');
    }
    await client.end();
  });
  return seconds;
}

const BLOCK = 65_536;

function* blocks(bytes) {
  for (let at = 0; at < bytes.length; at += BLOCK) yield bytes.subarray(at, at + BLOCK);
}
