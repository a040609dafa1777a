import type { AnyEvent } from '#shared/contract/wire/event.ts';

/**
 * S-01: accepted events by central's seq, then pending ones by their device and its own count; ids break what is left.
 * A console holds pending events of its own device only, so the order is total wherever it matters.
 */
export function inOrder(events: readonly AnyEvent[]): AnyEvent[] {
  if (followOneAnother(events)) return [...events];
  return [...events].sort(
    (a, b) =>
      (a.seq ?? Number.MAX_SAFE_INTEGER) - (b.seq ?? Number.MAX_SAFE_INTEGER) ||
      compareText(a.device, b.device) ||
      a.n - b.n ||
      compareText(a.id, b.id),
  );
}

/** S-02: the same event twice is one event; the copy that central accepted wins over a pending one. */
export function distinct(events: readonly AnyEvent[]): AnyEvent[] {
  if (followOneAnother(events)) return [...events];
  const byId = new Map<string, AnyEvent>();
  for (const event of events) {
    const known = byId.get(event.id);
    if (!known || (known.seq === undefined && event.seq !== undefined)) byId.set(event.id, event);
  }
  return [...byId.values()];
}

/** True for a stretch of the log as central keeps it: each accepted, each later than the one before, so none twice. */
function followOneAnother(events: readonly AnyEvent[]): boolean {
  let last = -1;
  for (const { seq } of events) {
    if (seq === undefined || seq <= last) return false;
    last = seq;
  }
  return true;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
