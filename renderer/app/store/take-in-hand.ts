import type { Candidate } from '#shared/contract/view/desk.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { MOST_AT_ONCE } from './marks.ts';

/** What a carry starts with: every open case of the incident, and those that will go unless somebody unticks them. */
export interface InHand {
  incident: string;
  cases: readonly string[];
  ticked: readonly string[];
}

/**
 * Taking one case takes its incident: all open cases may go, the unassigned ones will. Where every case is led
 * already, what was taken goes: that is a reassignment. What was picked together out of several incidents goes as it was
 * picked, and nothing beside it.
 * @returns null when nothing that was taken is open.
 */
export function takeInHand(rows: ReadonlyMap<string, QueueRow>, taken: readonly string[]): InHand | null {
  const first = taken.map((id) => rows.get(id)).find((row) => row !== undefined && row.status !== 'closed');
  if (!first) return null;
  const picked = taken.flatMap((id) => rows.get(id) ?? []).filter((row) => row.status !== 'closed' && !row.readOnly);
  if (picked.some((row) => row.incident !== first.incident)) {
    const cases = picked.slice(0, MOST_AT_ONCE).map((row) => row.case);
    return { incident: first.incident, cases, ticked: cases };
  }
  const open = [...rows.values()]
    .filter((row) => row.incident === first.incident && row.status !== 'closed')
    .sort((a, b) => a.ordinal - b.ordinal);
  const grabbed = open.filter((row) => taken.includes(row.case));
  const unassigned = open.filter((row) => row.lead === null);
  const going = unassigned.length > 0 ? unassigned : grabbed;
  return { incident: first.incident, cases: open.map((row) => row.case), ticked: going.map((row) => row.case) };
}

/** True when a drop must first show which cases go: several, or one that another branch leads. */
export function needsConfirming(rows: ReadonlyMap<string, QueueRow>, cases: readonly string[]): boolean {
  return cases.length > 1 || cases.some((id) => (rows.get(id)?.lead ?? null) !== null);
}

/** Who leads each of these cases; null nobody. */
export function leadsOf(rows: ReadonlyMap<string, QueueRow>, cases: readonly string[]): Map<string, string | null> {
  return new Map(cases.map((id) => [id, rows.get(id)?.lead ?? null]));
}

/**
 * The cases about to go that somebody else gave to another branch, or took from theirs, since they were taken in hand;
 * not those that stand where they are to go: one's own act makes them so before the hands are empty.
 */
export function movedMeanwhile(
  rows: ReadonlyMap<string, QueueRow>,
  {
    ticked,
    led,
    target,
  }: { ticked: readonly string[]; led: ReadonlyMap<string, string | null>; target: string | null },
): QueueRow[] {
  return ticked
    .flatMap((id) => rows.get(id) ?? [])
    .filter((row) => row.lead !== led.get(row.case) && (row.lead ?? '') !== target);
}

/** What the engine said of a branch, proposed or asked about; undefined while it has said nothing. */
export function judgementOf(
  carried: { candidates: readonly Candidate[]; asked: readonly Candidate[] },
  branch: string,
): Candidate | undefined {
  const is = (one: Candidate) => one.branch === branch;
  return carried.candidates.find(is) ?? carried.asked.find(is);
}

/** True when another branch was suggested for one of these cases: why not there is asked, whichever way it goes. */
export function overrides(rows: ReadonlyMap<string, QueueRow>, cases: readonly string[], branch: string): boolean {
  return cases.some((id) => {
    const suggested = rows.get(id)?.suggested?.branch;
    return suggested !== undefined && suggested !== branch;
  });
}
