import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app.js';
import { readSettings, type Settings } from '../../src/config/settings.js';
import { createPublishedDatabase } from '../support/published.js';

/** The service over the release whose answers are the examples of the interface: generated, and always the same. */
export interface FixedRelease {
  app: NestFastifyApplication;
  /** Where it listens, without a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/** `settings`: other than the usual ones; by default nothing limits how much is asked. */
export async function startFixedRelease(settings: Partial<Settings> = {}): Promise<FixedRelease> {
  // one before, to compare with
  const database = await createPublishedDatabase({ cases: 100 }, { cases: 2000 });
  const app = await createApp(database, { ...readSettings({}), rateLimit: 1_000_000, ...settings });
  await app.listen(0, '127.0.0.1');
  const close = async (): Promise<void> => {
    await app.close();
    await database.close();
  };
  return { app, url: await app.getUrl(), close };
}
