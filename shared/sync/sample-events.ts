// Events for tests of this zone and of those that fold: short to write, whole to the schema.
import type { AnyEvent, EventDraft } from '#shared/contract/wire/event.ts';
import { formatHlc } from '#shared/kit/hlc.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { stampDraft } from '#shared/sync/stamp-draft.ts';

/** Noon in Malaysia on a plain Monday, ms since 1970. */
export const NOON = Date.parse('2026-11-23T12:00:00+08:00');

/** A UUID whose last digits are `n`, so that failures read well. */
export function sampleId(n: number): string {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** What a test wants to say of an event; the rest is plain. */
export interface SampleStamp {
  n: number;
  device?: string;
  seq?: number;
  seen?: number;
  act?: string;
  ms?: number;
  actor?: string;
}

/** A whole event of a draft. Ids follow from device and `n`. */
export function sampleEvent(draft: EventDraft, stamp: SampleStamp): AnyEvent {
  const device = stamp.device ?? 'desk-a';
  const ms = stamp.ms ?? NOON + stamp.n * 1_000;
  const id = sampleId(
    [...device].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_000_000, 7) * 1_000 + stamp.n,
  );
  const event = stampDraft(draft, {
    id,
    act: stamp.act ?? id,
    actor: stamp.actor ?? `person-of-${device}`,
    session: 'session',
    device,
    n: stamp.n,
    at: formatHlc(ms, 0),
    happenedAt: isoMalaysia(ms),
    certain: true,
    via: 'keys',
    seen: stamp.seen ?? 0,
  });
  return stamp.seq === undefined ? event : { ...event, seq: stamp.seq, recordedAt: isoMalaysia(ms) };
}

export const CASE = { kind: 'case', id: sampleId(1) } as const;
export const INCIDENT = { kind: 'incident', id: sampleId(2) } as const;

/** The opening of the sample case, accepted as seq 1. */
export function opened(): AnyEvent {
  return sampleEvent(
    { type: 'case.opened', subject: CASE, payload: { incident: INCIDENT.id, ordinal: 1, severity: 'death' } },
    { n: 1, device: 'central', seq: 1 },
  );
}

/** An assignment of the sample case. */
export function assigned(branch: string, believedLead: string | null, stamp: SampleStamp): AnyEvent {
  return sampleEvent(
    { type: 'case.assigned', subject: CASE, payload: { branch, believedLead, suggested: null } },
    stamp,
  );
}
