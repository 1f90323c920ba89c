import type { Texts } from '../language.js';

export const programming: Texts['programming'] = {};
