import type { Texts } from '../language.js';

export const lists: Texts['lists'] = {};
