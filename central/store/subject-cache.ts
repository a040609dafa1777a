import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import type { Connection } from './database.ts';
import { rawRows } from './raw-rows.ts';

/** A subject's whole history and what it folded to, as far as anyone asked. Never changed in place. */
export interface HeldSubject {
  events: readonly AnyEvent[];
  case?: CaseState | null;
  incident?: IncidentState | null;
}

/**
 * Subjects as they stood at one committed seq, so that a busy case is not read and folded anew at every act. Only what
 * was committed enters it. What other processes wrote since is found by seq and let go.
 */
export interface SubjectCache {
  /** Lets go of what others changed; call with the head row taken. */
  catchUp(tx: Connection, head: number): Promise<void>;
  get(id: string): HeldSubject | undefined;
  /** After the commit that ended at `head`. */
  keep(subjects: ReadonlyMap<string, HeldSubject>, head: number): void;
}

/** Beyond so many foreign events it is cheaper to begin again. */
const MOST_FOREIGN = 2_000;

/** @param most how many events it may hold, about 2 KB each. */
export function createSubjectCache(most = 10_000): SubjectCache {
  const held = new Map<string, HeldSubject>();
  let events = 0;
  let seq = 0;
  const drop = (id: string) => {
    events -= held.get(id)?.events.length ?? 0;
    held.delete(id);
  };
  const clear = () => {
    held.clear();
    events = 0;
  };
  return {
    async catchUp(tx, head) {
      if (head !== seq && held.size > 0) {
        if (head < seq || head - seq > MOST_FOREIGN) clear();
        else {
          const rows = await rawRows<{ subject_id: string; type: string }>(
            tx,
            'SELECT DISTINCT subject_id, type FROM event WHERE seq > ?',
            [seq],
          );
          // An erasure reaches subjects beside its own: nothing that was opened before may stay.
          if (rows.some(({ type }) => type === 'case.erased')) clear();
          for (const row of rows) drop(row.subject_id);
        }
      }
      seq = head;
    },
    get: (id) => held.get(id),
    keep(subjects, head) {
      for (const [id, subject] of subjects) {
        drop(id);
        if (subject.events.length === 0) continue;
        held.set(id, subject);
        events += subject.events.length;
      }
      seq = head;
      for (const id of held.keys()) {
        if (events <= most) break;
        drop(id);
      }
    },
  };
}
