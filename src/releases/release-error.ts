/** A release that was asked for and is not there, or may not be touched; one line for the operator. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
}
