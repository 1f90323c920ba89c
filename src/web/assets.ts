import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Encoding } from './accepted-encoding.js';
import { PACKAGE_ROOT } from '../config/package-root.js';

/** A file for the browser, in memory: there are few and they are small. */
export interface Asset {
  path: string;
  type: string;
  /** Compressed when it was built, and plain. */
  bodies: Record<Encoding, Buffer>;
}
/** Addresses of the files that the pages name. */
export interface AssetLinks {
  style: string;
  script: string;
  icon: string;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * What scripts/build-assets.mjs built. The names hold a hash of the contents, so each may be kept for ever.
 *
 * @throws Error when nothing was built
 */
export function readAssets(folder = join(PACKAGE_ROOT, 'dist', 'assets')): { links: AssetLinks; files: Asset[] } {
  const { pages, files } = readManifest(folder);
  const linkOf = (source: string): string => `/assets/${pages[source] ?? source}`;
  return {
    links: { style: linkOf('style.css'), script: linkOf('site.js'), icon: linkOf('icon.svg') },
    files: files.map((name) => ({
      path: `/assets/${name}`,
      type: TYPES[extname(name)] ?? 'application/octet-stream',
      bodies: {
        br: readFileSync(join(folder, `${name}.br`)),
        gzip: readFileSync(join(folder, `${name}.gz`)),
        identity: readFileSync(join(folder, name)),
      },
    })),
  };
}

interface Manifest {
  /** Source name → built name, of the files that pages name. */
  pages: Record<string, string>;
  files: string[];
}

function readManifest(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch (error) {
    throw new Error(`The browser's files are not built (${folder}): run « npm run build ».`, { cause: error });
  }
}
