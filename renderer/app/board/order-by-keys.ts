/** Below so many, comparing is quicker than counting digits. */
const FEW = 4_096;
const DIGIT = 65_536;

/**
 * Positions 0 to count − 1 ordered by several keys, the first weighing most; equal ones stay as they stand.
 * @param keys whole numbers, any two of one key less than 2^53 apart; one array for each key, `count` long
 */
export function orderByKeys(count: number, keys: readonly Float64Array[]): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, at) => at);
  if (count < FEW) return order.sort((a, b) => compareKeys(keys, a, b) || a - b);
  let [now, next] = [order, new Uint32Array(count)];
  // From the least weight to the greatest, digit by digit: each pass keeps what the ones before made of equal digits.
  for (const key of keys.toReversed()) {
    const { least, digits } = rangeOf(key);
    for (let digit = 0; digit < digits; digit++) {
      countingPass(key, least, DIGIT ** digit, now, next);
      [now, next] = [next, now];
    }
  }
  return now;
}

/** Negative, 0 or positive as `a` stands before, beside or behind `b` by the keys alone. */
export function compareKeys(keys: readonly Float64Array[], a: number, b: number): number {
  for (const key of keys) {
    const apart = (key[a] ?? 0) - (key[b] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

function rangeOf(key: Float64Array): { least: number; digits: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of key) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  let digits = 0;
  for (let range = most - least; range >= 1; range = Math.floor(range / DIGIT)) digits++;
  return { least, digits };
}

function countingPass(key: Float64Array, least: number, unit: number, from: Uint32Array, to: Uint32Array): void {
  const places = new Uint32Array(DIGIT + 1);
  const digits = new Uint16Array(from.length);
  for (let at = 0; at < from.length; at++) {
    const digit = Math.floor(((key[from[at] ?? 0] ?? 0) - least) / unit) % DIGIT;
    digits[at] = digit;
    places[digit + 1] = (places[digit + 1] ?? 0) + 1;
  }
  for (let digit = 1; digit <= DIGIT; digit++) places[digit] = (places[digit] ?? 0) + (places[digit - 1] ?? 0);
  for (let at = 0; at < from.length; at++) {
    const digit = digits[at] ?? 0;
    const place = places[digit] ?? 0;
    to[place] = from[at] ?? 0;
    places[digit] = place + 1;
  }
}
