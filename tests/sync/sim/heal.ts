import { readHeadSeq } from '#central/store/head-row.ts';
import { readMeta } from '#engine/store/meta.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
/** The latest message comes an hour and a minute after it was sent, and nobody stays down longer than ten minutes. */
const LATEST = 70 * MINUTE;
const MOST_ROUNDS = 15;

/**
 * Makes the world whole: lines stand, disks have room, everyone runs; late messages arrive. Then all sync until nobody
 * has anything to send or to fetch.
 * @returns what stays unquiet, or null
 */
export async function heal(world: World): Promise<string | null> {
  const { central, desks, timeline } = world;
  central.disarm();
  for (const desk of desks) {
    desk.line.cut = false;
    desk.line.straighten();
    desk.guard.disarm();
    desk.diskFull = false;
    desk.guard.full = false;
  }
  // Whatever is still on its way comes within this.
  await world.advance(timeline.now() + LATEST);
  await world.settle();
  if (!central.up) return 'central did not come back';
  let unquiet = '';
  for (let round = 0; round < MOST_ROUNDS; round++) {
    unquiet = '';
    const before = await readHeadSeq(central.central.parts.database.reader);
    for (const desk of desks) {
      if (!desk.parts) {
        await world.during(desk.start());
        await world.settle();
      }
      if (!desk.parts) return `${desk.name} does not start`;
      void desk.sync();
      await world.settle();
      await world.advance(timeline.now() + MINUTE);
      await world.settle();
      if (desk.trouble !== null) unquiet = `${desk.name}: ${desk.trouble}`;
    }
    const head = await readHeadSeq(central.central.parts.database.reader);
    for (const desk of desks) {
      const db = desk.parts?.ledger.reader;
      if (!db) continue;
      const waiting = await db.get<{ n: number }>('SELECT COUNT(*) AS n FROM event WHERE state = 1 AND state <> 0');
      const position = await readMeta(db, 'position');
      if ((waiting?.n ?? 0) > 0) unquiet = `${desk.name} still has ${waiting?.n} events to send (${desk.trouble})`;
      if (position !== head) unquiet ||= `${desk.name} is at ${position}, central at ${head}`;
    }
    if (unquiet === '' && before === head) return null;
  }
  return `not quiet after ${MOST_ROUNDS} rounds: ${unquiet}`;
}
