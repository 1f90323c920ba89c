import type { Texts } from '../language.js';

export const declarations: Texts['declarations'] = {};
