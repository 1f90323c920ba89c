import type { Texts } from '../language.js';

export const browser: Texts['browser'] = {};
