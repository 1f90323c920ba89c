import { setTimeout as pause } from 'node:timers/promises';

/** The database has not answered in time. */
class TooSlow extends Error {
  override readonly message = 'the database does not answer';
}

/**
 * Waits for the database as long as whoever watches would wait, and not longer: a question that is stuck goes on by
 * itself.
 *
 * @throws TooSlow after the milliseconds, or what the work throws
 */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  const timer = new AbortController();
  const late = pause(milliseconds, undefined, { ref: false, signal: timer.signal }).then(() => {
    throw new TooSlow();
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}
