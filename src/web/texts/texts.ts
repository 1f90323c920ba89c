import type { FRENCH_TEXTS } from './fr/index.js';

/** The catalogue: French gives the shape, so that no language lacks a text. */
export type Texts = typeof FRENCH_TEXTS;
