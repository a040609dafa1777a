import type { Act } from '#shared/contract/acts.ts';
import type { AnyEvent, EventDraft } from '#shared/contract/wire/event.ts';
import { permitted } from '#shared/domain/act-rules.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { ActWorld, PlannedAct } from './act-world.ts';
import { momentOf } from './moment.ts';
import { refuse, refuseBy } from './refuse.ts';

/**
 * S-34: a supervisor says when an act of uncertain time was made. One gesture was one moment: every event of it that this
 * person may set gets the time, on each case and incident. Outside its bounds it needs a reason.
 */
export function planSetTime(act: Extract<Act, { kind: 'set-time' }>, world: ActWorld): PlannedAct {
  const { subject, event: wanted, happenedAt, reason } = act;
  const told = Date.parse(happenedAt);
  const event = world.eventsOf(subject.id).find((one) => one.id === wanted);
  if (!event) return refuse('not-found', 'act.event');
  const verdict = verdictOn(event, world);
  if (verdict.verdict === 'no') return refuseBy(verdict, 'act.event');
  if (event.certain) return refuse('time-sure', 'act.event');
  if (told > world.now()) return refuse('in-future', 'act.happenedAt');
  if (reason === undefined && isOutside(event, told)) return refuse('outside-bounds', 'act.reason');
  const gesture = world
    .actEvents(event.act)
    .filter((one) => one.id === wanted || (sameMoment(one, event) && verdictOn(one, world).verdict !== 'no'));
  const drafts = gesture.flatMap((one): EventDraft[] => {
    const payload = { event: one.id, happenedAt: isoMalaysia(told) };
    const hidden = reason === undefined ? {} : { private: { reason } };
    const { id, kind } = one.subject;
    if (kind === 'case') return [{ type: 'case.time-set', subject: { kind, id }, payload, ...hidden }];
    return kind === 'incident' ? [{ type: 'incident.time-set', subject: { kind, id }, payload, ...hidden }] : [];
  });
  if (drafts.length === 0) return refuse('not-found', 'act.event');
  const of = (kind: string) => [...new Set(drafts.flatMap((one) => (one.subject.kind === kind ? one.subject.id : [])))];
  const cases = of('case');
  const parents = cases.flatMap((id) => world.case(id)?.incident ?? []);
  return { ok: true, drafts, cases, incidents: [...new Set([...of('incident'), ...parents])], undoable: true };
}

/** True where a moment, ms since 1970, cannot be when the event happened, by all that is known. */
export function isOutside(event: AnyEvent, told: number): boolean {
  const { notBefore, notAfter } = momentOf(event);
  return told < (notBefore ?? Number.NEGATIVE_INFINITY) || told > (notAfter ?? Number.POSITIVE_INFINITY);
}

/** Of one gesture's events, those whose time is the same estimate; a time that a person gave for another is not. */
function sameMoment(one: AnyEvent, event: AnyEvent): boolean {
  return !one.certain && one.happenedAt === event.happenedAt;
}

function verdictOn({ subject }: AnyEvent, world: ActWorld) {
  const state = subject.kind === 'case' ? world.case(subject.id) : null;
  return permitted('set-time', world.who, state, world.incident(state?.incident ?? subject.id), world.now());
}
