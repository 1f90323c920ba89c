import type { Texts } from '../language.js';

export const methodology: Texts['methodology'] = {};
