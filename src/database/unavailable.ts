/** The database gave no answer now; later it may. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  override readonly message = 'The figures cannot be read at the moment. Try again in a few seconds.';
}

/** Of a connection, or of the server behind it: SQLSTATE of PostgreSQL, or codes of Node.js. */
const GONE =
  /^(?:08...|28...|3D000|57P0\d|ECONN\w+|EPIPE|ETIMEDOUT|E(?:HOST|NET)(?:UNREACH|DOWN)|ENOTFOUND|EAI_AGAIN|EADDRNOTAVAIL)$/;
/** Of node-postgres, which gives no codes. */
const GONE_WORDS = /^(?:Connection terminated|Query read timeout|Client has encountered a connection error)/;

/** Of one question on a server that is there: no room, too slow, or in the way of what the standby has to replay. */
const BUSY = /^(?:53...|58...|40001|40P01|55P03|57014)$/;
const BUSY_WORDS = /^timeout exceeded when trying to connect/;

/** Whether a fault says that the server is not there, or not for us. */
export function isGone(error: unknown): boolean {
  return hasOne(error, GONE, GONE_WORDS);
}

/** Whether a fault says that this question could not be answered now. */
export function isBusy(error: unknown): boolean {
  return hasOne(error, BUSY, BUSY_WORDS);
}

function hasOne(error: unknown, codes: RegExp, words: RegExp): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? words.test(message) : codes.test(code);
}
