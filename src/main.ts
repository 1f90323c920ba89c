import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { faultLines } from './cli/expected-faults.js';
import { processIo } from './cli/io.js';
import { serve, type Serving } from './serve.js';

// the memory of most machines lets V8 wait with the garbage of the first answers, and of a demonstration, until it is several
// times what is held
setFlagsFromString('--heap-growing-percent=40');

const io = processIo(process.stdout);

/** Milliseconds that the answers under way have, once we are told to stop. */
const PATIENCE = 10_000;

/** Milliseconds in which a second signal is the same one: npm passes on what the terminal has sent already. */
const SAME_SIGNAL = 100;

function stop({ close }: Serving): void {
  setTimeout(() => process.exit(1), PATIENCE).unref();
  void close().then(
    () => process.exit(0),
    (error: unknown) => {
      faultLines(error).forEach(io.err);
      process.exit(1);
    },
  );
}

/** The first signal stops the service when its answers are out; another one ends it at once. */
function stopWhenTold(serving: Serving): void {
  let toldAt: number | null = null;
  const listen = (): void => {
    const forget = io.onInterrupt(() => {
      forget();
      listen();
      if (toldAt === null) stop(serving);
      else if (performance.now() - toldAt > SAME_SIGNAL) process.exit(1);
      toldAt ??= performance.now();
    });
  };
  listen();
}

try {
  const serving = await serve(io);
  stopWhenTold(serving);
  serving.say(`Ready: ${serving.url} after ${process.uptime().toFixed(1)} s`);
} catch (error) {
  faultLines(error).forEach(io.err);
  process.exit(1);
}
