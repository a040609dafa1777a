import { EVENT_STATE, type StoredEvent } from '#engine/store/event-rows.ts';
import type { TimelineEntry } from '#shared/contract/view/case-detail.ts';
import { describeEvent } from '#shared/sync/describe-event.ts';

/** Bookkeeping that tells a reader nothing. */
const SILENT = new Set(['case.numbered', 'incident.numbered', 'report.received']);
/** Written on each of the incidents they concern. */
const HALVES = new Set(['incident.joined', 'incident.parted', 'incident.act-undone']);
const NOTES = ['text', 'reason', 'toldBy', 'payee'];

export interface TimelineParts {
  /** Acts undone on this case or its incidents. */
  undone: ReadonlySet<string>;
  /** A person's name by id; the id itself when nobody said it. */
  nameOf(actor: string): string;
  mask(text: string): string;
}

/**
 * What happened to a case and its incident, oldest first, refused and undone acts marked. What joins or parts two
 * incidents of this history is told once, not by each half.
 */
export function timelineOf(history: readonly StoredEvent[], parts: TimelineParts): TimelineEntry[] {
  const told = new Set<string>();
  const again = ({ type, act, payload }: StoredEvent['event']) => {
    if (!HALVES.has(type)) return false;
    const key = `${type} ${act} ${String(payload.link ?? payload.act)}`;
    return told.has(key) || !told.add(key);
  };
  return [...history]
    .sort((a, b) => (a.event.id < b.event.id ? -1 : 1))
    .filter(({ event, state }) => !SILENT.has(event.type) && state !== EVENT_STATE.withdrawn && !again(event))
    .map(({ event, state }) => ({
      id: event.id,
      at: Date.parse(event.happenedAt),
      recordedAt: event.recordedAt === undefined ? null : Date.parse(event.recordedAt),
      certain: event.certain,
      type: event.type,
      words: describeEvent(event),
      actor: parts.nameOf(event.actor),
      via: event.via,
      note: noteOf(event.private, parts.mask),
      state: parts.undone.has(event.act) ? ('undone' as const) : wordOf(state),
    }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function wordOf(state: StoredEvent['state']): 'accepted' | 'waiting' | 'rejected' {
  if (state === EVENT_STATE.rejected) return 'rejected';
  return state === EVENT_STATE.accepted ? 'accepted' : 'waiting';
}

/** The free words that came with an act; descriptions of people carry none. */
function noteOf(hidden: Record<string, unknown> | undefined, mask: (text: string) => string): string | null {
  for (const member of NOTES) {
    const value = hidden?.[member];
    if (typeof value === 'string' && value !== '') return mask(value);
  }
  return null;
}
