/**
 * The browser's files: dist/assets/<name>-<hash>.<ext>, and manifest.json (their list, and source name → built name). The names change
 * with the contents, so that the server may let them be kept for ever. Beside each lie its compressed forms.
 */
import { build } from 'esbuild';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = path.join(root, 'dist', 'assets');
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { site: 'src/web/browser/site.ts', style: 'views/assets/style.css', icon: 'views/assets/icon.svg' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['es2022', 'chrome111', 'firefox121', 'safari16.4'],
  minify: true,
  legalComments: 'none',
  loader: { '.svg': 'copy' },
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  metafile: true,
});

const files = Object.keys(metafile.outputs).map((file) => path.basename(file));
// once and for all, as small as can be
for (const name of files) {
  const bytes = await readFile(path.join(outdir, name));
  await writeFile(path.join(outdir, `${name}.br`), brotliCompressSync(bytes));
  await writeFile(path.join(outdir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}
const pages = Object.fromEntries(
  Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
    entryPoint ? [[path.basename(entryPoint).replace(/\.ts$/, '.js'), path.basename(file)]] : [],
  ),
);
await writeFile(path.join(outdir, 'manifest.json'), `${JSON.stringify({ pages, files }, null, 2)}\n`);
// what an earlier build left goes last
const left = (await readdir(outdir)).filter(
  (name) => name !== 'manifest.json' && !files.includes(name.replace(/\.(br|gz)$/, '')),
);
await Promise.all(left.map((name) => rm(path.join(outdir, name))));
