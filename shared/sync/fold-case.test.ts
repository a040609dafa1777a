import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldCase } from './fold-case.ts';
import { assigned, CASE, NOON, opened, sampleEvent } from './sample-events.ts';

const described = (age: number, n: number, device: string, seq: number, seen: number) =>
  sampleEvent({ type: 'case.victim-described', subject: CASE, payload: { age } }, { n, device, seq, seen });

describe('a case folds from its events', () => {
  it('S-01 takes accepted events by seq and pending ones after them', () => {
    const late = assigned('KLU', 'SGT', { n: 1, seen: 2 });
    const state = foldCase([late, assigned('SGT', null, { n: 1, device: 'desk-b', seq: 2, seen: 1 }), opened()]);
    expect(state?.lead).toBe('KLU');
    expect(state?.seq).toBe(2);
  });

  it('S-02 counts an event once, and the accepted copy of it', () => {
    const pending = assigned('KLU', null, { n: 1 });
    const accepted = { ...pending, seq: 2 };
    expect(foldCase([opened(), pending, accepted, pending])).toEqual(foldCase([opened(), accepted]));
  });

  it('S-05 keeps edits of different fields and contests unseen edits of one', () => {
    const sex = sampleEvent(
      { type: 'case.victim-described', subject: CASE, payload: { sex: 'male' } },
      { n: 1, device: 'c', seq: 4, seen: 1 },
    );
    const state = foldCase([opened(), described(34, 1, 'a', 2, 1), described(43, 1, 'b', 3, 1), sex]);
    expect(state?.victim).toMatchObject({ age: 34, sex: 'male' });
    expect(state?.conflicts).toHaveLength(1);
    expect(state?.conflicts[0]).toMatchObject({ field: 'victim.age', kept: { value: '34' }, other: { value: '43' } });
  });

  it('S-05 sees no conflict in equal values, nor between edits of one device, nor in an edit made in sight', () => {
    expect(foldCase([opened(), described(34, 1, 'a', 2, 1), described(34, 1, 'b', 3, 1)])?.conflicts).toEqual([]);
    expect(foldCase([opened(), described(34, 1, 'a', 2, 1), described(35, 2, 'a', 3, 1)])?.conflicts).toEqual([]);
    const seen = foldCase([opened(), described(34, 1, 'a', 2, 1), described(35, 1, 'b', 3, 2)]);
    expect(seen?.victim.age).toBe(35);
    expect(seen?.conflicts).toEqual([]);
  });

  it('S-05 loses no value that two wrote unseen of each other when one of them then thinks again', () => {
    const twice = [opened(), described(34, 1, 'a', 2, 1), described(34, 1, 'b', 3, 1)];
    const state = foldCase([...twice, described(35, 2, 'b', 4, 1)]);
    expect(state?.victim.age).toBe(34);
    expect(state?.conflicts[0]).toMatchObject({ field: 'victim.age', kept: { value: '34' }, other: { value: '35' } });
    expect(foldCase([...twice, described(35, 1, 'c', 4, 3)])?.conflicts).toEqual([]);
  });

  it('S-05 settles a conflict by an edit of someone who had seen both', () => {
    const contested = [opened(), described(34, 1, 'a', 2, 1), described(43, 1, 'b', 3, 1)];
    const half = foldCase([...contested, described(50, 1, 'c', 4, 2)]);
    expect(half?.conflicts).toHaveLength(1);
    const settled = foldCase([...contested, described(43, 1, 'c', 4, 3)]);
    expect(settled?.victim.age).toBe(43);
    expect(settled?.conflicts).toEqual([]);
  });

  it('S-05 lets authors correct what they said beside the showing value: one conflict, with their last word', () => {
    const contested = [opened(), described(34, 1, 'a', 2, 1), described(43, 1, 'b', 3, 1)];
    const corrected = foldCase([...contested, described(44, 2, 'b', 4, 1)]);
    expect(corrected?.victim.age).toBe(34);
    expect(corrected?.conflicts).toMatchObject([{ kept: { value: '34' }, other: { value: '44' } }]);
    expect(foldCase([...contested, described(34, 2, 'b', 4, 1)])?.conflicts).toEqual([]);
    const third = foldCase([...contested, described(50, 1, 'c', 4, 1), described(44, 2, 'b', 5, 1)]);
    expect(third?.conflicts.map(({ other }) => other.value)).toEqual(['44', '50']);
    const undo = sampleEvent(
      { type: 'case.act-undone', subject: CASE, payload: { act: described(44, 2, 'b', 4, 1).act } },
      { n: 3, device: 'b', seq: 5, seen: 1 },
    );
    const undone = foldCase([...contested, described(44, 2, 'b', 4, 1), undo]);
    expect(undone?.conflicts).toMatchObject([{ kept: { value: '34' }, other: { value: '43' } }]);
  });

  it('S-05 and an assignment to a closed case that its author thinks over stands against the closing once', () => {
    const closed = sampleEvent(
      { type: 'case.closed', subject: CASE, payload: { outcome: 'paid' } },
      { n: 1, device: 'a', seq: 2, seen: 1 },
    );
    const twice = [assigned('KLU', null, { n: 1, device: 'b', seq: 3, seen: 1 })];
    twice.push(assigned('JHB', 'KLU', { n: 2, device: 'b', seq: 4, seen: 1 }));
    expect(foldCase([opened(), closed, ...twice])?.conflicts).toMatchObject([
      { field: 'status', kept: { value: 'closed' }, other: { value: 'JHB' } },
    ]);
  });

  it('S-06 leaves a case with its lead when a late author believed in another, and shows the other choice', () => {
    const state = foldCase([
      opened(),
      assigned('SGT', null, { n: 1, device: 'a', seq: 2, seen: 1 }),
      assigned('KLU', null, { n: 1, device: 'b', seq: 3, seen: 1 }),
    ]);
    expect(state?.lead).toBe('SGT');
    expect(state?.conflicts[0]).toMatchObject({ field: 'lead', kept: { value: 'SGT' }, other: { value: 'KLU' } });
  });

  it('S-06 lets an assignment hold whose author believed in the very lead it replaces', () => {
    const state = foldCase([
      opened(),
      assigned('SGT', null, { n: 1, device: 'a', seq: 2, seen: 1 }),
      assigned('KLU', 'SGT', { n: 1, device: 'b', seq: 3, seen: 0 }),
    ]);
    expect(state?.lead).toBe('KLU');
    expect(state?.conflicts).toEqual([]);
  });

  it('does not let an assignment move a case that was closed out of its author’s sight', () => {
    const closed = sampleEvent(
      { type: 'case.closed', subject: CASE, payload: { outcome: 'paid' } },
      { n: 1, device: 'a', seq: 2, seen: 1 },
    );
    const state = foldCase([opened(), closed, assigned('KLU', null, { n: 1, device: 'b', seq: 3, seen: 1 })]);
    expect(state).toMatchObject({ status: 'closed', lead: null });
    expect(state?.conflicts[0]?.field).toBe('status');
  });

  it('S-08 takes an act back as if it had not been, unless something was built on it', () => {
    const first = assigned('SGT', null, { n: 1, seq: 2, seen: 1 });
    const second = assigned('KLU', 'SGT', { n: 2, seq: 3, seen: 2 });
    const undo = (n: number, seq: number, act: string) =>
      sampleEvent({ type: 'case.act-undone', subject: CASE, payload: { act } }, { n, seq, seen: seq - 1 });
    const without = foldCase([opened(), first]);
    const undone = foldCase([opened(), first, second, undo(3, 4, second.act)]);
    expect({ ...undone, undone: [], seq: 0 }).toEqual({ ...without, seq: 0 });
    expect(foldCase([opened(), first, second, undo(3, 4, first.act)])?.lead).toBe('KLU');
    expect(foldCase([opened(), first, second, undo(3, 4, second.act), undo(4, 5, first.act)])?.lead).toBeNull();
  });

  it('S-17 keeps going past an event it does not know and marks the case read-only', () => {
    const strange = { ...assigned('KLU', null, { n: 1, seq: 2 }), type: 'case.blessed' };
    const newer = { ...assigned('KLU', null, { n: 2, seq: 3 }), v: 9 };
    expect(foldCase([opened(), strange])).toMatchObject({ readOnly: true, lead: null });
    expect(foldCase([opened(), newer])).toMatchObject({ readOnly: true, lead: null });
  });
});

