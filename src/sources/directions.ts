const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text without the invisible marks that turn the direction of writing: no name here needs them, and with them it would
 * be read otherwise than it is written (`exe.\u202egnp`).
 */
export function withoutDirections(text: string): string {
  return text.replace(DIRECTIONS, '');
}
