import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { clockFacts } from './clock-facts.ts';
import { foldCase } from './fold-case.ts';
import { foldIncident } from './fold-incident.ts';
import { momentOf } from './moment.ts';
import { CASE, INCIDENT, NOON, opened, type SampleStamp, sampleEvent, sampleId } from './sample-events.ts';
import { timeField } from './time-field.ts';

const MINUTE = 60_000;
const guessed = (event: AnyEvent, notBefore: number): AnyEvent => ({
  ...event,
  certain: false,
  notBefore: isoMalaysia(notBefore),
});
const triaged = (stamp: SampleStamp) =>
  sampleEvent({ type: 'case.triaged', subject: CASE, payload: { priority: 'high' } }, stamp);
const set = (event: AnyEvent, ms: number, stamp: SampleStamp) =>
  sampleEvent(
    { type: 'case.time-set', subject: CASE, payload: { event: event.id, happenedAt: isoMalaysia(ms) } },
    stamp,
  );

describe('times that are estimates', () => {
  it('S-32: are never taken beyond the last sure moment and central’s receipt', () => {
    const late = { ...guessed(triaged({ n: 2, ms: NOON + 600 * MINUTE }), NOON), seq: 2 };
    const event = { ...late, recordedAt: isoMalaysia(NOON + 5 * MINUTE) };
    const bounds = { notBefore: NOON, notAfter: NOON + 5 * MINUTE };
    expect(momentOf(event)).toMatchObject({ ms: NOON + 5 * MINUTE, certain: false, ...bounds });
    const { notAfter: _, ...open } = bounds;
    expect(momentOf(late)).toMatchObject({ ms: NOON + 600 * MINUTE, ...open });
    expect(momentOf({ ...event, happenedAt: isoMalaysia(NOON - MINUTE) }).ms).toBe(NOON);
    expect(momentOf({ ...event, certain: true })).toEqual({
      ms: NOON + 600 * MINUTE,
      certain: true,
      event: event.id,
      actor: event.actor,
    });
  });

  it('S-33: a report received at an uncertain time starts its clocks uncertainly, with both bounds', () => {
    const on = (type: 'incident.opened' | 'incident.report-linked', payload: object, n: number) => {
      const draft = { type, subject: INCIDENT, payload } as Parameters<typeof sampleEvent>[0];
      return guessed(sampleEvent(draft, { n, seq: n + 1, ms: NOON }), NOON - MINUTE);
    };
    const receivedAt = isoMalaysia(NOON);
    const linked = on('incident.report-linked', { report: sampleId(9), source: 'hotline', receivedAt }, 2);
    const incident = foldIncident([on('incident.opened', { kind: 'fall' }, 1), linked]);
    const state = foldCase([opened()]);
    if (!state || !incident) throw new Error('not folded');
    expect(incident.reports[0]?.doubt).toEqual({ certain: false, notBefore: NOON - MINUTE, notAfter: NOON });
    const facts = clockFacts(state, incident);
    expect(facts.received).toMatchObject({ certain: false, notBefore: NOON - MINUTE, notAfter: NOON });
    expect(facts.news).toMatchObject({ certain: false, basis: 'receipt' });
    const happenedAt = isoMalaysia(NOON - 30_000);
    const draft = { type: 'incident.time-set', subject: INCIDENT, payload: { event: linked.id, happenedAt } } as const;
    const after = foldIncident([
      on('incident.opened', { kind: 'fall' }, 1),
      linked,
      sampleEvent(draft, { n: 5, seq: 9 }),
    ]);
    if (!after) throw new Error('not folded');
    expect(clockFacts(state, after).received).toMatchObject({
      ms: NOON - 30_000,
      certain: true,
      setBy: 'person-of-desk-a',
    });
  });
});

describe('times that a supervisor set', () => {
  const event = guessed(triaged({ n: 2, seq: 2, ms: NOON }), NOON - MINUTE);

  it('S-34: count for all that is folded from the event, until the set is undone', () => {
    const at = set(event, NOON - 20_000, { n: 3, seq: 3, act: sampleId(70) });
    expect(foldCase([opened(), event])?.triaged).toMatchObject({ ms: NOON, certain: false });
    const after = foldCase([opened(), event, at])?.triaged;
    expect(after).toEqual({
      ms: NOON - 20_000,
      certain: true,
      event: event.id,
      actor: event.actor,
      setBy: at.actor,
    });
    const undo = sampleEvent(
      { type: 'case.act-undone', subject: CASE, payload: { act: at.act } },
      { n: 4, seq: 4, ms: NOON + 4_000 },
    );
    expect(foldCase([opened(), event, at, undo])?.triaged).toMatchObject({ ms: NOON, certain: false });
  });

  it('S-34: only of an estimate, and of no other event', () => {
    const sure = triaged({ n: 2, seq: 2, ms: NOON });
    expect(foldCase([opened(), sure, set(sure, NOON - 20_000, { n: 3, seq: 3 })])?.triaged?.ms).toBe(NOON);
    const two = [
      set(sure, NOON - 20_000, { n: 3, seq: 3 }),
      set(sure, NOON - 40_000, { n: 1, device: 'desk-b', seq: 4 }),
    ];
    expect(foldCase([opened(), sure, ...two])?.conflicts).toEqual([]);
    const elsewhere = set(opened(), NOON - 20_000, { n: 3, seq: 3 });
    expect(foldCase([opened(), event, elsewhere])?.triaged?.ms).toBe(NOON);
  });

  it('S-34: otherwise by two, unseen, stand in a conflict that a third settles; seen, the later one counts', () => {
    const one = set(event, NOON - 20_000, { n: 3, seq: 3, seen: 2 });
    const two = set(event, NOON - 40_000, { n: 1, device: 'desk-b', seq: 4, seen: 2 });
    const state = foldCase([opened(), event, one, two]);
    expect(state?.triaged?.ms).toBe(NOON - 20_000);
    expect(state?.conflicts).toMatchObject([
      { field: timeField(event.id), kept: { event: one.id }, other: { event: two.id } },
    ]);
    const payload = { field: timeField(event.id), other: two.id, choice: 'other' } as const;
    const settled = sampleEvent(
      { type: 'case.conflict-settled', subject: CASE, payload },
      { n: 2, device: 'desk-c', seq: 5, seen: 4 },
    );
    const after = foldCase([opened(), event, one, two, settled]);
    expect(after?.conflicts).toEqual([]);
    expect(after?.triaged?.ms).toBe(NOON - 40_000);
    const knowing = foldCase([opened(), event, one, { ...two, seen: 3 }]);
    expect([knowing?.conflicts.length, knowing?.triaged?.ms]).toEqual([0, NOON - 40_000]);
  });

  it('S-34, S-03: fold alike in whatever order and however often they come', () => {
    const events = [
      opened(),
      event,
      set(event, NOON - 20_000, { n: 3, seq: 3, seen: 2 }),
      set(event, NOON - 40_000, { n: 1, device: 'desk-b', seq: 4, seen: 2 }),
    ];
    const wanted = foldCase(events);
    fc.assert(
      fc.property(fc.shuffledSubarray([...events, ...events], { minLength: 8 }), (mixed) => {
        expect(foldCase(mixed)).toEqual(wanted);
      }),
    );
  });
});