const branches = ['KLU', 'SGT', 'JHB', 'MUA'] as const;
const anyAct = fc.record({
  device: fc.constantFrom('a', 'b', 'c'),
  seen: fc.nat(8),
  what: fc.oneof(
    fc.record({
      kind: fc.constant('assign' as const),
      branch: fc.constantFrom(...branches),
      believed: fc.constantFrom(null, ...branches),
    }),
    fc.record({ kind: fc.constant('age' as const), age: fc.integer({ min: 18, max: 20 }) }),
    fc.record({ kind: fc.constant('close' as const) }),
    fc.record({ kind: fc.constant('undo' as const), back: fc.integer({ min: 1, max: 4 }) }),
  ),
});

/** A random history of one case: central's order is the order of the list. */
function history(acts: readonly unknown[]): AnyEvent[] {
  const events: AnyEvent[] = [opened()];
  (
    acts as {
      device: string;
      seen: number;
      what: { kind: string; branch?: string; believed?: string | null; age?: number; back?: number };
    }[]
  ).forEach(({ device, seen, what }, index) => {
    const stamp = { n: index + 1, device, seq: index + 2, seen: Math.min(seen, index + 1), ms: NOON + index * 60_000 };
    if (what.kind === 'assign') events.push(assigned(what.branch ?? 'KLU', what.believed ?? null, stamp));
    else if (what.kind === 'age')
      events.push(
        sampleEvent({ type: 'case.victim-described', subject: CASE, payload: { age: what.age ?? 0 } }, stamp),
      );
    else if (what.kind === 'close')
      events.push(sampleEvent({ type: 'case.closed', subject: CASE, payload: { outcome: 'paid' } }, stamp));
    else {
      const target = events[events.length - (what.back ?? 1)];
      if (target)
        events.push(sampleEvent({ type: 'case.act-undone', subject: CASE, payload: { act: target.act } }, stamp));
    }
  });
  return events;
}

