import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockInstance } from '#shared/clocks/clock-instance.ts';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import type { AnyEvent, EventDraft } from '#shared/contract/wire/event.ts';
import type { IncidentState } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { clockFacts } from '#shared/sync/clock-facts.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { CASE, INCIDENT, NOON, opened, sampleEvent, sampleId } from '#shared/sync/sample-events.ts';
import { shownIncidents } from '#shared/sync/shown-incidents.ts';

const MINUTE = 60_000;
const OTHER = { kind: 'incident', id: sampleId(3) } as const;
const LINK = sampleId(9_000);

/** Acts on the case as somebody may do them. */
const ACTS: EventDraft[] = [
  { type: 'case.paused', subject: CASE, payload: { reason: 'family-not-ready' } },
  { type: 'case.paused', subject: CASE, payload: { reason: 'hospital', until: isoMalaysia(NOON + 90 * MINUTE) } },
  { type: 'case.resumed', subject: CASE, payload: {} },
  { type: 'case.assigned', subject: CASE, payload: { branch: 'SAM', believedLead: null, suggested: null } },
  { type: 'case.assigned', subject: CASE, payload: { branch: 'KBR', believedLead: 'SAM', suggested: null } },
  { type: 'case.acknowledged', subject: CASE, payload: { assignment: sampleId(77) } },
  { type: 'case.triaged', subject: CASE, payload: { priority: 'high' } },
  { type: 'case.documents-completed', subject: CASE, payload: { benefit: 'funeral' } },
  { type: 'case.documents-completed', subject: CASE, payload: { benefit: 'dependants' } },
];

function incidentOf(subject: typeof INCIDENT | typeof OTHER, minutes: number, seq: number): AnyEvent[] {
  const receivedAt = isoMalaysia(NOON + minutes * MINUTE);
  const report = sampleId(500 + seq);
  const drafts: EventDraft[] = [
    { type: 'incident.opened', subject, payload: { kind: 'road' } },
    { type: 'incident.report-linked', subject, payload: { report, source: 'press', receivedAt } },
  ];
  return drafts.map((draft, n) =>
    sampleEvent(draft, { n: n + 1, device: `central-${seq}`, seq: seq + n, ms: NOON + minutes * MINUTE }),
  );
}

function caseOf(acts: readonly EventDraft[]): AnyEvent[] {
  return [
    opened(),
    ...acts.map((draft, place) =>
      sampleEvent(draft, { n: place + 1, seq: 10 + place, seen: 9 + place, ms: NOON + (place + 1) * 7 * MINUTE }),
    ),
  ];
}

function clocksAt(events: readonly AnyEvent[], incidents: readonly (IncidentState | null)[], now: number) {
  const state = foldCase(events);
  const known = incidents.flatMap((incident) => incident ?? []);
  const shown = shownIncidents(known).get(INCIDENT.id);
  if (!state || !shown) throw new Error('not opened');
  return clocksOf(clockFacts(state, shown.incident), defaultPolicies, now);
}

const anyActs = fc.array(fc.constantFrom(...ACTS), { maxLength: 8 });
const anyNow = fc.nat(9 * 1_440).map((minutes) => NOON + minutes * MINUTE);
const first = foldIncident(incidentOf(INCIDENT, 0, 100));
const elapsed = (clocks: readonly ClockInstance[]) => new Map(clocks.map((clock) => [clock.id, clock.elapsedMs]));

describe('the clocks of a case, from its events', () => {
  it('are equal to the byte in whatever order the events arrive, and however often', () => {
    const shuffled = anyActs.chain((acts) => {
      const events = caseOf(acts);
      const all = fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 });
      return fc.tuple(fc.constant(events), all);
    });
    fc.assert(
      fc.property(shuffled, anyNow, ([events, arrived], now) => {
        expect(canonicalJson(clocksAt(arrived, [first], now))).toBe(canonicalJson(clocksAt(events, [first], now)));
      }),
    );
  });

  it('lose no time when the incident is joined with another, and are as before when it is parted', () => {
    fc.assert(
      fc.property(anyActs, anyNow, fc.integer({ min: -120, max: 120 }), (acts, now, minutes) => {
        const events = caseOf(acts);
        const other = incidentOf(OTHER, minutes, 200);
        const half = (subject: typeof INCIDENT | typeof OTHER, withId: string, seq: number) =>
          sampleEvent(
            { type: 'incident.joined', subject, payload: { link: LINK, with: withId } },
            { n: 50, device: `joins-${seq}`, seq },
          );
        const parted = (subject: typeof INCIDENT | typeof OTHER, seq: number) =>
          sampleEvent(
            { type: 'incident.parted', subject, payload: { link: LINK } },
            { n: 51, device: `parts-${seq}`, seq, seen: 400 },
          );
        const mine = [...incidentOf(INCIDENT, 0, 100), half(INCIDENT, OTHER.id, 300)];
        const theirs = [...other, half(OTHER, INCIDENT.id, 301)];
        const alone = clocksAt(events, [first, foldIncident(other)], now);
        const joined = clocksAt(events, [foldIncident(mine), foldIncident(theirs)], now);
        const start = (clocks: readonly ClockInstance[]) =>
          clocks.find(({ key }) => key === 'kpi.first-payment')?.startedAt;
        expect(start(joined)).toBe(NOON + Math.min(0, minutes) * MINUTE);
        for (const [id, ms] of elapsed(joined)) expect(ms, id).toBeGreaterThanOrEqual(elapsed(alone).get(id) ?? 0);
        const apart = clocksAt(
          events,
          [foldIncident([...mine, parted(INCIDENT, 401)]), foldIncident([...theirs, parted(OTHER, 402)])],
          now,
        );
        expect(canonicalJson(apart)).toBe(canonicalJson(alone));
      }),
    );
  });
});
