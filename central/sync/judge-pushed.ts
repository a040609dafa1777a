import { type Author, claimKey } from '#central/store/authors.ts';
import { holdsInScope } from '#central/store/held-spans.ts';
import type { LogSession } from '#central/store/log-session.ts';
import { asThen, inSightAt, rightAt } from '#central/store/right-rows.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { HeldAct } from '#shared/domain/held-act.ts';
import { foldHeld } from '#shared/sync/fold-held.ts';
import { type JudgeWorld, judgeAct } from '#shared/sync/judge-act.ts';
import { sayRef } from '#shared/text/say.ts';
import { innerEvents } from './hold-act.ts';
import type { PushTools, Refusal } from './push-tools.ts';
import type { Push } from './read-push.ts';

/** Refusals for want of a right: those the author may have had when they acted. */
const FOR_WANT_OF_RIGHT = new Set([
  'role',
  'scope',
  'not-lead',
  'supervisor-only',
  'time-supervisor',
  'decide-supervisor',
  'rules-supervisor',
  'rules-scope',
  'account-closed',
]);

/**
 * Judges an act that is not in the log yet. S-27: what today's rights refuse is judged again by those its author had at
 * the place in the log they had last seen; what passes then is held, and so is all that a revoked console still brings.
 * @returns null when it is to be accepted; `hold` with the code of what is missing now
 */
export async function judgePushed(
  news: readonly AnyEvent[],
  session: LogSession,
  push: Push,
  tools: PushTools,
): Promise<Refusal | { hold: string } | null> {
  const refuse = (code: string, field: string): Refusal => ({
    code,
    message: sayRef(tools.lang, { key: `failure.${code}` }),
    field,
  });
  const fault = faultOfForm(news, session, push, tools);
  if (fault !== null) return refuse(fault.code, fault.field);
  const author = session.authors.get(claimKey(push.device, news[0]?.actor ?? '')) ?? null;
  const held = await heldMeant(news, session, author);
  if (held.cloned) return refuse('device-cloned', 'subject.id');
  const world: JudgeWorld = {
    author: author?.person ?? null,
    caseOf: session.caseOf,
    incidentOf: session.incidentOf,
    branchExists: tools.branchExists,
    stateOfBranch: (code) => tools.stateOfBranch(code) ?? null,
    eventsOf: session.eventsOf,
    now: () => session.now,
    heldOf: (id) => held.byId.get(id) ?? null,
  };
  const verdict = judgeAct(news, world);
  const revoked = session.devices.get(push.device)?.revoked === true;
  if (verdict.ok && author?.closed !== true) return revoked ? { hold: 'device-revoked' } : null;
  const refusal = verdict.ok
    ? refuse('account-closed', 'actor')
    : {
        code: verdict.code,
        message: sayRef(tools.lang, verdict.message),
        ...(verdict.field === undefined ? {} : { field: verdict.field }),
      };
  if (author === null || !FOR_WANT_OF_RIGHT.has(refusal.code)) return refusal;
  return (await hadRight(news, author, world, session)) ? { hold: refusal.code } : refusal;
}

function faultOfForm(
  news: readonly AnyEvent[],
  session: LogSession,
  { device, isStorable }: Push,
  { faults }: PushTools,
): { code: string; field: string } | null {
  const counts = new Set<number>();
  for (const event of news) {
    if (event.device !== device) return { code: 'other-device', field: 'device' };
    const holder = session.known.idAt(device, event.n);
    if ((holder !== undefined && holder !== event.id) || counts.has(event.n))
      return { code: 'device-cloned', field: 'n' };
    counts.add(event.n);
    if (session.known.acts.has(event.act)) return { code: 'act-closed', field: 'act' };
    const author = session.authors.get(claimKey(device, event.actor));
    if (author?.atDevice === false) return { code: 'not-signed-in-here', field: 'actor' };
    if (!isStorable(event)) return { code: 'bad-event', field: 'payload' };
    const fault = faults.get(event.id);
    if (fault !== undefined) return fault;
  }
  return new Set(news.map((event) => event.actor)).size > 1 ? { code: 'bad-event', field: 'actor' } : null;
}

/** Whether today's judgement would pass with the rights and the scope its author had when they last heard of central. */
async function hadRight(
  news: readonly AnyEvent[],
  { person }: Author,
  world: JudgeWorld,
  { tx, caseOf }: LogSession,
): Promise<boolean> {
  const seen = Math.max(...news.map((event) => event.seen));
  const right = await rightAt(tx, person.id, seen);
  if (right === null || right.disabled) return false;
  const subjects = [...new Set(news.flatMap(({ subject: { id } }) => [id, caseOf(id)?.incident ?? id]))];
  const sight = right.scope.kind === 'hq' ? new Set<string>() : await inSightAt(tx, right.scope, subjects, seen);
  return judgeAct(news, { ...world, author: asThen(person, right), hadInSight: (id) => sight.has(id) }).ok;
}

/** The held acts that decisions among these events are on; `cloned` when one can no longer be accepted as it is. */
async function heldMeant(
  news: readonly AnyEvent[],
  session: LogSession,
  author: Author | null,
): Promise<{ byId: Map<string, { held: HeldAct; inScope: boolean }>; cloned: boolean }> {
  const byId = new Map<string, { held: HeldAct; inScope: boolean }>();
  for (const { subject } of news) {
    if (subject.kind !== 'act' || byId.has(subject.id)) continue;
    const held = foldHeld(session.eventsOf(subject.id));
    if (held === null) continue;
    const inScope = author !== null && (await holdsInScope(session.tx, held.id, author.person.scope));
    byId.set(held.id, { held, inScope });
    if (held.decision !== null) continue;
    const inner = innerEvents(held);
    const subjects = inner.map((event) => event.subject.id);
    await session.gather([{ events: inner, claims: [], devices: [], subjects }]);
    const taken = inner.some(({ device, n, id }) => (session.known.idAt(device, n) ?? id) !== id);
    if (taken) return { byId, cloned: true };
  }
  return { byId, cloned: false };
}
