/** The address to listen on cannot be had; one line. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}
