import 'reflect-metadata';
import { processIo } from './cli/io.js';
import { runCli } from './cli/run-cli.js';

// what an interrupted command has begun is not waited for
process.exit(await runCli(process.argv.slice(2), processIo()));
