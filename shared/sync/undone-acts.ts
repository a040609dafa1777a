import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';

/** Events that others build on: an act is undone only while none of these followed it on the same subject. */
const LOOKS_ONLY = new Set([
  'case.noted',
  'case.personal-opened',
  'case.act-undone',
  'case.numbered',
  'case.erased',
  'incident.act-undone',
  'incident.numbered',
  'incident.report-linked',
]);
const OPENS = new Set(['case.opened', 'incident.opened']);

/**
 * S-08: an undo names an act; the act's events then count for nothing, as if they had not been. It has no force once
 * another act was built on the same subject before it in order, unless that act was itself undone. What opened the
 * subject is never undone: a report once heard stays heard.
 * @param events one subject's events in order. @returns the acts undone.
 */
export function undoneActs(events: readonly AnyEvent[]): Set<string> {
  const undone = new Set<string>();
  events.forEach((event, index) => {
    if (!isKnown(event) || (event.type !== 'case.act-undone' && event.type !== 'incident.act-undone')) return;
    const target = event.payload.act;
    const begun = events.findIndex((earlier) => earlier.act === target);
    if (begun < 0 || begun > index) return;
    if (events.some((one) => one.act === target && OPENS.has(one.type))) return;
    const builtOn = events
      .slice(begun + 1, index)
      .some((between) => between.act !== target && !undone.has(between.act) && !LOOKS_ONLY.has(between.type));
    if (!builtOn) undone.add(target);
  });
  return undone;
}
