const TEN_MINUTES_MS = 600_000;
const DAY_MS = 86_400_000;

/**
 * How many alarms one desk is given, after EEMUA 191: in the last ten minutes, at most in any ten minutes of the last
 * day, and in that day. @param raised moments, ms since 1970, in any order
 */
export function alarmRate(raised: readonly number[], now: number): { lastTen: number; peakTen: number; day: number } {
  const moments = raised.filter((at) => at > now - DAY_MS && at <= now).sort((a, b) => a - b);
  let peakTen = 0;
  let first = 0;
  moments.forEach((at, last) => {
    while ((moments[first] ?? at) <= at - TEN_MINUTES_MS) first += 1;
    peakTen = Math.max(peakTen, last - first + 1);
  });
  return { lastTen: moments.filter((at) => at > now - TEN_MINUTES_MS).length, peakTen, day: moments.length };
}
