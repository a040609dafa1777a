import { EVENT_STATE, type StoredEvent } from '#engine/store/event-rows.ts';
import type { Lost, TimelineEntry } from '#shared/contract/view/case-detail.ts';
import type { Moment } from '#shared/domain/clock-facts.ts';
import { describeEvent } from '#shared/sync/describe-event.ts';
import { timesOf } from './times-of-history.ts';

/** Bookkeeping that tells a reader nothing. */
const SILENT = new Set(['case.numbered', 'incident.numbered', 'report.received']);
/** Written on each of the incidents they concern. */
const HALVES = new Set(['incident.joined', 'incident.parted', 'incident.act-undone']);
/** One gesture sets the time of another, on every case and incident it touched. */
const SETS = new Set(['case.time-set', 'incident.time-set']);
const NOTES = ['text', 'reason', 'toldBy', 'payee'];

export interface TimelineParts {
  /** Acts undone on this case or its incidents. */
  undone: ReadonlySet<string>;
  /** A person's name by id; the id itself when nobody said it. */
  nameOf(actor: string): string;
  mask(text: string): string;
  lostOf(event: StoredEvent['event']): Lost;
}

/**
 * What happened to a case and its incident, oldest first, refused and undone acts marked. What joins or parts two
 * incidents of this history is told once, not by each half.
 */
export function timelineOf(history: readonly StoredEvent[], parts: TimelineParts): TimelineEntry[] {
  const told = new Set<string>();
  const timeOf = timesOf(history, parts.undone);
  const again = ({ type, act, payload }: StoredEvent['event']) => {
    if (!HALVES.has(type) && !SETS.has(type)) return false;
    const key = SETS.has(type) ? `set ${act}` : `${type} ${act} ${String(payload.link ?? payload.act)}`;
    return told.has(key) || !told.add(key);
  };
  return [...history]
    .sort((a, b) => (a.event.id < b.event.id ? -1 : 1))
    .filter(({ event, state }) => !SILENT.has(event.type) && state !== EVENT_STATE.withdrawn && !again(event))
    .map(({ event, state }) => ({
      id: event.id,
      ...shownTime(timeOf(event), parts.nameOf),
      recordedAt: event.recordedAt === undefined ? null : Date.parse(event.recordedAt),
      act: event.act,
      subject: event.subject,
      type: event.type,
      words: describeEvent(event),
      actor: parts.nameOf(event.actor),
      via: event.via,
      note: noteOf(event.private, parts.mask),
      lost: parts.lostOf(event),
      state: parts.undone.has(event.act) ? ('undone' as const) : wordOf(state),
    }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** The moment as a reader is told it: the estimate with its bounds, or who set it. */
function shownTime({ ms, certain, notBefore, notAfter, setBy }: Moment, nameOf: (actor: string) => string) {
  return {
    at: ms,
    certain,
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
    ...(setBy === undefined ? {} : { setBy: nameOf(setBy) }),
  };
}

function wordOf(state: StoredEvent['state']): 'accepted' | 'waiting' | 'held' | 'rejected' {
  if (state === EVENT_STATE.held) return 'held';
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
