import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { SubjectKey } from '#shared/contract/wire/sync.ts';
import { sealedFor, withoutClear } from '#shared/sync/private-part.ts';
import type { Connection, Database } from './database.ts';
import { type KeyRing, openWith } from './open-events.ts';
import { destroyKeys, insertKeys, keysById, keysOfSubjects, type StoredKey } from './subject-keys.ts';
import type { Vault } from './vault.ts';

/** A key in one session. `key` is null once it is destroyed. */
interface Held {
  id: string;
  subject: string;
  key: Uint8Array | null;
}

/** Why a brought event is not taken. */
export interface KeyFault {
  code: 'key-unknown' | 'bad-event';
  field: string;
}

/** The keys of one writing transaction: what seals and opens private parts in it. */
export interface SessionKeys {
  /** Reads the keys of these subjects, and those of these ids. */
  load(subjects: readonly string[], ids?: readonly string[]): Promise<void>;
  /** Gives sealed events their private parts, opened when looked at; in place. */
  open(events: readonly AnyEvent[]): void;
  /**
   * Takes up the keys a console brings and opens its events with them; they are kept only with what is accepted.
   * @returns what is wrong with an event's key, by the event's id
   */
  bring(events: readonly AnyEvent[], keys: readonly SubjectKey[]): Map<string, KeyFault>;
  /** The event with its private part sealed, under a key of its subject made now where there is none (S-24). */
  seal(event: AnyEvent): AnyEvent;
  /** The event is taken into the log: the key it was brought with stays. */
  keep(event: AnyEvent): void;
  /** Ids of the keys of these subjects that open something yet. */
  idsOf(subjects: readonly string[]): string[];
  /** S-26: destroys these keys; one that is not here yet is destroyed beforehand. @param subject told of those */
  destroy(ids: readonly string[], subject: string): void;
  flush(): Promise<void>;
}

/** Makes the keys of a session. */
export function createSessionKeys(tx: Connection, kind: Database['kind'], vault: Vault): SessionKeys {
  const byId = new Map<string, Held>();
  const bySubject = new Map<string, Held[]>();
  const read = new Set<string>();
  const brought = new Set<Held>();
  const fresh: Held[] = [];
  const gone: string[] = [];

  const add = (held: Held) => {
    byId.set(held.id, held);
    const own = bySubject.get(held.subject);
    if (own) own.push(held);
    else bySubject.set(held.subject, [held]);
  };
  const take = (rows: readonly StoredKey[]) => {
    for (const { id, subject_id: subject, wrapped } of rows) {
      if (!byId.has(id)) add({ id, subject, key: wrapped === null ? null : vault.unwrap(id, wrapped) });
    }
  };
  const writing = (subject: string): Held => {
    const known = bySubject.get(subject)?.find(({ key }) => key !== null);
    if (known) return known;
    const made = { ...vault.newKey(), subject };
    add(made);
    fresh.push(made);
    return made;
  };

  const ring: KeyRing = {
    keyFor(id, subject) {
      const held = byId.get(id);
      return held?.subject === subject ? held.key : null;
    },
  };

  const keys: SessionKeys = {
    async load(subjects, ids = []) {
      const missing = subjects.filter((id) => !read.has(id));
      for (const id of missing) read.add(id);
      take(await keysOfSubjects(tx, kind, missing));
      take(
        await keysById(
          tx,
          kind,
          ids.filter((id) => !byId.has(id)),
        ),
      );
    },
    open(events) {
      openWith(ring, vault, events);
    },
    bring(events, given) {
      const faults = new Map<string, KeyFault>();
      const offered = new Map(given.map((one) => [one.id, one]));
      for (const { id, sealed, subject } of events) {
        if (sealed === undefined) continue;
        const own = offered.get(sealed.key);
        let held = byId.get(sealed.key);
        if (held === undefined && own !== undefined) {
          held = { id: own.id, subject: own.subject, key: Buffer.from(own.key, 'base64') };
          byId.set(held.id, held);
          brought.add(held);
        }
        if (held === undefined) faults.set(id, { code: 'key-unknown', field: 'sealed.key' });
        else if (held.subject !== subject.id) faults.set(id, { code: 'bad-event', field: 'sealed.key' });
      }
      keys.open(events);
      return faults;
    },
    seal(event) {
      if (event.sealed !== undefined || event.private === undefined) return event;
      const held = writing(event.subject.id);
      const box = vault.seal(held.key ?? new Uint8Array(), JSON.stringify(event.private), sealedFor(event));
      return { ...withoutClear(event), private: event.private, sealed: { key: held.id, box } };
    },
    keep({ sealed }) {
      const held = sealed && byId.get(sealed.key);
      if (!held || !brought.delete(held)) return;
      fresh.push(held);
      add(held);
    },
    idsOf: (subjects) =>
      subjects
        .flatMap((subject) => (bySubject.get(subject) ?? []).filter(({ key }) => key !== null))
        .map(({ id }) => id),
    destroy(ids, subject) {
      for (const id of ids) {
        const held = byId.get(id);
        if (held !== undefined && !brought.delete(held)) {
          held.key = null;
          gone.push(id);
          continue;
        }
        const never = { id, subject: held?.subject ?? subject, key: null };
        byId.set(id, never);
        fresh.push(never);
      }
    },
    async flush() {
      const rows = fresh.map(({ id, subject, key }) => ({
        id,
        subject_id: subject,
        wrapped: key === null ? null : vault.wrap(id, key),
      }));
      if (rows.length > 0) await insertKeys(tx, kind, rows);
      if (gone.length > 0) await destroyKeys(tx, kind, gone);
    },
  };
  return keys;
}
