/** The interface cannot be reached, or gave something else than what it promises; one line. */
export class InterfaceError extends Error {
  override readonly name = 'InterfaceError';
}
