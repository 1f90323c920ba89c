import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { processIo } from './cli/io.js';
import { runCli } from './cli/run-cli.js';

// what a command holds is small beside the memory of most machines, so that V8 would let the garbage of an ingestion grow
// to several times its size before it looks: with this the memory stays the same for any number of declarations
setFlagsFromString('--heap-growing-percent=20');

// what an interrupted command has begun is not waited for
process.exit(await runCli(process.argv.slice(2), processIo()));
