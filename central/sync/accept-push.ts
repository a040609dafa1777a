import { type Author, claimKey } from '#central/store/authors.ts';
import { rememberAtDevice } from '#central/store/device-rows.ts';
import type { LogSession, Needs } from '#central/store/log-session.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PushReply } from '#shared/contract/wire/sync.ts';
import { judgeAct } from '#shared/sync/judge-act.ts';
import type { Lang } from '#shared/text/lang.ts';
import { sayRef } from '#shared/text/say.ts';
import type { Push } from './read-push.ts';

/** What accepting needs beside the log. */
export interface PushTools {
  branchExists(code: string): boolean;
  lang: Lang;
}

interface Refusal {
  code: string;
  message: string;
  field?: string;
}

/** What accepting this push looks up: the writer reads it for all pushes of one commit together. */
export function needsOf({ device, user, events, isStorable }: Push): Needs {
  const storable = events.filter(isStorable);
  return {
    events: storable,
    claims: [...new Set([user, ...storable.map(({ actor }) => actor)])].map((id) => [device, id] as const),
    subjects: storable.flatMap(subjectsOf),
  };
}

/**
 * Takes a console's events into the log, act by act: each act is accepted or refused whole, others beside it stand.
 * What the log already holds is answered again with its seq, so a push may be repeated as often as need be. What
 * `needsOf` names was gathered before.
 */
export async function acceptPush(session: LogSession, push: Push, tools: PushTools): Promise<PushReply> {
  const { device, user } = push;
  const reply: PushReply = { accepted: [], rejected: [] };
  const bearer = session.authors.get(claimKey(device, user));
  if (bearer !== undefined && !bearer.atDevice) {
    await rememberAtDevice(session.tx, device, user);
    bearer.atDevice = true;
  }
  const { byId } = session.known;
  for (const act of actsOf(push.events)) {
    const held = new Map(act.map((event) => [event, byId.get(event.id)]));
    const news = act.filter((event) => held.get(event) === undefined);
    const isSame = (event: AnyEvent) => held.get(event)?.hash === push.hashOf(event);
    const clash = act.some((event) => held.get(event) !== undefined && !isSame(event));
    const refusal = clash
      ? { code: 'event-changed', message: sayRef(tools.lang, { key: 'failure.event-changed' }), field: 'id' }
      : news.length === 0
        ? null
        : refusalOf(news, session, push, tools);
    for (const event of act) {
      const known = held.get(event);
      if (known !== undefined && isSame(event)) {
        reply.accepted.push(session.answer(event.id));
      } else if (refusal !== null) reply.rejected.push({ id: event.id, ...refusal });
    }
    if (refusal !== null) continue;
    for (const event of session.append(news, push.hashOf)) {
      if (event.device !== device) continue;
      reply.accepted.push(session.answer(event.id));
    }
  }
  return reply;
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
  { device, isStorable }: Push,
  tools: PushTools,
): Refusal | null {
  const refuse = (code: string, field: string): Refusal => ({
    code,
    message: sayRef(tools.lang, { key: `failure.${code}` }),
    field,
  });
  const authorOf = (id: string): Author | undefined => session.authors.get(claimKey(device, id));
  const counts = new Set<number>();
  for (const event of news) {
    if (event.device !== device) return refuse('other-device', 'device');
    const holder = session.known.idAt(device, event.n);
    if ((holder !== undefined && holder !== event.id) || counts.has(event.n)) return refuse('device-cloned', 'n');
    counts.add(event.n);
    if (session.known.acts.has(event.act)) return refuse('act-closed', 'act');
    if (authorOf(event.actor)?.atDevice === false) return refuse('not-signed-in-here', 'actor');
    if (!isStorable(event)) return refuse('bad-event', 'payload');
  }
  const authors = [...new Set(news.map((event) => event.actor))];
  if (authors.length > 1) return refuse('bad-event', 'actor');
  const verdict = judgeAct(news, {
    author: authorOf(authors[0] ?? '')?.person ?? null,
    caseOf: session.caseOf,
    incidentOf: session.incidentOf,
    branchExists: tools.branchExists,
  });
  if (verdict.ok) return null;
  const refusal = { code: verdict.code, message: sayRef(tools.lang, verdict.message) };
  return verdict.field === undefined ? refusal : { ...refusal, field: verdict.field };
}
