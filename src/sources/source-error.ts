/** A fault of a whole file, or of the set of files: fails the run. `message` is one line that says what to do. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}
