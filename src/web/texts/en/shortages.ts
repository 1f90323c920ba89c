import type { Texts } from '../language.js';
import { CAUSES } from './shortage-causes.js';

export const shortages: Texts['shortages'] = {
  classifications: {
    shortage: 'Out of stock',
    risk: 'Risk of running out of stock',
    end_of_marketing: 'End of marketing',
    other: 'Other notification',
    unknown: 'Nature not given',
  },
  statuses: {
    shortage: 'Out of stock',
    tension: 'Limited supply',
    discontinued: 'End of marketing',
    back: 'Available again',
  },
  cause: ({ key, label }) => CAUSES[key] ?? label,
};
