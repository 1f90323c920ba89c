import type { Texts } from '../language.js';

export const search: Texts['search'] = {};
