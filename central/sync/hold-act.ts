import { hashEvent } from '#central/store/event-hash.ts';
import { openHeldSpans } from '#central/store/held-spans.ts';
import type { LogSession } from '#central/store/log-session.ts';
import { type AnyEvent, isKnown } from '#shared/contract/wire/event.ts';
import type { PushReply } from '#shared/contract/wire/sync.ts';
import type { HeldAct } from '#shared/domain/held-act.ts';
import { isTwin, saysTheSame } from '#shared/sync/private-part.ts';
import type { Lang } from '#shared/text/lang.ts';
import { sayRef } from '#shared/text/say.ts';
import type { PushTools } from './push-tools.ts';
import type { Push } from './read-push.ts';

/**
 * S-27: keeps an act before a supervisor: one event of central's that carries the events as they came. Those who decide
 * and the console it came from see it.
 * @param events all of one act, new to the log @param code of the right that is missing now
 * @returns the words for its author
 */
export async function holdAct(
  events: readonly AnyEvent[],
  code: string,
  session: LogSession,
  tools: PushTools,
): Promise<string> {
  const [first] = events;
  if (first === undefined) throw new Error('an act without events');
  const subjects = [...new Map(events.map(({ subject }) => [subject.id, subject])).values()];
  const draft = {
    type: 'act.held',
    subject: { kind: 'act', id: first.act },
    payload: {
      code,
      author: first.actor,
      device: first.device,
      subjects,
      events: events.map((event) => asItCame(event, session)),
    },
  } as const;
  const own = { act: tools.newId(), actor: 'central', session: 'central', via: 'system' } as const;
  const [written] = session.write([draft], own);
  const named = placesNamed(events);
  const about = subjects.flatMap(({ id }) => [id, session.caseOf(id)?.incident ?? id]);
  const sight = { act: first.act, device: first.device, subjects: about, ...named };
  await openHeldSpans(session.tx, tools, sight, written?.seq ?? session.head.seq);
  return sayRef(tools.lang, { key: `held.why.${code}` });
}

/** What a repeated push of an act that central holds is answered. */
export function answerHeld(
  held: HeldAct,
  act: readonly AnyEvent[],
  { hashOf }: Push,
  lang: Lang,
): Pick<PushReply, 'held' | 'rejected'> {
  const inner = new Map(innerEvents(held).map((event) => [event.id, event]));
  const isKept = (event: AnyEvent) => {
    const one = inner.get(event.id);
    return one !== undefined && (hashEvent(one) === hashOf(event) || saysTheSame(one, event) || isTwin(one, event));
  };
  const strange = act.find((event) => !isKept(event));
  if (strange !== undefined) {
    const code = inner.has(strange.id) ? 'event-changed' : 'act-closed';
    const message = sayRef(lang, { key: `failure.${code}` });
    return { rejected: act.map(({ id }) => ({ id, code, message })) };
  }
  if (held.decision?.kind === 'turned-down') {
    const message = held.decision.reason ?? sayRef(lang, { key: 'failure.already-turned-down' });
    return { rejected: act.map(({ id }) => ({ id, code: 'turned-down', message })) };
  }
  const message = sayRef(lang, { key: `held.why.${held.code}` });
  return { held: act.map(({ id }) => ({ id, code: held.code, message })), rejected: [] };
}

/** The events of a held act, as they came. */
export function innerEvents(held: HeldAct): AnyEvent[] {
  return held.events.map((event) => ({ ...event }) as unknown as AnyEvent);
}

/** Without what central set on the way, its private part sealed. */
function asItCame(event: AnyEvent, { keys }: LogSession): Record<string, unknown> {
  const sealed = keys.seal(event);
  keys.keep(sealed);
  const { seq: _seq, recordedAt: _recordedAt, receipt: _receipt, was: _was, private: _clear, ...rest } = sealed;
  return rest;
}

function placesNamed(events: readonly AnyEvent[]): { states: string[]; branches: string[] } {
  const known = events.filter(isKnown);
  return {
    states: known.flatMap((one) => (one.type === 'incident.placed' ? (one.payload.place?.state ?? []) : [])),
    branches: known.flatMap((one) => (one.type === 'case.assigned' ? one.payload.branch : [])),
  };
}
