import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { Database } from './database.ts';

/** More than a central can have written, numbered or enrolled between a backup and its loss. */
export const COUNT_LEAP = 1_000_000;
const NUMBER_LEAP = 1_000;
const PREFIX_LEAP = 100;

/**
 * S-22: to be done once to data brought back from a backup, before it answers anyone. Consoles learn by the new epoch
 * that they must send again what is lacking. The log leaps ahead: what an author had seen was counted in the lost
 * numbers, and must not pass for having seen what comes under those numbers now. It leaps to the time in ms, and so does
 * its count as an author, so that the same backup brought back twice begins at two places. People's numbers and consoles'
 * prefixes leap too.
 * @param epoch a fresh id @param now ms since 1970
 */
export async function beginNewEpoch({ writer }: Pick<Database, 'writer'>, epoch: string, now: number): Promise<void> {
  const year = Number(isoMalaysia(now).slice(0, 4));
  await writer.transaction(async (tx) => {
    await tx('central_identity').where({ id: 1 }).update({ epoch });
    await tx('central_head')
      .where({ id: 1 })
      .update({
        seq: tx.raw('CASE WHEN seq < ? THEN ? ELSE seq + ? END', [now, now, COUNT_LEAP]),
        n: tx.raw('CASE WHEN n < ? THEN ? ELSE n + ? END', [now, now, COUNT_LEAP]),
        // The lost one may have begun this year's numbers though the backup did not.
        number_last: tx.raw('CASE WHEN number_year < ? THEN ? ELSE number_last + ? END', [
          year,
          NUMBER_LEAP,
          NUMBER_LEAP,
        ]),
        number_year: tx.raw('CASE WHEN number_year < ? THEN ? ELSE number_year END', [year, year]),
        prefix_last: tx.raw('prefix_last + ?', [PREFIX_LEAP]),
      });
    await tx('central_head')
      .where({ id: 1 })
      .update({ epoch_base: tx.raw('seq') });
  });
}
