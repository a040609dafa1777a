import { createHash } from 'node:crypto';
import type { Parts } from '#central/parts.ts';
import type { OutboxRow } from '#central/store/outbox-rows.ts';
import { callsOf } from '#shared/clocks/escalation/calls.ts';
import type { Night } from '../play.ts';
import type { Taken } from '../world/post.ts';
import { clocksAtCentral, outbox } from './at-central.ts';

/** Later than this after its moment a message must say so, ms. */
const LATE_MS = 60_000;
/** What may pass where nothing is the matter: undo's ten seconds, and news on its way. */
const PROMPT_MS = 15_000;

const hashed = (id: string) => createHash('sha256').update(id).digest('hex').slice(0, 40);

/** Watches what leaves the house, and says what should not have. */
export function watchPost(night: Night, parts: () => Parts | null) {
  const found: string[] = [];
  const first = new Map<string, Taken>();
  const rowOf = async (now: Parts, { channel, message }: Taken): Promise<OutboxRow | undefined> =>
    (await outbox(now)).find((row) => row.channel === channel && hashed(row.id) === message.id);

  const take = async (one: Taken) => {
    const name = `${one.channel} ${one.message.id}`;
    const again = first.has(name);
    if (!again) first.set(name, one);
    if (again && one.message.data.again !== true) found.push(`twice, and not said: ${one.message.subject}`);
    const now = parts();
    if (now === null) return;
    const row = await rowOf(now, one);
    if (row === undefined) return void found.push(`from nowhere: ${one.message.subject}`);
    const at = night.world.central.now();
    if (row.at > at && one.when - night.clockSet > 11_000) found.push(`too early by ${row.at - at} ms: ${row.id}`);
    if (at - row.at > LATE_MS + 1_000 && one.message.data.late !== true) found.push(`late, and not said: ${row.id}`);
    if (row.about === 'withdrawal') return;
    const clock = (await clocksAtCentral(now, at)).get(row.clock);
    const call = clock && callsOf(clock).find(({ id }) => id === row.id);
    if (call === undefined) found.push(`ghost: ${row.id} left the house and did not hold`);
    const news = Math.max(...night.news);
    const prompt = Math.max(row.at, news > row.created_at ? news : row.created_at) + PROMPT_MS;
    const excused = night.troubles.some(({ of, from, to }) => of !== 0 && of !== 1 && from < one.when && to > row.at);
    if (!again && !excused && at > prompt) found.push(`late by ${at - row.at} ms for no reason: ${row.id}`);
  };
  night.world.post.onTaken((one) =>
    take(one).catch((error: Error) => void found.push(`watching failed: ${error.stack}`)),
  );

  return {
    found,
    /** What must hold once all is mended. */
    async end(now: Parts): Promise<string[]> {
      const faults: string[] = [];
      const rows = await outbox(now);
      const clocks = await clocksAtCentral(now, night.world.central.now());
      const byName = new Map(rows.map((row) => [`${row.channel} ${hashed(row.id)}`, row]));
      const words = new Map<string, number>();
      for (const { channel, message } of night.world.post.taken) {
        if (message.data.about !== 'withdrawal') continue;
        const id = byName.get(`${channel} ${message.id}`)?.id ?? '';
        words.set(`${channel} ${id}`, (words.get(`${channel} ${id}`) ?? 0) + 1);
      }
      for (const row of rows) {
        const taken = first.has(`${row.channel} ${hashed(row.id)}`);
        if (row.state === 'sent' && !taken) faults.push(`said to be sent and never was: ${row.id}`);
        // A clock that ran ahead made it; it waits for its moment.
        const ahead = row.at > night.world.central.now();
        if (row.state === 'waiting' && row.error !== 'nobody' && !ahead)
          faults.push(`still waits (${row.error}): ${row.id}`);
        if (row.about === 'withdrawal' || !taken) continue;
        const clock = clocks.get(row.clock);
        const holds = clock !== undefined && callsOf(clock).some(({ id }) => id === row.id);
        const told = words.get(`${row.channel} ${row.id}|withdrawn`) ?? 0;
        const given = rows.find(({ id, channel }) => id === `${row.id}|withdrawn` && channel === row.channel);
        const undelivered = given !== undefined && (given.state === 'failed' || given.error === 'nobody');
        if (!holds && told === 0 && !undelivered) faults.push(`taken back without words (${row.state}): ${row.id}`);
      }
      return faults;
    },
    /** How many different messages were taken. */
    count: () => first.size,
  };
}
