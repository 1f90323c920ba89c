import type { Texts } from '../language.js';

export const accessibility: Texts['accessibility'] = {};
