import type { LogSession } from '#central/store/log-session.ts';
import type { KeyFault } from '#central/store/session-keys.ts';
import type { Push } from './read-push.ts';

/** From this protocol on private parts travel sealed. */
export const SEALED_SINCE = 2;

/**
 * S-24: opens what a console brings, with central's keys and those it brings along.
 * @returns by event id why one is not taken: its key is not known, or is another subject's, or it came in the clear
 */
export function openBrought(session: LogSession, { protocol, events, keys }: Push): Map<string, KeyFault> {
  const clear = protocol < SEALED_SINCE ? [] : events.filter((event) => event.private !== undefined);
  const faults = session.keys.bring(events, keys);
  for (const { id } of clear) faults.set(id, { code: 'bad-event', field: 'private' });
  return faults;
}
