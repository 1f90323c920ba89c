import type { Texts } from '../language.js';

export const home: Texts['home'] = {};
