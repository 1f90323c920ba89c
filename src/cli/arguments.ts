import { parseArgs, type ParseArgsConfig, types } from 'node:util';

/** Wrong arguments; one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * The options and the other words of a command line.
 *
 * @throws UsageError for an unknown option, or one without its value
 */
export function readArguments<const T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's first sentence says it; the others are advice about dashes
    const message = types.isNativeError(error) ? error.message : String(error);
    throw new UsageError(message.split(/\. |\n/)[0] ?? message);
  }
}

/** @throws UsageError when there are words that no option takes */
export function refuseWords(words: readonly string[]): void {
  const [word] = words;
  if (word !== undefined) throw new UsageError(`« ${word} » is one word too many`);
}

/** @throws UsageError when the text is not a whole number from `from` to `to` */
export function wholeNumber(name: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (/^\d{1,15}$/.test(text) && value >= from && value <= to) return value;
  throw new UsageError(`${name} must be a whole number from ${from} to ${to}, not « ${text} »`);
}
