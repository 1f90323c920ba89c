import 'reflect-metadata';
import { faultLines } from './cli/expected-faults.js';
import { processIo } from './cli/io.js';
import { serve, type Serving } from './serve.js';

const io = processIo(process.stdout);

/** Milliseconds that the answers under way have, once we are told to stop. */
const PATIENCE = 10_000;

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

try {
  const serving = await serve(io);
  io.out(`Ready: ${serving.url}`);
  io.onInterrupt(() => {
    stop(serving);
  });
} catch (error) {
  faultLines(error).forEach(io.err);
  process.exit(1);
}
