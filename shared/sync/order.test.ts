import { describe, expect, it } from 'vitest';
import { foldCase } from './fold-case.ts';
import { foldIncident } from './fold-incident.ts';
import { distinct, inOrder } from './order.ts';
import { hadSeen } from './register.ts';
import { assigned, CASE, INCIDENT, opened, sampleEvent, sampleId } from './sample-events.ts';

const orders = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));

describe('the order events fold in', () => {
  it('S-01: is that of seq for what was accepted, whichever device wrote it', () => {
    const late = assigned('SGT', null, { n: 1, device: 'a', seq: 9 });
    const early = assigned('KLU', null, { n: 7, device: 'b', seq: 4 });
    for (const events of orders([late, early, opened()]))
      expect(inOrder(events).map(({ seq }) => seq)).toEqual([1, 4, 9]);
  });

  it('S-01: is that of the device’s own count for what waits, after all that was accepted', () => {
    // The ids of what waits run the other way than its counts.
    const waiting = [3, 2, 1].map((n) => ({ ...assigned('KLU', null, { n }), id: sampleId(9 - n) }));
    for (const events of orders([...waiting, assigned('SGT', null, { n: 9, device: 'b', seq: 4 })]))
      expect(inOrder(events).map(({ n }) => n)).toEqual([9, 1, 2, 3]);
  });

  it('S-02: holds an event once, and its accepted copy, whichever came first', () => {
    const waiting = assigned('KLU', null, { n: 1 });
    const accepted = { ...waiting, seq: 5 };
    for (const events of orders([waiting, accepted, waiting])) expect(distinct(events)).toEqual([accepted]);
  });

  it('S-03: gives one incident, however its events come', () => {
    const opening = { type: 'incident.opened', subject: INCIDENT, payload: { kind: 'fall' } } as const;
    const graded = (grade: 'rumour' | 'confirmed') =>
      ({ type: 'incident.graded', subject: INCIDENT, payload: { grade } }) as const;
    const events = [
      sampleEvent(opening, { n: 1, device: 'central', seq: 1 }),
      sampleEvent(graded('rumour'), { n: 1, device: 'a', seq: 2 }),
      sampleEvent(graded('confirmed'), { n: 1, device: 'b', seq: 3 }),
      sampleEvent(graded('rumour'), { n: 2, device: 'c', seq: 4, seen: 2 }),
    ];
    const states = orders(events).map((some) => foldIncident(some));
    expect(states[0]).toMatchObject({ grade: 'rumour', conflicts: [{ field: 'grade' }] });
    for (const state of states) expect(state).toEqual(states[0]);
  });
});

describe('what an author had seen', () => {
  it('S-05: is never what another device has not sent yet', () => {
    const mine = assigned('KLU', null, { n: 1, device: 'a', seen: 99 });
    expect(hadSeen(mine, assigned('SGT', null, { n: 1, device: 'b' }))).toBe(false);
    expect(hadSeen(mine, assigned('SGT', null, { n: 2, device: 'a' }))).toBe(true);
  });
});

describe('a case', () => {
  it('S-04: is the one its first opening made; a later opening replaces nothing', () => {
    const again = sampleEvent(
      { type: 'case.opened', subject: CASE, payload: { incident: sampleId(77), ordinal: 5, severity: 'injury' } },
      { n: 1, device: 'b', seq: 2 },
    );
    expect(foldCase([opened(), again])).toMatchObject({ incident: INCIDENT.id, ordinal: 1, severity: 'death' });
  });

  it('S-07: keeps one assignment when two give it the same lead unseen of each other', () => {
    const events = [
      opened(),
      assigned('KLU', null, { n: 1, device: 'a', seq: 2 }),
      assigned('KLU', null, { n: 1, device: 'b', seq: 3 }),
    ];
    expect(foldCase(events)?.assignments).toHaveLength(1);
  });

  it('S-08: is not built upon by somebody who only looked', () => {
    const act = sampleId(50);
    const looked = { type: 'case.personal-opened', subject: CASE, payload: {}, private: { reason: 'x' } } as const;
    const undo = { type: 'case.act-undone', subject: CASE, payload: { act } } as const;
    const state = foldCase([
      opened(),
      assigned('KLU', null, { n: 1, device: 'a', seq: 2, act }),
      sampleEvent(looked, { n: 1, device: 'b', seq: 3 }),
      sampleEvent(undo, { n: 2, device: 'a', seq: 4, seen: 2 }),
    ]);
    expect(state).toMatchObject({ lead: null, undone: [act] });
  });
});
