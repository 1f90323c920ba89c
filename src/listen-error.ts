/** The address to listen on cannot be had; one line. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there: stop it, or set PORT to another one',
  EACCES: 'we may not listen there: set PORT to 1024 or above',
  EADDRNOTAVAIL: 'this machine has no such address: set HOST to another one',
  ENOTFOUND: 'there is no such name: set HOST to another one',
};

/** What the operator can do about a fault of listening. */
export function listenError({ port, host }: { port: number; host: string }, error: unknown): ListenError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new ListenError(`The service cannot listen on ${host}:${port}: ${REASONS[code] ?? message}`);
}
