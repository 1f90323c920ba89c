import { CreateReleases1795000000000 } from '../../migrations/1795000000000-create-releases.js';
import { AddMedicineDetails1795100000000 } from '../../migrations/1795100000000-add-medicine-details.js';
import { AddShortages1795200000000 } from '../../migrations/1795200000000-add-shortages.js';
import { AddDeclarationFigures1795300000000 } from '../../migrations/1795300000000-add-declaration-figures.js';
import { DescribeReleases1795400000000 } from '../../migrations/1795400000000-describe-releases.js';
import { CompactFigures1795500000000 } from '../../migrations/1795500000000-compact-figures.js';
import { TimeRuns1795600000000 } from '../../migrations/1795600000000-time-runs.js';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  CreateReleases1795000000000,
  AddMedicineDetails1795100000000,
  AddShortages1795200000000,
  AddDeclarationFigures1795300000000,
  DescribeReleases1795400000000,
  CompactFigures1795500000000,
  TimeRuns1795600000000,
];
