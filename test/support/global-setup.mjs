import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopServer } from './stop-server.mjs';

/**
 * Runs once, before every test, outside the tests' own world, where no TypeScript is read. It only says where the one
 * server of the whole run has its files: the first test that wants a database starts it.
 */
export default function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'pharmacovigie-tests-'));
  // root runs PostgreSQL as another user, who must be able to pass
  chmodSync(folder, 0o711);
  process.env.TEST_DATA_DIR = folder;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => {
      void stopServer(folder).finally(() => {
        rmSync(folder, { recursive: true, force: true });
        process.exit(1);
      });
    });
}
