import { setTimeout as pause } from 'node:timers/promises';

/** How files are asked for on the web; tests put something else in its place. */
export interface Web {
  readonly fetch: typeof globalThis.fetch;
  /** Waits milliseconds. */
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** How we call ourselves. */
  readonly userAgent: string;
  readonly limits: Limits;
}

interface Limits {
  /** Bytes of one file. */
  readonly bytes: number;
  /** Milliseconds for one file, from the request to its last byte. */
  readonly whole: number;
  /** Milliseconds without any byte. */
  readonly silence: number;
  /** Milliseconds that a server may ask us to wait before we ask again. */
  readonly patience: number;
  /** Requests for one file. */
  readonly attempts: number;
}

const LIMITS: Limits = {
  bytes: 2 ** 30,
  whole: 15 * 60_000,
  silence: 30_000,
  patience: 60_000,
  attempts: 4,
};

/** The web itself. `baseUrl`: where those who wonder about our requests find us. */
export function realWeb(baseUrl: string): Web {
  const userAgent = `pharmacovigie (+${baseUrl})`;
  return { fetch: globalThis.fetch, pause, random: Math.random, userAgent, limits: LIMITS };
}
