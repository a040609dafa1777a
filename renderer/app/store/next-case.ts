/** Where somebody stood in the queue when their case moved away in it: what was shown around it then. */
export interface LeftOff {
  case: string;
  before: readonly string[];
  after: readonly string[];
}

/** Remembers the place of a case before it is assigned; null where the queue does not show it. @param going all that move */
export function leaveOff(shown: readonly string[], caseId: string | null, going: readonly string[]): LeftOff | null {
  const at = caseId === null ? -1 : shown.indexOf(caseId);
  if (caseId === null || at < 0) return null;
  const stays = (id: string) => !going.includes(id);
  return { case: caseId, before: shown.slice(0, at).filter(stays), after: shown.slice(at + 1).filter(stays) };
}

/**
 * The case beside the open one as the queue shows them; the first where none is open, the open one at the ends. A case
 * that was just assigned has sunk in the list: from it one goes on where it stood.
 */
export function caseBeside(
  shown: readonly string[],
  open: string | null,
  by: 1 | -1,
  left: LeftOff | null,
): string | null {
  const at = open === null ? -1 : shown.indexOf(open);
  if (left !== null && left.case === open) {
    const there = new Set(shown);
    const next = by === 1 ? left.after.find((id) => there.has(id)) : left.before.findLast((id) => there.has(id));
    if (next !== undefined) return next;
  }
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1);
  return shown[next] ?? null;
}

/** The next of these cases after the open one, from the top again at the end; null where there is no other. */
export function nextAmong(
  shown: readonly string[],
  wanted: ReadonlySet<string>,
  open: string | null,
  left: LeftOff | null,
): string | null {
  const fits = (id: string) => wanted.has(id) && id !== open;
  const at = open === null ? -1 : shown.indexOf(open);
  const after = left !== null && left.case === open ? left.after : shown.slice(at + 1);
  const there = new Set(shown);
  return after.find((id) => there.has(id) && fits(id)) ?? shown.find(fits) ?? null;
}
