import type { Database } from '#central/store/database.ts';
import { rememberAtDevice } from '#central/store/device-rows.ts';
import { hashEvent } from '#central/store/event-hash.ts';
import { findKnown, type KnownEvents } from '#central/store/event-rows.ts';
import type { LogSession } from '#central/store/log-session.ts';
import { type Author, authorsAt } from '#central/store/user-rows.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PushReply } from '#shared/contract/wire/sync.ts';
import { judgeAct } from '#shared/sync/judge-act.ts';
import type { Lang } from '#shared/text/lang.ts';
import { sayRef } from '#shared/text/say.ts';

/** What accepting needs beside the log. */
export interface PushTools {
  kind: Database['kind'];
  branchExists(code: string): boolean;
  lang: Lang;
}

interface Known extends KnownEvents {
  authors: Map<string, Author>;
}

interface Refusal {
  code: string;
  message: string;
  field?: string;
}

/**
 * Takes a console's events into the log, act by act: each act is accepted or refused whole, others beside it stand.
 * What the log already holds is answered again with its seq, so a push may be repeated as often as need be.
 * @param user whose token brought the push: they are at this device.
 */
export async function acceptPush(
  session: LogSession,
  device: string,
  user: string,
  events: readonly AnyEvent[],
  tools: PushTools,
): Promise<PushReply> {
  const reply: PushReply = { accepted: [], rejected: [] };
  const hashes = new Map(events.map((event) => [event, hashEvent(event)]));
  const known = await lookUp(session, device, user, events, tools.kind);
  const fresh = events.filter((event) => !known.byId.has(event.id));
  await session.load(fresh.flatMap(subjectsOf));
  for (const act of actsOf(events)) {
    const news = act.filter((event) => !known.byId.has(event.id));
    const clash = act.find((event) => {
      const held = known.byId.get(event.id);
      return held !== undefined && held.hash !== hashes.get(event);
    });
    const refusal = clash
      ? { code: 'event-changed', message: sayRef(tools.lang, { key: 'failure.event-changed' }), field: 'id' }
      : news.length === 0
        ? null
        : refusalOf(news, session, device, known, tools);
    for (const event of act) {
      const held = known.byId.get(event.id);
      if (held !== undefined && held.hash === hashes.get(event)) {
        reply.accepted.push({ id: event.id, seq: held.seq, recordedAt: held.recorded_at });
      } else if (refusal !== null) reply.rejected.push({ id: event.id, ...refusal });
    }
    if (refusal !== null) continue;
    for (const event of session.append(news)) {
      if (event.device !== device) continue;
      known.byCount.set(event.n, event.id);
      reply.accepted.push({ id: event.id, seq: event.seq, recordedAt: event.recordedAt });
    }
  }
  return reply;
}

async function lookUp(
  { tx }: LogSession,
  device: string,
  user: string,
  events: readonly AnyEvent[],
  kind: PushTools['kind'],
): Promise<Known> {
  const authors = await authorsAt(tx, device, [...new Set([user, ...events.map((event) => event.actor)])]);
  const bearer = authors.get(user);
  if (bearer !== undefined && !bearer.atDevice) {
    await rememberAtDevice(tx, device, user);
    bearer.atDevice = true;
  }
  return { ...(await findKnown(tx, kind, device, events)), authors };
}

/** Subjects whose history judging an event needs: its own, and those its payload points at. */
function subjectsOf({ subject, payload }: AnyEvent): string[] {
  return [subject.id, payload.incident, payload.with].filter((id) => typeof id === 'string');
}

/** Events by act, in the order of the device's own count. */
function actsOf(events: readonly AnyEvent[]): AnyEvent[][] {
  const acts = new Map<string, AnyEvent[]>();
  const seen = new Set<string>();
  for (const event of [...events].sort((a, b) => a.n - b.n)) {
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    const act = acts.get(event.act);
    if (act) act.push(event);
    else acts.set(event.act, [event]);
  }
  return [...acts.values()];
}

function refusalOf(
  news: readonly AnyEvent[],
  session: LogSession,
  device: string,
  known: Known,
  tools: PushTools,
): Refusal | null {
  const refuse = (code: string, field: string): Refusal => ({
    code,
    message: sayRef(tools.lang, { key: `failure.${code}` }),
    field,
  });
  const counts = new Set<number>();
  for (const event of news) {
    if (event.device !== device) return refuse('other-device', 'device');
    const holder = known.byCount.get(event.n);
    if ((holder !== undefined && holder !== event.id) || counts.has(event.n)) return refuse('device-cloned', 'n');
    counts.add(event.n);
    if (known.acts.has(event.act)) return refuse('act-closed', 'act');
    if (known.authors.get(event.actor)?.atDevice === false) return refuse('not-signed-in-here', 'actor');
    if (!isStorable(event)) return refuse('bad-event', 'payload');
  }
  const authors = [...new Set(news.map((event) => event.actor))];
  if (authors.length > 1) return refuse('bad-event', 'actor');
  const verdict = judgeAct(news, {
    author: known.authors.get(authors[0] ?? '')?.person ?? null,
    caseOf: session.caseOf,
    incidentOf: session.incidentOf,
    branchExists: tools.branchExists,
  });
  if (verdict.ok) return null;
  const refusal = { code: verdict.code, message: sayRef(tools.lang, verdict.message) };
  return verdict.field === undefined ? refusal : { ...refusal, field: verdict.field };
}

/** PostgreSQL keeps no NUL and no lone surrogate in a text; both databases refuse them alike. */
function isStorable(event: AnyEvent): boolean {
  return !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89ab][0-9a-f]{2}|d[c-f][0-9a-f]{2})/i.test(JSON.stringify(event));
}
