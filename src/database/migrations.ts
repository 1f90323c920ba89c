import { CreateReleases1795000000000 } from '../../migrations/1795000000000-create-releases.js';
import { AddMedicineDetails1795100000000 } from '../../migrations/1795100000000-add-medicine-details.js';

/** Every migration, oldest first. */
export const MIGRATIONS = [CreateReleases1795000000000, AddMedicineDetails1795100000000];
