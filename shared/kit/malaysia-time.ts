/** Malaysia keeps one time zone, UTC+8, without daylight saving. */
export const MALAYSIA_OFFSET_MS = 8 * 3_600_000;

/** ISO 8601 with Malaysia's offset, whole seconds: `2026-11-23T14:05:00+08:00`. @param ms milliseconds since 1970. */
export function isoMalaysia(ms: number): string {
  return `${new Date(ms + MALAYSIA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** Midnight in Malaysia that begins the day holding `ms`, as milliseconds since 1970. */
export function startOfDayMalaysia(ms: number): number {
  const day = 86_400_000;
  return Math.floor((ms + MALAYSIA_OFFSET_MS) / day) * day - MALAYSIA_OFFSET_MS;
}
