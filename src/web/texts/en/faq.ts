import type { Texts } from '../language.js';

export const faq: Texts['faq'] = {};
