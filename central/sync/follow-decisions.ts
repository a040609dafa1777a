import type { Accepted, LogSession } from '#central/store/log-session.ts';
import { foldHeld } from '#shared/sync/fold-held.ts';
import { innerEvents } from './hold-act.ts';

/**
 * S-28: the first admission of a held act makes central accept its events as they are, once; a decision that comes
 * later, or lies in an act that was held itself, changes nothing by itself. What was looked up to judge the decision
 * is gathered already.
 */
export async function followDecisions(accepted: readonly Accepted[], session: LogSession): Promise<void> {
  for (const event of accepted) {
    if (event.type !== 'act.admitted') continue;
    const held = foldHeld(session.eventsOf(event.subject.id));
    if (held?.decision?.event !== event.id) continue;
    const inner = innerEvents(held);
    await session.gather([
      { events: inner, claims: [], devices: [], subjects: inner.map(({ subject }) => subject.id) },
    ]);
    session.keys.open(inner);
    const fresh = inner.filter(
      ({ id, device, n }) => !session.known.byId.has(id) && session.known.idAt(device, n) === undefined,
    );
    await followDecisions(session.append(fresh), session);
  }
}
