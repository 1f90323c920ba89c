import type { Texts } from '../language.js';

export const atc: Texts['atc'] = {};
