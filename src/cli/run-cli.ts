import { attack, ATTACK_USAGE } from './attack.js';
import { UsageError } from './arguments.js';
import { faultLines } from './expected-faults.js';
import { generate, GENERATE_USAGE } from './generate.js';
import { ingest, INGEST_USAGE } from './ingest.js';
import type { Io } from './io.js';
import { migrate, MIGRATE_USAGE } from './migrate.js';
import { releases, RELEASES_USAGE } from './releases.js';
import { InterruptedError } from './with-database.js';

interface Command {
  usage: string;
  run: (args: string[], io: Io) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  ingest: { usage: INGEST_USAGE, run: ingest },
  generate: { usage: GENERATE_USAGE, run: generate },
  releases: { usage: RELEASES_USAGE, run: releases },
  migrate: { usage: MIGRATE_USAGE, run: migrate },
  attack: { usage: ATTACK_USAGE, run: attack },
};

/** Of a program that was stopped by SIGINT: 128 + 2. */
const INTERRUPTED = 130;

/**
 * Runs one command and gives its exit status: 0 done, 1 failed, 2 wrong arguments, 130 interrupted; `ingest` has 3,
 * nothing new, and for `attack` 1 says that something was found. Faults are told on standard error, a line each.
 */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  const [name = '', ...args] = argv;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const known = Object.keys(COMMANDS).join(', ');
    io.err(name === '' ? `A command is missing: ${known}` : `« ${name} » is no command: ${known}`);
    return 2;
  }
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
