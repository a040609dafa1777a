/**
 * Hybrid logical clock: physical milliseconds plus a counter, as a string that sorts like the pair.
 * 15 digits of milliseconds, a dot, 5 digits of counter: `001763877600000.00003`.
 */
export type Hlc = string;

const COUNTER_LIMIT = 99_999;

/** Writes the pair as a sortable string. @param ms whole milliseconds since 1970. */
export function formatHlc(ms: number, counter: number): Hlc {
  return `${String(ms).padStart(15, '0')}.${String(counter).padStart(5, '0')}`;
}

/** Reads the pair back. @throws RangeError when the string is not an HLC. */
export function parseHlc(hlc: Hlc): { ms: number; counter: number } {
  const match = /^(\d{15})\.(\d{5})$/.exec(hlc);
  if (!match) throw new RangeError(`not a hybrid logical clock value: ${hlc}`);
  return { ms: Number(match[1]), counter: Number(match[2]) };
}

/** The next value after `last`, never before the physical time `nowMs`: strictly greater than `last`. */
export function tickHlc(last: Hlc | null, nowMs: number): Hlc {
  if (last === null) return formatHlc(nowMs, 0);
  const { ms, counter } = parseHlc(last);
  if (nowMs > ms) return formatHlc(nowMs, 0);
  return counter < COUNTER_LIMIT ? formatHlc(ms, counter + 1) : formatHlc(ms + 1, 0);
}

/**
 * What the local clock becomes on seeing `remote`: the greater of both, but a remote value more than `maxAheadMs`
 * beyond `nowMs` is taken only as far as that bound, so one wrong clock cannot drag the others along.
 */
export function mergeHlc(last: Hlc | null, remote: Hlc, nowMs: number, maxAheadMs = 60_000): Hlc {
  const bound = formatHlc(nowMs + maxAheadMs, 0);
  const taken = remote > bound ? bound : remote;
  return last === null || taken > last ? taken : last;
}
