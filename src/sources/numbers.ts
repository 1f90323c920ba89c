/** True when `text` is exactly `length` digits: the form of all codes. */
export function isCode(text: string, length: number): boolean {
  return text.length === length && isDigits(text);
}

/** A whole number from 0 to 2,147,483,647 (a PostgreSQL integer) written in digits alone; null when it is not. */
export function readCount(text: string): number | null {
  if (text.length === 0 || !isDigits(text)) return null;
  const value = Number(text);
  return value <= 2_147_483_647 ? value : null;
}

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return true;
}
