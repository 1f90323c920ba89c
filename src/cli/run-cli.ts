import { UsageError } from './arguments.js';
import { faultLines } from './expected-faults.js';
import type { Io } from './io.js';
import { InterruptedError } from './with-database.js';

interface Command {
  usage: string;
  run: (args: string[], io: Io) => Promise<number>;
}

/** Each is loaded when it is asked for: the service's own code, which the attack needs, takes seconds. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  ingest: () => import('./ingest.js').then(({ ingest: run, INGEST_USAGE: usage }) => ({ usage, run })),
  generate: () => import('./generate.js').then(({ generate: run, GENERATE_USAGE: usage }) => ({ usage, run })),
  releases: () => import('./releases.js').then(({ releases: run, RELEASES_USAGE: usage }) => ({ usage, run })),
  migrate: () => import('./migrate.js').then(({ migrate: run, MIGRATE_USAGE: usage }) => ({ usage, run })),
  attack: () => import('./attack.js').then(({ attack: run, ATTACK_USAGE: usage }) => ({ usage, run })),
};

/** Of a program that was stopped by SIGINT: 128 + 2. */
const INTERRUPTED = 130;

/**
 * Runs one command and gives its exit status: 0 done, 1 failed, 2 wrong arguments, 130 interrupted; `ingest` has 3,
 * nothing new, and for `attack` 1 says that something was found. Faults are told on standard error, a line each.
 */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  const [name = '', ...args] = argv;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const known = Object.keys(COMMANDS).join(', ');
    io.err(name === '' ? `A command is missing: ${known}` : `« ${name} » is no command: ${known}`);
    return 2;
  }
  const command = await load();
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`${name}: ${error.message}; usage: ${command.usage}`);
      return 2;
    }
    faultLines(error).forEach(io.err);
    return error instanceof InterruptedError ? INTERRUPTED : 1;
  }
}
