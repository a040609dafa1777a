import type { OutboxEntry } from '#shared/contract/view/desk.ts';

/** What needs a person first, then what waits, then what is done with. */
const STATES = ['rejected', 'held', 'conflict', 'waiting', 'sent'] as const;

export interface OutboxGroup {
  state: OutboxEntry['state'];
  entries: readonly OutboxEntry[];
}

/** The acts by where they stand, in the order in which they need a person; empty groups left out, no act twice. */
export function outboxGroups(lists: readonly (readonly OutboxEntry[])[]): OutboxGroup[] {
  const byAct = new Map<string, OutboxEntry>();
  for (const entry of lists.flat()) if (!byAct.has(entry.act)) byAct.set(entry.act, entry);
  const all = [...byAct.values()];
  return STATES.map((state) => ({ state, entries: all.filter((one) => one.state === state) })).filter(
    ({ entries }) => entries.length > 0,
  );
}
