import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/config/package-root.js';

/** One COPY: what, from which stage (null: the folder of the Dockerfile), where to. */
export interface Copy {
  from: string | null;
  sources: string[];
  to: string;
}

/** A stage of a Dockerfile: its instructions, a line each. */
export interface Stage {
  name: string | null;
  lines: string[];
}

/** A file of the repository. */
export const read = (file: string): Promise<string> => readFile(join(PACKAGE_ROOT, file), 'utf8');

/** The stages of the Dockerfile, comments and continued lines put right. */
export async function readStages(): Promise<Stage[]> {
  const text = (await read('Dockerfile')).replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, '');
  const stages: Stage[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const from = /^FROM (\S+)(?: AS (\S+))?$/.exec(line);
    if (from) stages.push({ name: from[2] ?? null, lines: [line] });
    else stages.at(-1)?.lines.push(line);
  }
  return stages;
}

/** What the COPY instructions of a stage say. */
export function copies({ lines }: Stage): Copy[] {
  return lines.flatMap((line) => {
    const [, from = null, words = ''] = /^COPY (?:--from=(\S+) )?(.+)$/.exec(line) ?? [];
    const sources = words.split(' ');
    const to = sources.pop() ?? '';
    return sources.length === 0 ? [] : [{ from, sources, to }];
  });
}

/** The command of an instruction in its JSON form: HEALTHCHECK, CMD. */
export function commandOf({ lines }: Stage, instruction: string): string[] {
  const line = lines.find((each) => each.startsWith(`${instruction} `)) ?? '';
  return JSON.parse(/\[.*\]$/.exec(line)?.[0] ?? '[]') as string[];
}

/** The environment that a stage sets. */
export function environmentOf({ lines }: Stage): Record<string, string> {
  const words = lines.filter((line) => line.startsWith('ENV ')).flatMap((line) => line.slice(4).split(' '));
  return Object.fromEntries(words.map((word) => [word.split('=')[0] ?? '', word.replace(/^[^=]*=/, '')]));
}

/** Folders of the packages that `npm ci --omit=dev --omit=optional` installs at the top of node_modules. */
export async function productionPackages(): Promise<string[]> {
  type Lock = { packages: Record<string, { dev?: true; optional?: true; devOptional?: true }> };
  const { packages } = JSON.parse(await read('package-lock.json')) as Lock;
  return Object.entries(packages).flatMap(([path, { dev, optional, devOptional }]) => {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    return name === undefined || (dev ?? optional ?? devOptional) === true ? [] : [name];
  });
}
