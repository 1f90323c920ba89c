import type { Texts } from '../language.js';

export const speciality: Texts['speciality'] = {};
