import { type AnyEvent, type EventDraft, isKnown } from '#shared/contract/wire/event.ts';
import type { CaseState, IncidentState } from '#shared/domain/case-state.ts';
import { mergeHlc, tickHlc } from '#shared/kit/hlc.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { foldReport } from '#shared/sync/fold-report.ts';
import { stampDraft } from '#shared/sync/stamp-draft.ts';
import type { Connection, Database } from './database.ts';
import { hashEvent } from './event-hash.ts';
import { eventsOf, insertEvents, type LogEntry } from './event-rows.ts';
import { putFolds } from './fold-rows.ts';
import { type Head, putHead, takeHead } from './head-row.ts';
import { moveScopes, type StateOfBranch } from './scope-spans.ts';

/** What a session needs of the process: nothing it could not be given in a test. */
export interface SessionTools {
  kind: Database['kind'];
  /** Central's own id: its device as an author. */
  centralId: string;
  newId: () => string;
  stateOfBranch: StateOfBranch;
}

/** Who and how, of an event central writes itself. */
export interface OwnAct {
  act: string;
  actor: string;
  session: string;
  via: AnyEvent['via'];
  happenedAt?: string;
}

type Accepted = AnyEvent & { seq: number; recordedAt: string };

/** One writing transaction over the log: reads what it needs once, keeps folds in memory, writes all at `flush`. */
export interface LogSession {
  tx: Connection;
  head: Head;
  /** Central's time in this transaction, ms since 1970; the demo sets it back while it seeds the past. */
  now: number;
  /** Loads all events of these subjects, and of the incidents that cases among them belong to. */
  load(subjects: readonly string[]): Promise<void>;
  caseOf(id: string): CaseState | null;
  incidentOf(id: string): IncidentState | null;
  eventsOf(subject: string): readonly AnyEvent[];
  /** Accepts events as they are: gives each its seq, then numbers what they open. The caller has judged them. */
  append(events: readonly AnyEvent[]): Accepted[];
  /** Central as author: makes whole events of drafts, not yet accepted. */
  stamp(drafts: readonly EventDraft[], own: OwnAct): AnyEvent[];
  /** Stamps drafts and accepts them. */
  write(drafts: readonly EventDraft[], own: OwnAct): Accepted[];
  flush(): Promise<void>;
}

/** Opens a session; takes the head row, so it waits for any other writer. @param now ms since 1970. */
export async function openLogSession(tx: Connection, tools: SessionTools, now: number): Promise<LogSession> {
  const head = await takeHead(tx);
  const loaded = new Map<string, AnyEvent[]>();
  const entries: LogEntry[] = [];
  const cases = new Map<string, CaseState | null>();
  const incidents = new Map<string, IncidentState | null>();
  const caseLast = new Map<string, number>();

  const memo = <T>(cache: Map<string, T>, id: string, fold: (events: readonly AnyEvent[]) => T): T => {
    const known = cache.get(id);
    if (known !== undefined) return known;
    const made = fold(loaded.get(id) ?? []);
    cache.set(id, made);
    return made;
  };

  const session: LogSession = {
    tx,
    head,
    now,
    async load(subjects) {
      const missing = [...new Set(subjects)].filter((id) => !loaded.has(id));
      if (missing.length === 0) return;
      for (const id of missing) loaded.set(id, []);
      for (const event of await eventsOf(tx, tools.kind, missing)) loaded.get(event.subject.id)?.push(event);
      const parents = missing.flatMap((id) => session.caseOf(id)?.incident ?? []);
      if (parents.length > 0) await session.load(parents);
      for (const id of missing) if (session.incidentOf(id) !== null) caseLast.set(id, await countCases(tx, id));
    },
    caseOf: (id) => memo(cases, id, foldCase),
    incidentOf: (id) => memo(incidents, id, foldIncident),
    eventsOf: (subject) => loaded.get(subject) ?? [],
    append(events) {
      const accepted = events.map(accept);
      return [...accepted, ...numberOpened(accepted)];
    },
    stamp: stampOwn,
    write(drafts, own) {
      return session.append(stampOwn(drafts, own));
    },
    async flush() {
      if (entries.length === 0) return putHead(tx, head);
      await insertEvents(tx, tools.kind, entries);
      const touched = [...new Map(entries.map(({ event }) => [event.subject.id, event.subject.kind]))];
      const rank = (id: string) => loaded.get(id)?.[0]?.seq ?? 0;
      const folded = <T>(kind: string, fold: (id: string) => T | null) =>
        touched.flatMap(([id, of]) => {
          const state = of === kind ? fold(id) : null;
          return state === null ? [] : [{ rank: rank(id), state }];
        });
      const folds = {
        incidents: folded('incident', session.incidentOf),
        cases: folded('case', session.caseOf),
        reports: folded('report', (id) => foldReport(loaded.get(id) ?? [])),
      };
      const incidents = await putFolds(tx, tools.kind, folds);
      for (const { state } of folds.cases) incidents.add(state.incident);
      await moveScopes(tx, tools, [...incidents], head.seq);
      await putHead(tx, head);
    },
  };

  function accept(event: AnyEvent): Accepted {
    const { seq: _seq, recordedAt: _recordedAt, ...written } = event;
    head.seq += 1;
    head.hlc = mergeHlc(head.hlc, event.at, session.now);
    const accepted = { ...written, seq: head.seq, recordedAt: isoMalaysia(session.now) };
    entries.push({ event: accepted, hash: hashEvent(event) });
    const { id } = event.subject;
    const history = loaded.get(id);
    if (history === undefined) loaded.set(id, [accepted]);
    else history.push(accepted);
    cases.delete(id);
    incidents.delete(id);
    return accepted;
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

  function nextNumber(): string {
    const year = Number(isoMalaysia(session.now).slice(0, 4));
    if (year > head.number_year) Object.assign(head, { number_year: year, number_last: 0 });
    head.number_last += 1;
    return `${head.number_year}-${String(head.number_last).padStart(6, '0')}`;
  }

  /** Numbers for people, in the same transaction as what they name: an incident's, then its cases' behind a slash. */
  function numberOpened(accepted: readonly Accepted[]): Accepted[] {
    const drafts: EventDraft[] = [];
    const given = new Map<string, string>();
    for (const event of accepted) {
      if (!isKnown(event)) continue;
      if (event.type === 'incident.opened' && session.eventsOf(event.subject.id)[0]?.id === event.id) {
        const number = nextNumber();
        given.set(event.subject.id, number);
        drafts.push({
          type: 'incident.numbered',
          subject: { kind: 'incident', id: event.subject.id },
          payload: { number },
        });
      }
    }
    for (const event of accepted) {
      if (!isKnown(event) || event.type !== 'case.opened' || session.eventsOf(event.subject.id)[0]?.id !== event.id)
        continue;
      const { incident } = event.payload;
      const base = given.get(incident) ?? session.incidentOf(incident)?.number;
      if (base === undefined || base === null) continue;
      const last = (caseLast.get(incident) ?? 0) + 1;
      caseLast.set(incident, last);
      drafts.push({
        type: 'case.numbered',
        subject: { kind: 'case', id: event.subject.id },
        payload: { number: `${base}/${last}` },
      });
    }
    if (drafts.length === 0) return [];
    return stampOwn(drafts, { act: tools.newId(), actor: 'central', session: 'central', via: 'system' }).map(accept);
  }
  return session;
}

async function countCases(tx: Connection, incident: string): Promise<number> {
  const row = await tx('case_row').where({ incident_id: incident }).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}
