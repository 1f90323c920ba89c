import { rmSync } from 'node:fs';
import { stopServer } from './stop-server.mjs';

/** Runs once, after every test: stops the server and removes its files. */
export default async function teardown() {
  const folder = process.env.TEST_DATA_DIR;
  await stopServer(folder);
  rmSync(folder, { recursive: true, force: true });
}
