import { erasedSince } from '#central/store/erased-since.ts';
import { insertOrigin, originOf } from '#central/store/intake-rows.ts';
import type { Accepted, LogSession, Needs } from '#central/store/log-session.ts';
import type { Receipts } from '#central/store/receipt.ts';
import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { PushReply } from '#shared/contract/wire/sync.ts';
import type { Lang } from '#shared/text/lang.ts';
import { sayRef } from '#shared/text/say.ts';
import { needsOf } from './accept-push.ts';
import { openBrought } from './open-brought.ts';
import type { Push } from './read-push.ts';
import { rememberBearer } from './remember-bearer.ts';

/** What taking back needs beside the log. */
export interface BackTools {
  receipts: Receipts;
  lang: Lang;
}

/** What taking this back looks up. */
export function needsOfBack(push: Push): Needs {
  const needs = needsOf(push);
  const erased = push.events.flatMap((event) =>
    isKnown(event) && event.type === 'case.erased' ? [event.payload] : [],
  );
  return {
    ...needs,
    subjects: [...needs.subjects, ...erased.flatMap((one) => one.subjects)],
    keys: [...(needs.keys ?? []), ...erased.flatMap((one) => one.keys)],
    claims: push.user ? [[push.device, push.user]] : [],
  };
}

/**
 * S-36: takes events that a lost central accepted into the log, act by act in their old order. Their receipts are the
 * proof: nobody's right is judged again. What the log holds already is answered with its seq. An act with one receipt
 * that does not hold is refused whole.
 */
export async function takeBack(session: LogSession, push: Push, { receipts, lang }: BackTools): Promise<PushReply> {
  const reply: PushReply = { accepted: [], rejected: [] };
  await rememberBearer(session, push);
  const { byId } = session.known;
  // Of what was erased since nobody has the key any more: it comes back closed.
  openBrought(session, push);
  const refuse = (act: readonly AnyEvent[], code: string, field: string) => {
    const message = sayRef(lang, { key: `failure.${code}` });
    for (const { id } of act) reply.rejected.push({ id, code, message, field });
  };
  const news: Accepted[] = [];
  for (const act of actsOf(push.events)) {
    const fresh = act.filter((event) => !byId.has(event.id));
    const changed = act.some((event) => byId.has(event.id) && !session.holdsSame(event, push.hashOf(event)));
    const proven = fresh.filter((event) => isProven(event, push, receipts));
    if (changed) refuse(act, 'event-changed', 'id');
    else if (proven.length < fresh.length) refuse(act, 'bad-receipt', 'receipt');
    else {
      news.push(...proven);
      for (const event of act.filter(({ id }) => byId.has(id))) {
        session.keys.keep(event);
        reply.accepted.push(session.answer(event.id));
      }
    }
  }
  session.close(await erasedSince(session.tx, news));
  session.takeBack(news, push.hashOf);
  for (const { id } of news) reply.accepted.push(session.answer(id));
  await rememberOrigins(session, news);
  return reply;
}

function isProven(event: AnyEvent, push: Push, receipts: Receipts): event is Accepted {
  const { seq, recordedAt, receipt, was } = event;
  if (seq === undefined || recordedAt === undefined || receipt === undefined || !push.isStorable(event)) return false;
  const before = was === undefined ? null : JSON.stringify(was);
  return receipts.holds({ hash: push.hashOf(event), seq, recordedAt, was: before }, receipt);
}

/** Events by act; acts and their events in the order they once were accepted in. */
function actsOf(events: readonly AnyEvent[]): AnyEvent[][] {
  const acts = new Map<string, Map<string, AnyEvent>>();
  for (const event of [...events].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0))) {
    const act = acts.get(event.act);
    if (act) act.set(event.id, event);
    else acts.set(event.act, new Map([[event.id, event]]));
  }
  return [...acts.values()].map((act) => [...act.values()]);
}

/** An agency's own id stands again for what it once became, so that the same report again is no second incident. */
async function rememberOrigins(session: LogSession, events: readonly AnyEvent[]): Promise<void> {
  const incidents = new Map<string, string>();
  for (const event of events)
    if (isKnown(event) && event.type === 'incident.report-linked')
      incidents.set(event.payload.report, event.subject.id);
  for (const event of events) {
    if (!isKnown(event) || event.type !== 'report.received') continue;
    const { channel, externalId } = event.payload;
    const incidentId = incidents.get(event.subject.id);
    if (channel === undefined || externalId === undefined || incidentId === undefined) continue;
    if ((await originOf(session.tx, channel, externalId)) !== null) continue;
    await insertOrigin(session.tx, channel, externalId, { reportId: event.subject.id, incidentId });
  }
}
