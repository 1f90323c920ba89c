import type { Io } from '../../src/cli/io.js';

/** A world of a command that remembers what was said. */
export interface TestIo extends Io {
  stdout: string[];
  stderr: string[];
  /** What the operator's Ctrl-C does. */
  interrupt: () => void;
}

/** A world without a terminal, with this environment only. */
export function testIo(env: NodeJS.ProcessEnv): TestIo {
  const listeners = new Set<() => void>();
  const stdout: string[] = [];
  const stderr: string[] = [];
  return {
    env,
    stdout,
    stderr,
    out: (line) => stdout.push(line),
    err: (line) => stderr.push(line),
    terminal: null,
    onInterrupt: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    interrupt: () => {
      for (const listener of listeners) listener();
    },
  };
}
