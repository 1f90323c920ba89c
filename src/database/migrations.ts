import { CreateReleases1795000000000 } from '../../migrations/1795000000000-create-releases.js';

/** Every migration, oldest first. */
export const MIGRATIONS = [CreateReleases1795000000000];
