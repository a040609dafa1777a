import { randomUUID } from 'node:crypto';
import { insertEvents } from '#engine/store/event-rows.ts';
import { readMeta, writeMeta } from '#engine/store/meta.ts';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { tickHlc } from '#shared/kit/hlc.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { stampDraft } from '#shared/sync/stamp-draft.ts';
import type { BenchConsole } from './open-console.ts';

const AT_A_TIME = 500;

/**
 * Gives a console so many acts that wait for central, as if its people had made them while it was alone: kept and
 * folded like any act, but many to a transaction.
 * @param draftsOf what each act says
 */
export async function keepActs(
  { parts }: Pick<BenchConsole, 'parts'>,
  count: number,
  draftsOf: (step: number) => readonly EventDraft[],
): Promise<void> {
  const { ledger, device } = parts;
  const user = await readMeta(ledger.reader, 'user');
  for (let made = 0; made < count; made += AT_A_TIME) {
    await ledger.write(async (db) => {
      let n = (await readMeta(db, 'n')) ?? 0;
      const seen = (await readMeta(db, 'position')) ?? 0;
      let at = (await readMeta(db, 'hlc')) ?? null;
      const steps = Array.from({ length: Math.min(AT_A_TIME, count - made) }, (_, index) => made + index);
      const events = steps.flatMap((step) => {
        const act = randomUUID();
        const now = Date.now();
        return draftsOf(step).map((draft) => {
          n += 1;
          at = tickHlc(at, now);
          return stampDraft(draft, {
            id: randomUUID(),
            act,
            actor: user?.id ?? '',
            session: 'bench',
            device,
            n,
            at,
            happenedAt: isoMalaysia(now),
            certain: true,
            via: 'keys',
            seen,
          });
        });
      });
      await insertEvents(db, events, 1);
      await writeMeta(db, { n, ...(at === null ? {} : { hlc: at }) });
      return { result: undefined, subjects: new Set(events.map((event) => event.subject.id)) };
    });
  }
}
