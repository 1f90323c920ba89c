import type { FastifyHttpOptions, RawServerDefault } from 'fastify';

/** How long a client may take, in milliseconds, and how much it may send, in bytes. */
export interface Limits {
  /** For the headers of a request. */
  headers: number;
  /** For a whole request. */
  request: number;
  /** Without a byte either way, while a request is under way: also for those who do not read their answer. */
  silence: number;
  /** Between two requests of a connection. */
  keepAlive: number;
  /** Between two looks for those that take too long. */
  lookEvery: number;
  /** Of the headers, the address among them. */
  headerBytes: number;
  bodyBytes: number;
}

export const LIMITS: Limits = {
  headers: 10_000,
  request: 20_000,
  silence: 60_000,
  // longer than proxies keep theirs (nginx: 60 seconds): the side that asks has to be the one that lets go
  keepAlive: 72_000,
  lookEvery: 2_000,
  headerBytes: 16_384,
  // nothing takes a body so far
  bodyBytes: 16_384,
};

/** The limits as Node.js and Fastify call them. */
export function limited(
  limits: Limits,
): Pick<
  FastifyHttpOptions<RawServerDefault>,
  'http' | 'bodyLimit' | 'connectionTimeout' | 'keepAliveTimeout' | 'requestTimeout'
> {
  return {
    http: {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      connectionsCheckingInterval: limits.lookEvery,
      maxHeaderSize: limits.headerBytes,
    },
    requestTimeout: limits.request,
    connectionTimeout: limits.silence,
    keepAliveTimeout: limits.keepAlive,
    bodyLimit: limits.bodyBytes,
  };
}
