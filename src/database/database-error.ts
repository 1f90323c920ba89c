/** The database cannot be used; the message is one line for the operator: why, and what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}
