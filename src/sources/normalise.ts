import { remember } from './remember.js';

/**
 * The one form in which names are compared: ligatures opened, typographic apostrophes straight, no accents, upper case,
 * runs of one kind of parenthesis and of white space folded, trimmed. Source: counting.md, Names.
 */
export function normalise(text: string): string {
  // the Unicode steps cost most, and what stands outside ASCII is nearly always one of a few letters
  const plain = NOT_ASCII.test(text) ? text.replace(NOT_ASCII_RUNS, lettersOf) : text;
  const upper = plain.toUpperCase();
  if (!TO_FOLD.test(upper)) return upper;
  return upper.replace(/\(+/g, '(').replace(/\)+/g, ')').replace(/\s+/g, ' ').trim();
}

/** Key of a label in addresses and JSON: normalised, lower case, other characters than a–z and 0–9 as one `-`. Source: http.md. */
export function slug(label: string): string {
  return normalise(label)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

// eslint-disable-next-line no-control-regex -- the ASCII range starts with the control characters
const NOT_ASCII = /[^\u0000-\u007f]/;
// eslint-disable-next-line no-control-regex -- the same
const NOT_ASCII_RUNS = /[^\u0000-\u007f]+/g;
const TO_FOLD = /\(\(|\)\)|[^\S ]| {2}|^ | $/;

/** Marks are dropped wherever they stand, so that each run of characters may be looked at for itself. */
const lettersOf = remember((run) =>
  run
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .normalize('NFD')
    .replace(/\p{M}/gu, ''),
);
