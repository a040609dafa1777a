import type { EngineContext } from '#engine/engine-context.ts';
import { EVENT_STATE, eventsInState, eventsOfAct, type StoredEvent } from '#engine/store/event-rows.ts';
import { loadCases, loadIncidents } from '#engine/store/folded-rows.ts';
import { acceptedOwnActs } from '#engine/store/own-acts.ts';
import { withdrawAct } from '#engine/store/withdraw-act.ts';
import type { ActKind } from '#shared/contract/acts.ts';
import { CallFailure } from '#shared/contract/call-failure.ts';
import type { Handlers } from '#shared/contract/carrier.ts';
import type { OutboxEntry } from '#shared/contract/view/desk.ts';
import { actOfEvents } from '#shared/sync/act-of-events.ts';
import { describeEvent } from '#shared/sync/describe-event.ts';

/** Most acts a list shows; the counts on the status bar are of all. */
const LIMIT = 2_000;
/** Of those that arrived, the last so many. */
const ARRIVED = 30;
/** Acts with nothing in them to correct, or whose form is not the drawer's. */
const JUST_SO: ReadonlySet<ActKind> = new Set(['resume', 'place', 'join', 'part', 'set-time']);

/** What came back, what is before a supervisor and what waits: newest refusals first, the others in their order. */
async function outbox(context: EngineContext): Promise<OutboxEntry[]> {
  const listed = [EVENT_STATE.rejected, EVENT_STATE.held, EVENT_STATE.waiting];
  const stored = await eventsInState(context.ledger.reader, listed, LIMIT);
  const acts = new Map<string, StoredEvent[]>();
  for (const one of stored) acts.set(one.event.act, [...(acts.get(one.event.act) ?? []), one]);
  const entries = await entriesOf(context, [...acts.values()]);
  const rejected = entries.filter((entry) => entry.state === 'rejected').reverse();
  const inState = (state: OutboxEntry['state']) => entries.filter((entry) => entry.state === state);
  return [...rejected, ...inState('held'), ...inState('waiting')];
}

/** Acts of one state each, with their case and the words of their first event. */
async function entriesOf(context: EngineContext, acts: readonly StoredEvent[][]): Promise<OutboxEntry[]> {
  const db = context.ledger.reader;
  const subjects = [...new Set(acts.flat().map(({ event }) => event.subject.id))];
  const cases = await loadCases(db, subjects);
  const incidents = await loadIncidents(db, [...subjects, ...[...cases.values()].map((one) => one.incident)]);
  const contested = new Set(
    [...cases.values(), ...incidents.values()].flatMap((one) =>
      one.conflicts.flatMap(({ kept, other }) => [kept.event, other.event]),
    ),
  );
  return acts.flatMap((events) => {
    const first = events[0];
    if (!first) return [];
    const found = events.map(({ event }) => cases.get(event.subject.id) ?? incidents.get(event.subject.id));
    const named = found.find((one) => one && (one.number ?? one.label) !== null);
    const stateOf = (): OutboxEntry['state'] => {
      if (first.state === EVENT_STATE.rejected) return 'rejected';
      if (first.state === EVENT_STATE.held) return 'held';
      if (first.state !== EVENT_STATE.accepted) return 'waiting';
      return events.some(({ event }) => contested.has(event.id)) ? 'conflict' : 'sent';
    };
    const own = new Set(events.flatMap(({ event: { subject } }) => (cases.has(subject.id) ? [subject.id] : [])));
    const [about = null] = own;
    const mine = first.event.actor === context.person()?.id;
    return [
      {
        act: first.event.act,
        at: Date.parse(first.event.happenedAt),
        state: stateOf(),
        words: describeEvent(first.event),
        number: named?.number ?? named?.label ?? null,
        case: about,
        ...(own.size > 1 ? { more: own.size - 1 } : {}),
        again: mine && first.state === EVENT_STATE.rejected ? againBy(events) : null,
        code: first.code,
        message: first.message,
      },
    ];
  });
}

/** How a refused act can be made again: most have something to correct. */
function againBy(events: readonly StoredEvent[]): OutboxEntry['again'] {
  const act = actOfEvents(events.map((one) => one.event));
  if (act === null) return null;
  return JUST_SO.has(act.kind) ? 'as-it-was' : 'edit';
}

/** The outbox, what arrived lately, and making a refused act again or taking it out with a reason; the log keeps all. */
export function outboxCalls(
  context: EngineContext,
): Pick<Handlers, 'outbox.list' | 'outbox.sent' | 'outbox.again' | 'outbox.withdraw'> {
  return {
    'outbox.list': () => outbox(context),
    'outbox.sent': async () => entriesOf(context, await acceptedOwnActs(context.ledger.reader, ARRIVED)),
    'outbox.again': async ({ act }) => {
      const stored = await eventsOfAct(context.ledger.reader, act);
      const first = stored[0];
      // What it said of people is for its author alone.
      const mine = first?.state === EVENT_STATE.rejected && first.event.actor === context.person()?.id;
      const said = mine ? actOfEvents(stored.map((one) => one.event)) : null;
      if (!first || said === null) throw new CallFailure('not-found', { key: 'failure.not-found' }, 'act');
      return { act: said, happenedAt: first.event.happenedAt };
    },
    'outbox.withdraw': async ({ act, reason }) => {
      await context.ledger.write(async (db) => {
        const actor = context.person()?.id ?? '';
        const subjects = await withdrawAct(db, act, { reason, actor, at: context.clock.now() });
        if (subjects === null) throw new CallFailure('not-found', { key: 'failure.not-found' }, 'act');
        return { result: undefined, subjects };
      });
      return outbox(context);
    },
  };
}
