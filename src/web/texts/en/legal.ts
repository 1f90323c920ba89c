import type { Texts } from '../language.js';

export const legal: Texts['legal'] = {};
