/** Words that begin a line, within a sentence: « Rupture de stock » → « rupture de stock ». */
export function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
