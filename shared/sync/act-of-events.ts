import { type Act, actSchema } from '#shared/contract/acts.ts';
import { type AnyEvent, isKnown, type KnownEvent } from '#shared/contract/wire/event.ts';
import type { ActKind } from '#shared/domain/act-rules.ts';

/**
 * The act that events of one gesture came of, with all that was said in it, so that it can be corrected and made
 * again. Null where it cannot be told, or makes no sense again: a report, an undo, a settled conflict, a look at names.
 * @param events those of one act, in the device's order
 */
export function actOfEvents(events: readonly AnyEvent[]): Act | null {
  const known = events.filter((event): event is KnownEvent & AnyEvent => isKnown(event));
  const first = known[0];
  if (!first || known.length < events.length) return null;
  const cases = [...new Set(known.filter((one) => one.subject.kind === 'case').map((one) => one.subject.id))];
  const said = membersOf(first, known);
  if (said === null) return null;
  const about =
    said.kind === 'set-time' || said.kind === 'share-out'
      ? {}
      : said.kind.startsWith('describe-') || said.kind.endsWith('-complaint') || said.kind === 'name-payee'
        ? { case: first.subject.id }
        : cases.length > 0
          ? { cases }
          : {};
  const act = actSchema.safeParse({ ...about, ...plain(said) });
  return act.success ? act.data : null;
}

function membersOf(
  event: KnownEvent & AnyEvent,
  all: readonly (KnownEvent & AnyEvent)[],
): ({ kind: ActKind } & Record<string, unknown>) | null {
  const { subject } = event;
  switch (event.type) {
    case 'case.assigned':
      if (all.some((one) => one.type === 'case.assigned' && one.payload.branch !== event.payload.branch))
        return { kind: 'share-out', moves: all.flatMap(moveOf), reason: event.private?.reason };
      return { kind: 'assign', branch: event.payload.branch, reason: event.private?.reason };
    case 'case.triaged': {
      const graded = all.find((one) => one.type === 'incident.graded');
      return { kind: 'triage', ...event.payload, grade: graded?.payload.grade };
    }
    case 'case.acknowledged':
      return { kind: 'acknowledge', told: toldOf(event) };
    case 'case.action-taken':
      return { kind: 'first-action', action: event.payload.action, told: toldOf(event) };
    case 'case.family-contacted':
      return { kind: 'contact-family', told: toldOf(event) };
    case 'case.documents-completed':
      return {
        kind: 'complete-documents',
        benefit: event.payload.benefit,
        payeeId: event.payload.payeeId,
        told: toldOf(event),
      };
    case 'case.eligibility-decided': {
      const { benefit, eligible, payeeId } = event.payload;
      return { kind: 'decide-eligibility', benefit, eligible, payeeId, told: toldOf(event) };
    }
    case 'case.payment-made': {
      const { benefit, amountSen, payeeId } = event.payload;
      return { kind: 'pay', benefit, amountSen, payeeId, payee: event.private?.payee, told: toldOf(event) };
    }
    case 'case.paused':
      return { kind: 'pause', ...event.payload, text: event.private?.text };
    case 'case.resumed':
      return { kind: 'resume' };
    case 'case.closed':
      return { kind: 'close', outcome: event.payload.outcome, text: event.private?.text };
    case 'case.reopened':
      return { kind: 'reopen', text: event.private?.text };
    case 'case.noted':
      return { kind: 'note', text: event.private?.text };
    case 'case.victim-described':
      return { kind: 'describe-victim', ...event.payload, ...event.private };
    case 'case.kin-described':
      return { kind: 'describe-kin', ...event.payload, ...event.private };
    case 'case.declined':
      return { kind: 'decline', reason: event.payload.reason, text: event.private?.text, told: toldOf(event) };
    case 'case.assist-set':
      return { kind: 'set-assist', ...event.payload };
    case 'case.kin-placed':
      return { kind: 'place-kin', ...event.payload };
    case 'case.employer-placed':
      return { kind: 'place-employer', ...event.payload };
    case 'case.scheme-set':
      return { kind: 'set-scheme', ...event.payload };
    case 'case.complaint-received':
      return { kind: 'receive-complaint', ...event.payload, text: event.private?.text };
    case 'case.complaint-acknowledged':
      return { kind: 'acknowledge-complaint', ...event.payload, text: event.private?.text };
    case 'case.payee-named':
      return { kind: 'name-payee', ...event.payload, ...event.private };
    case 'case.time-set':
    case 'incident.time-set':
      return { kind: 'set-time', subject, ...event.payload, reason: event.private?.reason };
    case 'incident.placed':
      return event.payload.place && { kind: 'place', incident: subject.id, place: event.payload.place };
    case 'incident.joined':
      return { kind: 'join', incidents: [subject.id, event.payload.with] };
    case 'incident.parted':
      return { kind: 'part', incident: subject.id };
    default:
      return null;
  }
}

function moveOf(event: KnownEvent): { case: string; branch: string }[] {
  return event.type === 'case.assigned' ? [{ case: event.subject.id, branch: event.payload.branch }] : [];
}

function toldOf(event: {
  payload: { told?: { how: string } | undefined };
  private?: { toldBy?: string | undefined } | undefined;
}): Record<string, unknown> | undefined {
  const how = event.payload.told?.how;
  return how === undefined ? undefined : plain({ how, by: event.private?.toldBy });
}

function plain(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
