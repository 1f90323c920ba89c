import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

export const program = (name) => fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));

const MEMORY_REPORT = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => process._rawDebug('maxRSS ' + process.resourceUsage().maxRSS))`,
)}`;

/** Runs a program of ours to its end; the largest memory it held is asked of the system, through its own report. */
export async function run(name, args, env) {
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

/** Starts a program that listens, and waits until it says so; `seconds` is how long that took. */
export async function listening(script, args, env) {
  const started = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => {
      const found = /Ready: (\S+)/.exec(String(text));
      if (found) resolve(found[1]);
    });
    child.on('close', () => reject(new Error(`${script} ended before it was ready`)));
  });
  return {
    url,
    seconds: (performance.now() - started) / 1000,
    /** The largest memory it has held so far, in megabytes; NaN where the system does not tell. */
    memory: () => {
      try {
        return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
      } catch {
        return NaN;
      }
    },
    stop: async () => {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.on('close', resolve));
    },
  };
}
