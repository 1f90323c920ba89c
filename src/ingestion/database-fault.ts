import { DatabaseError } from '../database/database-error.js';
import { errorCode } from '../sources/error-code.js';

/** What PostgreSQL, the driver and the system say when the server is stopped, crashes or cannot be reached any more. */
const GONE = /^(57P0[123]|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const GONE_WITHOUT_CODE = /Connection terminated|connection error and is not queryable/;
/** PostgreSQL's disk_full, and the system's. */
const FULL = /^(53100|ENOSPC|EDQUOT)$/;

/** The one line of a fault that lies in the database's surroundings; null for a fault of the program. */
export function databaseFault(error: unknown): DatabaseError | null {
  const code = errorCode(error) ?? '';
  if (FULL.test(code))
    return new DatabaseError(
      'the disk is full: make room for the database, then run the ingestion again; the release that was published stays',
    );
  if (GONE.test(code) || GONE_WITHOUT_CODE.test(String(error)))
    return new DatabaseError(
      'the database went away in the middle of the run: its log says why (a full disk is one cause); start it, then ' +
        'run the ingestion again; the release that was published stays',
    );
  return null;
}
