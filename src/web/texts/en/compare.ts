import type { Texts } from '../language.js';

export const compare: Texts['compare'] = {};
