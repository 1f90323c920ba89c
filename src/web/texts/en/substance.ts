import type { Texts } from '../language.js';

export const substance: Texts['substance'] = {};
