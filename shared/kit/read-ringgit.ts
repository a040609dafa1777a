/**
 * Reads an amount as people type it: `3000`, `RM3,000`, `RM 1,234.50`, `1 234.5`.
 * @returns whole sen, or null when it is not a plain positive amount with at most two decimals.
 */
export function readRinggit(text: string): number | null {
  const bare = text.trim().replace(/^rm\s*/i, '');
  const match = /^(\d+|\d{1,3}(?:[, ]\d{3})+)(?:\.(\d{1,2}))?$/.exec(bare);
  if (!match?.[1]) return null;
  const ringgit = Number(match[1].replace(/[, ]/g, ''));
  const sen = ringgit * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(sen) && sen > 0 ? sen : null;
}