describe('any history of a case', () => {
  it('S-03 folds to the same bytes in any order and with any repetition', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (acts, picks) => {
        const events = history(acts);
        const shuffled = [...events, ...events.slice(0, 3)]
          .map((event) => ({ event, key: picks.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event);
        expect(canonicalJson(foldCase(shuffled))).toBe(canonicalJson(foldCase(events)));
      }),
      { numRuns: 300 },
    );
  });

  it('S-07 never has two leads, and one open assignment exactly when there is a lead', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), (acts) => {
        const state = foldCase(history(acts));
        const open = state?.assignments.filter((one) => one.until === null) ?? [];
        expect(open).toHaveLength(state?.lead === null ? 0 : 1);
        if (open[0]) expect(open[0].branch).toBe(state?.lead);
      }),
      { numRuns: 300 },
    );
  });

  it('S-05 leaves at most one open conflict on a field against each device, with its last word', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), (acts) => {
        const events = history(acts.filter(({ what }) => what.kind !== 'undo'));
        const byId = new Map(events.map((event) => [event.id, event]));
        const sides = (foldCase(events)?.conflicts ?? []).map(({ field, other }) => {
          const event = byId.get(other.event);
          return { field, event, against: `${field} ${event?.device}` };
        });
        expect(new Set(sides.map(({ against }) => against)).size).toBe(sides.length);
        for (const { event } of sides.filter(({ field }) => field === 'victim.age')) {
          const own = events.filter((one) => one.type === event?.type && one.device === event.device);
          expect(own.at(-1)).toBe(event);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('S-05 drops no edit: what does not show stands in a conflict, was replaced in sight, or was undone', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 10 }), (acts) => {
        const events = history(acts.filter(({ what }) => what.kind === 'age'));
        const state = foldCase(events);
        const last = events.at(-1);
        if (!state || last?.type !== 'case.victim-described') return;
        const mine = String((last.payload as { age: number }).age);
        const shows = String(state.victim.age) === mine;
        const stands = state.conflicts.some((conflict) => conflict.other.event === last.id);
        expect(shows || stands).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
