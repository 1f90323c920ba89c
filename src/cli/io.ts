/** What a command has to do with the world outside. */
export interface Io {
  env: NodeJS.ProcessEnv;
  /** One line, or several, on standard output. */
  out: (line: string) => void;
  /** One line, or several, on standard error. */
  err: (line: string) => void;
  /** Progress goes here; null where nobody looks on: then it is told in lines. */
  terminal: Terminal | null;
  /** Calls back when the operator interrupts the program; gives the way to be called no more. */
  onInterrupt: (callback: () => void) => () => void;
}

/** A terminal that a line can be drawn again and again on. */
export interface Terminal {
  /** Characters in a line. */
  columns: number;
  write(text: string): void;
}

/** The process's own world; progress goes to standard error, or where it is told. */
export function processIo(progress: NodeJS.WriteStream = process.stderr): Io {
  return {
    env: process.env,
    out: (line) => {
      process.stdout.write(`${line}\n`);
    },
    err: (line) => {
      process.stderr.write(`${line}\n`);
    },
    terminal: progress.isTTY ? { columns: progress.columns, write: (text) => progress.write(text) } : null,
    onInterrupt: (callback) => {
      process.once('SIGINT', callback).once('SIGTERM', callback);
      return () => process.off('SIGINT', callback).off('SIGTERM', callback);
    },
  };
}
