import type { Texts } from '../language.js';

export const shortages: Texts['shortages'] = {};
