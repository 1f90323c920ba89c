/** Code of an error of the file system or of zlib, as `ENOENT`; null for other errors. */
export function errorCode(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
}
