import type { Language } from '../texts/language.js';

/** What the page says to its script, in its own language (the layout prints it). */
export const texts = JSON.parse(document.querySelector('#texts')?.textContent ?? '{}') as Language['texts']['browser'];
