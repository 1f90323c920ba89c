import type { Texts } from '../language.js';

export const exposure: Texts['exposure'] = {};
