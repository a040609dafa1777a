import type { LogSession, Needs } from '#central/store/log-session.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PushReply } from '#shared/contract/wire/sync.ts';
import { foldHeld } from '#shared/sync/fold-held.ts';
import { sayRef } from '#shared/text/say.ts';
import { followDecisions } from './follow-decisions.ts';
import { answerHeld, holdAct } from './hold-act.ts';
import { judgePushed } from './judge-pushed.ts';
import { openBrought } from './open-brought.ts';
import type { PushTools } from './push-tools.ts';
import type { Push } from './read-push.ts';
import { rememberBearer } from './remember-bearer.ts';

/** What accepting this push looks up: the writer reads it for all pushes of one commit together. */
export function needsOf({ device, user, events, keys, isStorable }: Push): Needs {
  const storable = events.filter(isStorable);
  const people = new Set(storable.map(({ actor }) => actor));
  if (user !== null) people.add(user);
  return {
    events: storable,
    claims: [...people].map((id) => [device, id] as const),
    devices: [device],
    subjects: storable.flatMap(subjectsOf),
    keys: [...keys.map(({ id }) => id), ...storable.flatMap(({ sealed }) => sealed?.key ?? [])],
  };
}

/**
 * Takes a console's events into the log, act by act: each act is accepted, refused or put before a supervisor whole,
 * others beside it stand. What the log already holds is answered again, so a push may be repeated as often as need be.
 * What `needsOf` names was gathered before.
 */
export async function acceptPush(
  session: LogSession,
  push: Push,
  tools: Omit<PushTools, 'faults'>,
): Promise<PushReply> {
  const reply: PushReply = { accepted: [], rejected: [] };
  await rememberBearer(session, push);
  const faults = openBrought(session, push);
  for (const act of actsOf(push.events)) await takeAct(act, reply, session, push, { ...tools, faults });
  return reply;
}

async function takeAct(
  act: readonly AnyEvent[],
  reply: PushReply,
  session: LogSession,
  push: Push,
  tools: PushTools,
): Promise<void> {
  const { byId } = session.known;
  const known = new Map(act.map((event) => [event, byId.get(event.id)]));
  const isSame = (event: AnyEvent) =>
    known.get(event) !== undefined && (session.holdsSame(event, push.hashOf(event)) || session.holdsTwin(event));
  const news = act.filter((event) => known.get(event) === undefined);
  const clash = act.some((event) => known.get(event) !== undefined && !isSame(event));
  const held = foldHeld(session.eventsOf(act[0]?.act ?? ''));
  if (!clash && held !== null && news.length > 0) {
    const answer = answerHeld(held, act, push, tools.lang);
    if (answer.held !== undefined) reply.held = [...(reply.held ?? []), ...answer.held];
    reply.rejected.push(...answer.rejected);
    return;
  }
  const judged = clash
    ? { code: 'event-changed', message: sayRef(tools.lang, { key: 'failure.event-changed' }), field: 'id' }
    : news.length === 0
      ? null
      : reply.rejected.some(isCopied)
        ? // What follows stands on what was refused: a console that goes on as another brings all of it, in its order.
          { code: 'device-cloned', message: sayRef(tools.lang, { key: 'failure.device-cloned' }), field: 'n' }
        : await judgePushed(news, session, push, tools);
  if (judged !== null && 'hold' in judged) {
    const message = await holdAct(news, judged.hold, session, tools);
    reply.held = [...(reply.held ?? []), ...news.map(({ id }) => ({ id, code: judged.hold, message }))];
    return;
  }
  for (const event of act) {
    const before = known.get(event);
    if (before !== undefined && isSame(event)) {
      reply.accepted.push(session.answer(event.id));
    } else if (judged !== null) reply.rejected.push({ id: event.id, ...judged });
  }
  if (judged !== null) return;
  const accepted = session.append(news, push.hashOf);
  for (const event of accepted) {
    if (event.device === push.device) reply.accepted.push(session.answer(event.id));
  }
  await followDecisions(accepted, session);
}

const isCopied = ({ code, field }: PushReply['rejected'][number]) => code === 'device-cloned' && field === 'n';

/** Subjects whose history judging an event needs: its own, those its payload points at, and its act if central holds it. */
function subjectsOf({ act, subject, payload }: AnyEvent): string[] {
  return [act, subject.id, payload.incident, payload.with].filter((id) => typeof id === 'string');
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
