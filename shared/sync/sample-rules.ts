// Rules and fresh cases for tests: short to write, whole to the schema.
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PayloadOf } from '#shared/contract/wire/event-payloads.ts';
import type { PolicyRowData } from '#shared/contract/wire/rule-values.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { type SampleStamp, sampleEvent, sampleId } from './sample-events.ts';

/** A version of the promise to assign within so many minutes. */
export function policyRow(minutes: number, said: Partial<PolicyRowData> = {}): PolicyRowData {
  return {
    key: 'kpi.assignment',
    effectiveFrom: '2024-01-01T00:00:00+08:00',
    effectiveTo: null,
    start: 'received',
    stop: ['assigned'],
    rule: { kind: 'within', minutes },
    calendar: 'always',
    pauses: null,
    warnAt: [50, 75, 90],
    when: null,
    awaited: null,
    status: 'inferred',
    source: 'mesyuarat',
    ...said,
  };
}

type RuleType =
  | 'policy.set'
  | 'policy.withdrawn'
  | 'calendar.set'
  | 'calendar.withdrawn'
  | 'rota.set'
  | 'rota.withdrawn';

/** An event on a rule, accepted at `seq` (its `n` when left out). @param given `at`: when, ms since 1970; `id`: of its subject */
export function ruleEvent<T extends RuleType>(
  type: T,
  payload: PayloadOf<T>,
  given: Omit<SampleStamp, 'ms'> & { at: number; id?: string },
): AnyEvent {
  const { at, id, ...stamp } = given;
  const kind = type.slice(0, type.indexOf('.')) as 'policy';
  const subject = { kind, id: id ?? sampleId(9_000 + stamp.n) };
  return sampleEvent({ type, subject, payload } as Parameters<typeof sampleEvent>[0], {
    seq: stamp.n,
    device: 'rules',
    ms: at,
    ...stamp,
  });
}

/** A case whose incident was first reported at `at`, ms since 1970. */
export function openCase(n: number, at: number): { id: string; events: AnyEvent[] } {
  const [incident, id, report] = [sampleId(100 + n), sampleId(200 + n), sampleId(300 + n)];
  const stamp = (count: number) => ({ n: n * 10 + count, device: 'central', seq: n * 10 + count, ms: at });
  const of = { kind: 'incident', id: incident } as const;
  const link = { report, source: 'press', receivedAt: isoMalaysia(at) } as const;
  const opened = { incident, ordinal: 1, severity: 'death' } as const;
  return {
    id,
    events: [
      sampleEvent({ type: 'incident.opened', subject: of, payload: { kind: 'road' } }, stamp(1)),
      sampleEvent({ type: 'incident.report-linked', subject: of, payload: link }, stamp(2)),
      sampleEvent({ type: 'case.opened', subject: { kind: 'case', id }, payload: opened }, stamp(3)),
    ],
  };
}
