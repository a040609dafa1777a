import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { MALAYSIA_OFFSET_MS } from '#shared/kit/malaysia-time.ts';

/**
 * A case's number as a row has room for: this year's without year, zeros and victim (`2026-004512/3` → `4512`), another
 * year's with two digits of it (`25-4512`); a console's own label as it is.
 * @param now ms since 1970.
 */
export function shortNumber(number: string, now: number): string {
  const parts = /^\d\d(\d\d)-0*(\d+)(?:\/\d+)?$/.exec(number);
  if (!parts) return number;
  const [, year, count] = parts;
  const thisYear = String(new Date(now + MALAYSIA_OFFSET_MS).getUTCFullYear()).slice(2);
  return year === thisYear ? `${count}` : `${year}-${count}`;
}

/** The same with its victim, where the accident had several (`4512/3`). @param now ms since 1970. */
export function shortNumberOfVictim(
  { number, of, ordinal }: Pick<QueueRow, 'number' | 'of' | 'ordinal'>,
  now: number,
): string {
  return shortNumber(number, now) + (of > 1 ? `/${ordinal}` : '');
}
