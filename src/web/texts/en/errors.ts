import type { Texts } from '../language.js';

export const errors: Texts['errors'] = {};
