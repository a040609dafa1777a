import type { EngineContext } from '#engine/engine-context.ts';
import { EVENT_STATE, eventsInState, markAct } from '#engine/store/event-rows.ts';
import { loadCases, loadIncidents } from '#engine/store/folded-rows.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { OutboxEntry } from '#shared/contract/view/desk.ts';
import { describeEvent } from '#shared/sync/describe-event.ts';

/** Most acts a list shows; the counts on the status bar are of all. */
const LIMIT = 2_000;

/** What waits for central and what came back: newest refusals first, then what waits in its order. */
async function outbox(context: EngineContext): Promise<OutboxEntry[]> {
  const db = context.ledger.reader;
  const stored = await eventsInState(db, [EVENT_STATE.rejected, EVENT_STATE.waiting], LIMIT);
  const subjects = stored.map(({ event }) => event.subject.id);
  const cases = await loadCases(db, subjects);
  const incidents = await loadIncidents(db, subjects);
  const acts = new Map<string, OutboxEntry>();
  for (const { event, state, code, message } of stored) {
    const subject = cases.get(event.subject.id) ?? incidents.get(event.subject.id);
    const number = subject?.number ?? subject?.label ?? null;
    const known = acts.get(event.act);
    if (known) known.number ??= number;
    else {
      const word = state === EVENT_STATE.rejected ? ('rejected' as const) : ('waiting' as const);
      acts.set(event.act, {
        act: event.act,
        at: Date.parse(event.happenedAt),
        state: word,
        words: describeEvent(event),
        number,
        code,
        message,
      });
    }
  }
  const entries = [...acts.values()];
  const rejected = entries.filter((entry) => entry.state === 'rejected').reverse();
  return [...rejected, ...entries.filter((entry) => entry.state === 'waiting')];
}

/** The outbox, and taking a refused act out of it with a reason; the record stays in the log. */
export function outboxCalls(context: EngineContext): Pick<Handlers, 'outbox.list' | 'outbox.withdraw'> {
  return {
    'outbox.list': () => outbox(context),
    'outbox.withdraw': async ({ act, reason }) => {
      await context.ledger.write(async (db) => {
        const refused = await db.all<{ subject_id: string; message: string | null; code: string | null }>(
          'SELECT subject_id, code, message FROM event WHERE act = ? AND state = 2',
          [act],
        );
        const first = refused[0];
        if (!first) throw new CallFailure('not-found', { key: 'failure.not-found' }, 'act');
        await markAct(db, act, EVENT_STATE.withdrawn, first.code, first.message);
        await db.run('INSERT INTO withdrawal (act, reason, actor, at) VALUES (?, ?, ?, ?)', [
          act,
          reason,
          context.person()?.id ?? '',
          context.clock.now(),
        ]);
        return { result: undefined, subjects: refused.map((one) => one.subject_id) };
      });
      return outbox(context);
    },
  };
}
