import { type AppOptions, createApp } from '../../src/app.js';
import { readSettings, type Settings } from '../../src/config/settings.js';
import type { Database } from '../../src/database/database.js';

/** The service, listening on a free port of this machine. */
export interface TestApp {
  /** Without a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/** Starts the service on a database; `close()` stops it and leaves the database. */
export async function startTestApp(
  database: Database,
  settings: Partial<Settings> = {},
  options: AppOptions = {},
): Promise<TestApp> {
  const app = await createApp(database, { ...readSettings({}), ...settings }, options);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return { url, close: () => app.close() };
}
