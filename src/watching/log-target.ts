import type { LogFormat } from '../config/settings.js';

/** Where the lines of the log go, and which. */
export interface LogTarget {
  format: LogFormat;
  /** From which level on: a line for each request has `info`. */
  level: 'info' | 'warn';
  /** One line, without its end. */
  write: (line: string) => void;
}

/** What is wrong, to standard error: where nobody said anything else. */
export const FAULTS_ONLY: LogTarget = {
  format: 'text',
  level: 'warn',
  write: (line) => {
    process.stderr.write(`${line}\n`);
  },
};

/** The log of the service: every request for programs; for people on a terminal, what is wrong. */
export function serviceLog(format: LogFormat, write: (line: string) => void): LogTarget {
  return { format, level: format === 'json' ? 'info' : 'warn', write };
}

/** A line for whoever starts the service, in the form of its log. */
export function lineOf({ format }: LogTarget, message: string): string {
  return format === 'text' ? message : JSON.stringify({ level: 'info', time: new Date().toISOString(), message });
}
