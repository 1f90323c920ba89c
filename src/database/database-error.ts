/** The database cannot be used; the message is one line for the operator: why, and what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** What to do about a fault, by its code: SQLSTATE of PostgreSQL, or a code of Node.js. */
const REMEDIES: readonly [RegExp, string][] = [
  [/^ECONNREFUSED$/, 'start PostgreSQL, or correct the host and port of DATABASE_URL'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'correct the host of DATABASE_URL'],
  [/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/, 'let this machine reach it, or correct DATABASE_URL'],
  [/^28P01$/, 'correct the user or the password of DATABASE_URL'],
  [/^28000$/, 'correct the user of DATABASE_URL, or let it in from this machine (pg_hba.conf of the server)'],
  [/^3D000$/, 'make it (CREATE DATABASE), or correct the name at the end of DATABASE_URL'],
  [/^53300$/, 'raise max_connections of the server, or close what else uses it'],
  [/^57P0[123]$/, 'the server starts or stops: try again in a moment'],
  [/^42501$/, 'let the user of DATABASE_URL make tables and schemas (GRANT CREATE ON DATABASE, and on SCHEMA public)'],
  [/^25006$/, 'DATABASE_URL must lead to the server that can be written to, not to a copy of it'],
  [/^(53100|53200|54000)$/, 'make room on the machine of the server'],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_.*)$/,
    'name the file of its authority in NODE_EXTRA_CA_CERTS',
  ],
];

/** For faults without a code: by what they say. */
const WORDS: readonly [RegExp, string][] = [
  [/timeout expired/, 'let this machine reach it, or correct DATABASE_URL'],
  [/does not support SSL/, 'take sslmode out of DATABASE_URL, or switch SSL on there'],
  [/password must be a string/, 'put user and password into DATABASE_URL'],
];

/** What happened and, where it is known, what to do, on one line: `connect ECONNREFUSED …: start PostgreSQL, or …`. */
export function withRemedy(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  // some faults of the network come as several in one, with an empty message of their own
  const reason = message === '' ? code || 'no answer' : message;
  const remedy =
    REMEDIES.find(([pattern]) => pattern.test(code))?.[1] ?? WORDS.find(([pattern]) => pattern.test(reason))?.[1];
  return remedy === undefined ? reason : `${reason}: ${remedy}`;
}
