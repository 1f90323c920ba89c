import type { Texts } from '../language.js';

export const about: Texts['about'] = {};
