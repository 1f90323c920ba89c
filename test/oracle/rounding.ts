/**
 * > `percent` = count ÷ cases of the same population × 100 […] rounded to 2 decimals
 *
 * Halves up, in whole numbers, so that no fraction is lost. 0 of 0 is 0.
 */
export function percentOf(count: number, whole: number): number {
  if (whole === 0) return 0;
  const hundredths = (20_000n * BigInt(count) + BigInt(whole)) / (2n * BigInt(whole));
  return Number(hundredths) / 100;
}

/** > rates and intervals to 4 significant digits */
export function fourDigits(value: number): number {
  return Number(value.toPrecision(4));
}
