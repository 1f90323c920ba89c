/** The channel of PostgreSQL on which each change of the published release is told, with its number. */
export const RELEASE_CHANNEL = 'release_published';
