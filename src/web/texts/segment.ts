/** A piece of a sentence; `strong` ones carry the answer. */
export interface Segment {
  text: string;
  strong: boolean;
}

export const plain = (text: string): Segment => ({ text, strong: false });
export const strong = (text: string): Segment => ({ text, strong: true });
