import type { Texts } from '../language.js';

export const data: Texts['data'] = {};
