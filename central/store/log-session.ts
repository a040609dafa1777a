import { type AnyEvent, type EventDraft, isKnown } from '#shared/contract/wire/event.ts';
import type { PushReply } from '#shared/contract/wire/sync.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { mergeHlc, tickHlc } from '#shared/kit/hlc.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { foldReport } from '#shared/sync/fold-report.ts';
import { isTwin, saysTheSame, withoutClear } from '#shared/sync/private-part.ts';
import { stampDraft } from '#shared/sync/stamp-draft.ts';
import { atOnce } from './at-once.ts';
import { type Author, authorsOf, type Claim } from './authors.ts';
import { amongJson } from './bulk-insert.ts';
import { CASE_LEAP, keepNumber, lastNumbers, type NumberedCase } from './case-numbers.ts';
import type { Connection, Database } from './database.ts';
import { type Device, devicesById } from './device-rows.ts';
import { hashEvent } from './event-hash.ts';
import { eventsOf, insertEvents, type LogEntry } from './event-rows.ts';
import { putFolds } from './fold-rows.ts';
import { type Head, putHead, takeHead } from './head-row.ts';
import { emptyKnown, findKnown, type KnownEvents } from './known-events.ts';
import { COUNT_LEAP } from './new-epoch.ts';
import { numberOpened } from './number-opened.ts';
import { rawRows } from './raw-rows.ts';
import type { Receipts } from './receipt.ts';
import { moveScopes, type StateOfBranch, sightText } from './scope-spans.ts';
import { createSessionKeys, type SessionKeys } from './session-keys.ts';
import type { HeldSubject, SubjectCache } from './subject-cache.ts';
import type { Vault } from './vault.ts';

/** What a session needs of the process: nothing it could not be given in a test. */
export interface SessionTools {
  kind: Database['kind'];
  /** Central's own id: its device as an author. */
  centralId: string;
  newId: () => string;
  stateOfBranch: StateOfBranch;
  vault: Vault;
  receipts: Receipts;
}

/** Who and how, of an event central writes itself. */
export interface OwnAct {
  act: string;
  actor: string;
  session: string;
  via: AnyEvent['via'];
  happenedAt?: string;
}

/** What a piece of work will look up, told beforehand so that pieces which wait together are read for at once. */
export interface Needs {
  /** Events a console brings, which the log may hold already. */
  events: readonly AnyEvent[];
  claims: readonly Claim[];
  /** Consoles whose key and standing are needed. */
  devices: readonly string[];
  /** Subjects whose history is needed. */
  subjects: readonly string[];
  /** Ids of keys that open what a console brings. */
  keys?: readonly string[];
}

export type Accepted = AnyEvent & { seq: number; recordedAt: string };
type Answer = PushReply['accepted'][number];

/** One writing transaction over the log: reads what it needs once, keeps folds in memory, writes all at `flush`. */
export interface LogSession {
  tx: Connection;
  head: Head;
  /** Central's time in this transaction, ms since 1970; the demo sets it back while it seeds the past. */
  now: number;
  /** What the log held of the events asked for, and all that was accepted since. */
  known: KnownEvents;
  /** By `claimKey`; those asked for. */
  authors: Map<string, Author>;
  /** Enrolled consoles, revoked ones too; those asked for. */
  devices: Map<string, Pick<Device, 'publicKey' | 'revoked'>>;
  /** What seals and opens private parts. */
  keys: SessionKeys;
  /** Reads at once what several pieces of work will look up. */
  gather(needs: readonly Needs[]): Promise<void>;
  /** Loads all events of these subjects, and of the incidents that cases among them belong to. */
  load(subjects: readonly string[]): Promise<void>;
  caseOf(id: string): CaseState | null;
  incidentOf(id: string): IncidentState | null;
  eventsOf(subject: string): readonly AnyEvent[];
  /**
   * Accepts events as they are: gives each its seq, then numbers what they open. The caller has judged them.
   * @param hashOf where the caller has hashed them already
   */
  append(events: readonly AnyEvent[], hashOf?: (event: AnyEvent) => string): Accepted[];
  /**
   * S-36, S-37: accepts events as a central that was lost accepted them: each gets a new seq behind all others and keeps
   * its time and the places it had. Numbers are given only to what came without. The caller has checked the receipts.
   */
  takeBack(events: readonly Accepted[], hashOf: (event: AnyEvent) => string): Accepted[];
  /** S-26: destroys the keys these events are sealed under, as they come back after what erased them. */
  close(events: readonly AnyEvent[]): void;
  /** Whether the log holds this event, and just so; one that came sealed otherwise, or unsealed, is the same. */
  holdsSame(event: AnyEvent, hash: string): boolean;
  /** S-38: whether a copy of its console, which goes on as another one, has brought it under that one's count. */
  holdsTwin(event: AnyEvent): boolean;
  /** What a console is told of an event the log holds. @throws Error for one it does not */
  answer(id: string): Answer;
  /** Central as author: makes whole events of drafts, not yet accepted. */
  stamp(drafts: readonly EventDraft[], own: OwnAct): AnyEvent[];
  /** Stamps drafts and accepts them. */
  write(drafts: readonly EventDraft[], own: OwnAct): Accepted[];
  flush(): Promise<void>;
  /** The subjects as they stand now, for the cache once they are committed. */
  subjects(): ReadonlyMap<string, HeldSubject>;
}

/** Opens a session; takes the head row, so it waits for any other writer. @param now ms since 1970. */
export async function openLogSession(
  tx: Connection,
  tools: SessionTools,
  cache: SubjectCache,
  now: number,
): Promise<LogSession> {
  const head = await takeHead(tx);
  await cache.catchUp(tx, head.seq);
  const loaded = new Map<string, HeldSubject>();
  const own = new Map<string, { events: AnyEvent[]; sight: string | null }>();
  const entries: LogEntry[] = [];
  const known = emptyKnown();
  const casesOf = new Map<string, number>();
  const keys = createSessionKeys(tx, tools.kind, tools.vault);

  const session: LogSession = {
    tx,
    head,
    now,
    known,
    authors: new Map(),
    devices: new Map(),
    keys,
    async gather(needs) {
      const events = needs.flatMap((one) => one.events);
      const devices = [...new Set(needs.flatMap((one) => one.devices))].filter((id) => !session.devices.has(id));
      const claims = new Map(needs.flatMap((one) => one.claims.map((claim) => [claim.join(' '), claim])));
      await atOnce(tools.kind, [
        async () => events.length > 0 && known.take(await findKnown(tx, tools.kind, events)),
        async () => {
          if (claims.size === 0) return;
          for (const [key, one] of await authorsOf(tx, tools.kind, [...claims.values()])) session.authors.set(key, one);
        },
        async () => {
          if (devices.length === 0) return;
          for (const [id, one] of await devicesById(tx, devices)) session.devices.set(id, one);
        },
        () => session.load(needs.flatMap((one) => one.subjects)),
        () => keys.load([], [...new Set(needs.flatMap((one) => one.keys ?? []))]),
      ]);
    },
    async load(subjects) {
      const missing = await loadHistories(subjects);
      const parents = missing.flatMap((id) => session.caseOf(id)?.incident ?? []);
      await loadHistories(parents);
      const uncounted = [...new Set(subjects)].filter((id) => !casesOf.has(id) && session.incidentOf(id) !== null);
      if (uncounted.length === 0) return;
      for (const [id, last] of lastNumbers(await casesIn(uncounted), uncounted, isOld, head.epoch_base))
        casesOf.set(id, last);
    },
    caseOf(id) {
      const held = loaded.get(id);
      if (held === undefined) return null;
      if (held.case === undefined) held.case = isAbout(held, 'case') ? foldCase(held.events) : null;
      return held.case;
    },
    incidentOf(id) {
      const held = loaded.get(id);
      if (held === undefined) return null;
      if (held.incident === undefined) held.incident = isAbout(held, 'incident') ? foldIncident(held.events) : null;
      return held.incident;
    },
    eventsOf: (subject) => loaded.get(subject)?.events ?? [],
    append(events, hashOf = hashEvent) {
      const accepted = events.map((event) => accept(event, hashOf(event)));
      return [...accepted, ...number(accepted)];
    },
    takeBack(events, hashOf) {
      const accepted = events.map((event) => {
        // It may have been lost for longer than the last time: of its own time no place lies further on than a leap.
        const until = Math.min(head.epoch_base, event.seq + COUNT_LEAP);
        const was = [...(event.was ?? []), { seq: event.seq, until }];
        return accept(event, hashOf(event), { recordedAt: event.recordedAt, was });
      });
      for (const { type, subject } of accepted)
        if (type === 'incident.opened' && !casesOf.has(subject.id)) casesOf.set(subject.id, CASE_LEAP);
      for (const event of accepted) keepNumber(event, head, casesOf, (id) => session.caseOf(id)?.incident);
      const bare = ({ subject: { id } }: AnyEvent) => (session.caseOf(id) ?? session.incidentOf(id))?.number === null;
      return [...accepted, ...number(accepted.filter(bare))];
    },
    close(events) {
      for (const { sealed, subject } of events) if (sealed) erase([sealed.key], [subject.id], subject.id, 0);
    },
    holdsSame(event, hash) {
      if (known.byId.get(event.id)?.hash === hash) return true;
      const held = heldAs(event);
      return held !== undefined && saysTheSame(held, event);
    },
    holdsTwin(event) {
      const held = heldAs(event);
      return held !== undefined && isTwin(held, event);
    },
    answer(id) {
      const held = known.byId.get(id);
      if (held === undefined) throw new Error('an event that the log does not hold');
      return { id, seq: held.seq, recordedAt: held.recordedAt, receipt: tools.receipts.give(held) };
    },
    stamp: stampOwn,
    write(drafts, own) {
      return session.append(stampOwn(drafts, own));
    },
    async flush() {
      if (entries.length === 0) return putHead(tx, head);
      const touched = [...new Map(entries.map(({ event }) => [event.subject.id, event.subject.kind]))];
      const rank = (id: string) => loaded.get(id)?.events[0]?.seq ?? 0;
      const folded = <T>(kind: string, fold: (id: string) => T | null) =>
        touched.flatMap(([id, of]) => {
          const state = of === kind ? fold(id) : null;
          return state === null ? [] : [{ rank: rank(id), state }];
        });
      const folds = {
        incidents: folded('incident', session.incidentOf),
        cases: folded('case', session.caseOf),
        reports: folded('report', (id) => foldReport(session.eventsOf(id), false)),
      };
      let joined = new Set<string>();
      await atOnce(tools.kind, [
        () => insertEvents(tx, tools.kind, entries),
        () => keys.flush(),
        () => putHead(tx, head),
        async () => {
          joined = await putFolds(tx, tools.kind, folds);
        },
      ]);
      const moved = new Set(folds.incidents.some(({ state }) => sightMoved(state.id)) ? joined : []);
      for (const { state } of folds.cases) if (sightMoved(state.id)) moved.add(state.incident);
      await moveScopes(tx, tools, [...moved], head.seq);
    },
    subjects: () => loaded,
  };

  async function loadHistories(subjects: readonly string[]): Promise<string[]> {
    const missing = [...new Set(subjects)].filter((id) => !loaded.has(id));
    const unread: string[] = [];
    for (const id of missing) {
      const held = cache.get(id);
      loaded.set(id, held ?? { events: [] });
      if (held === undefined) unread.push(id);
    }
    const histories = new Map<string, AnyEvent[]>();
    let read: AnyEvent[] = [];
    await atOnce(tools.kind, [
      async () => {
        read = await eventsOf(tx, tools.kind, unread);
      },
      () => keys.load(missing),
    ]);
    keys.open(read);
    for (const event of read) {
      const history = histories.get(event.subject.id);
      if (history) history.push(event);
      else histories.set(event.subject.id, [event]);
    }
    for (const [id, events] of histories) loaded.set(id, { events });
    return missing;
  }

  function casesIn(incidents: readonly string[]) {
    const sql = `SELECT incident_id, number, rank FROM case_row WHERE ${amongJson(tools.kind, 'incident_id')}`;
    return rawRows<NumberedCase>(tx, sql, [JSON.stringify(incidents)]);
  }

  function isOld(incident: string): boolean {
    const first = session.eventsOf(incident)[0];
    return (
      head.epoch_base > 0 && first !== undefined && (first.was !== undefined || (first.seq ?? 0) <= head.epoch_base)
    );
  }

  /** Numbers what these opened, as central's own act. */
  function number(accepted: readonly Accepted[]): Accepted[] {
    const drafts = numberOpened(accepted, {
      head,
      now: session.now,
      incidentOf: session.incidentOf,
      firstEventOf: (subject) => loaded.get(subject)?.events[0],
      casesOf,
    });
    if (drafts.length === 0) return [];
    const numbers = { act: tools.newId(), actor: 'central', session: 'central', via: 'system' } as const;
    return session.stamp(drafts, numbers).map((event) => accept(event, hashEvent(event)));
  }

  const heldAs = (event: AnyEvent) => session.eventsOf(event.subject.id).find(({ id }) => id === event.id);
  const sightNow = (id: string) => sightText(session.caseOf(id), session.incidentOf(id));
  const sightMoved = (id: string) => own.get(id)?.sight !== sightNow(id);

  /** Keys destroyed in this very session: what was opened under one before, and comes after, is closed again (S-26). */
  const destroyed = new Set<string>();

  function accept(event: AnyEvent, brought: string, before?: Pick<Accepted, 'recordedAt' | 'was'>): Accepted {
    if (isKnown(event) && event.type === 'case.erased')
      erase(event.payload.keys, event.payload.subjects, event.subject.id, before?.was?.[0]?.seq);
    const sealed = event.sealed && destroyed.has(event.sealed.key) ? withoutClear(event) : keys.seal(event);
    keys.keep(sealed);
    const { seq: _seq, recordedAt: _recordedAt, receipt: _receipt, was: _was, ...written } = sealed;
    // S-24: the hash is over what is sealed, so that it stands when the key is destroyed.
    const hash = sealed === event || event.sealed ? brought : hashEvent(sealed);
    head.seq += 1;
    head.hlc = mergeHlc(head.hlc, event.at, session.now);
    const accepted = { ...written, seq: head.seq, ...(before ?? { recordedAt: isoMalaysia(session.now) }) };
    entries.push({ event: accepted, hash, beside: known.idAt(event.device, event.n) !== undefined });
    known.add(accepted, hash);
    const { id } = event.subject;
    let mine = own.get(id);
    if (mine === undefined) {
      mine = { events: [...session.eventsOf(id)], sight: sightNow(id) };
      own.set(id, mine);
    }
    mine.events.push(accepted);
    loaded.set(id, { events: mine.events });
    return accepted;
  }

  /**
   * S-26: destroys these keys, and closes what they opened here; also those that sealed what the log holds of the subjects
   * by now: an erasure that comes back to a restored central names none that a console brought meanwhile. What came back
   * before it, and was accepted after it, stays.
   * @param place the first it ever had, where it comes back
   */
  function erase(named: readonly string[], subjects: readonly string[], erased: string, place = Infinity): void {
    const covered = ({ was }: AnyEvent) => (was?.[0]?.seq ?? 0) < place;
    const sealing = subjects.flatMap((id) =>
      session.eventsOf(id).flatMap((event) => (covered(event) ? (event.sealed?.key ?? []) : [])),
    );
    const ids = [...new Set([...named, ...sealing])].filter((id) => !destroyed.has(id));
    keys.destroy(ids, erased);
    for (const id of ids) destroyed.add(id);
    for (const id of new Set([...subjects, erased])) {
      if (!loaded.has(id)) continue;
      const events = session.eventsOf(id).map(withoutClear);
      keys.open(events);
      loaded.set(id, { events });
      const mine = own.get(id);
      if (mine !== undefined) mine.events = events;
    }
  }

  function stampOwn(drafts: readonly EventDraft[], own: OwnAct): AnyEvent[] {
    return drafts.map((draft) => {
      head.n += 1;
      head.hlc = tickHlc(head.hlc, session.now);
      return stampDraft(draft, {
        id: tools.newId(),
        act: own.act,
        actor: own.actor,
        session: own.session,
        device: tools.centralId,
        n: head.n,
        at: head.hlc,
        happenedAt: own.happenedAt ?? isoMalaysia(session.now),
        certain: true,
        via: own.via,
        seen: head.seq,
      });
    });
  }
  return session;
}

function isAbout({ events }: HeldSubject, kind: string): boolean {
  return events.some(({ subject }) => subject.kind === kind);
}
