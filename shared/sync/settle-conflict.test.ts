import { describe, expect, it } from 'vitest';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { foldCase } from './fold-case.ts';
import { assigned, CASE, NOON, opened, type SampleStamp, sampleEvent } from './sample-events.ts';

type Choice = 'kept' | 'other' | 'both';
const settle = (field: string, other: string, choice: Choice, stamp: SampleStamp) =>
  sampleEvent({ type: 'case.conflict-settled', subject: CASE, payload: { field, other, choice } } as EventDraft, stamp);
const aged = (age: number, device: string, seq: number) =>
  sampleEvent({ type: 'case.victim-described', subject: CASE, payload: { age } }, { n: 1, device, seq, seen: 1 });

const sgt = assigned('SGT', null, { n: 1, device: 'a', seq: 2, seen: 1 });
const klu = assigned('KLU', null, { n: 1, device: 'b', seq: 3, seen: 1 });
const contested = [opened(), sgt, klu];

describe('a person settles a conflict', () => {
  it('S-19 by keeping the lead that shows, taking the other, or letting both stand', () => {
    const by = (choice: Choice) =>
      foldCase([...contested, settle('lead', klu.id, choice, { n: 1, device: 's', seq: 4, seen: 3 })]);
    expect(by('kept')).toMatchObject({ lead: 'SGT', assist: [], conflicts: [] });
    expect(by('other')).toMatchObject({ lead: 'KLU', assist: [], conflicts: [] });
    expect(by('both')).toMatchObject({ lead: 'SGT', assist: ['KLU'], conflicts: [] });
    expect(by('other')?.assignments.map((one) => [one.branch, one.until === null])).toEqual([
      ['SGT', false],
      ['KLU', true],
    ]);
  });

  it('S-19 and a third edit under way meets the choice, not the value before it', () => {
    const chosen = settle('victim.age', aged(43, 'b', 3).id, 'other', { n: 1, device: 's', seq: 4, seen: 3 });
    const third = sampleEvent(
      { type: 'case.victim-described', subject: CASE, payload: { age: 50 } },
      { n: 1, device: 'c', seq: 5, seen: 1 },
    );
    const state = foldCase([opened(), aged(34, 'a', 2), aged(43, 'b', 3), chosen, third]);
    expect(state?.victim.age).toBe(43);
    expect(state?.conflicts).toHaveLength(1);
    expect(state?.conflicts[0]).toMatchObject({ kept: { value: '43', event: chosen.id }, other: { value: '50' } });
  });

  it('S-19 and a correction of the named side that was under way meets the choice', () => {
    const edits = [opened(), aged(34, 'a', 2), aged(43, 'b', 3)];
    const corrected = sampleEvent(
      { type: 'case.victim-described', subject: CASE, payload: { age: 44 } },
      { n: 2, device: 'b', seq: 4, seen: 1 },
    );
    for (const [choice, value] of [
      ['kept', 34],
      ['other', 43],
    ] as const) {
      const chosen = settle('victim.age', aged(43, 'b', 3).id, choice, { n: 1, device: 's', seq: 5, seen: 3 });
      const state = foldCase([...edits, corrected, chosen]);
      expect(state?.victim.age).toBe(value);
      expect(state?.conflicts).toMatchObject([
        { kept: { value: `${value}`, event: chosen.id }, other: { value: '44', event: corrected.id } },
      ]);
    }
    const seen = settle('victim.age', corrected.id, 'other', { n: 1, device: 's', seq: 5, seen: 4 });
    expect(foldCase([...edits, corrected, seen])).toMatchObject({ victim: { age: 44 }, conflicts: [] });
  });

  it('S-07, S-19 and keeping what shows keeps what shows to them, though it moved while the conflict stood open', () => {
    const moved = assigned('JHB', 'SGT', { n: 1, device: 'c', seq: 4, seen: 2 });
    const by = (seen: number) =>
      foldCase([...contested, moved, settle('lead', klu.id, 'kept', { n: 1, device: 's', seq: 5, seen })]);
    const leads = (state: ReturnType<typeof by>) =>
      state?.assignments.filter((one) => one.until === null).map((one) => one.branch);
    expect(foldCase([...contested, moved])?.conflicts[0]).toMatchObject({
      kept: { value: 'JHB' },
      other: { value: 'KLU' },
    });
    expect(by(4)).toMatchObject({ lead: 'JHB', conflicts: [] });
    expect(by(3)).toMatchObject({ lead: 'JHB', conflicts: [{ kept: { value: 'JHB' }, other: { value: 'SGT' } }] });
    for (const seen of [3, 4]) expect(leads(by(seen))).toEqual(['JHB']);
  });

  it('S-19 and two who choose otherwise unseen stand in a conflict of their own; the same choice is none', () => {
    const first = settle('lead', klu.id, 'kept', { n: 1, device: 's', seq: 4, seen: 3 });
    const same = settle('lead', klu.id, 'kept', { n: 1, device: 't', seq: 5, seen: 3 });
    const otherwise = settle('lead', klu.id, 'other', { n: 1, device: 't', seq: 5, seen: 3 });
    expect(foldCase([...contested, first, same])?.conflicts).toEqual([]);
    const again = foldCase([...contested, first, otherwise]);
    expect(again?.lead).toBe('SGT');
    expect(again?.conflicts[0]).toMatchObject({
      kept: { value: 'SGT', event: first.id },
      other: { value: 'KLU', event: otherwise.id },
    });
  });

  it('S-19 and of two who choose alike unseen, who replaces it must have seen both', () => {
    const first = settle('lead', klu.id, 'other', { n: 1, device: 's', seq: 4, seen: 3 });
    const same = settle('lead', klu.id, 'other', { n: 1, device: 't', seq: 5, seen: 3 });
    const moved = (seen: number) =>
      sampleEvent(
        { type: 'case.assigned', subject: CASE, payload: { branch: 'JHB', believedLead: null, suggested: null } },
        { n: 1, device: 'd', seq: 6, seen },
      );
    expect(foldCase([...contested, first, same, moved(5)])).toMatchObject({ lead: 'JHB', conflicts: [] });
    expect(foldCase([...contested, first, same, moved(4)])).toMatchObject({
      lead: 'KLU',
      conflicts: [{ kept: { event: same.id }, other: { value: 'JHB' } }],
    });
  });

  it('S-19 and who lets both leads stand meets whoever took that branch off, unseen', () => {
    const off = sampleEvent(
      { type: 'case.assist-set', subject: CASE, payload: { branch: 'KLU', on: false } },
      { n: 1, device: 'c', seq: 4, seen: 3 },
    );
    const both = (seen: number) => settle('lead', klu.id, 'both', { n: 1, device: 's', seq: 5, seen });
    expect(foldCase([...contested, off, both(4)])).toMatchObject({ assist: ['KLU'], conflicts: [] });
    expect(foldCase([...contested, off, both(3)])).toMatchObject({
      assist: [],
      conflicts: [{ field: 'assist.KLU', kept: { event: off.id }, other: { event: both(3).id, value: 'true' } }],
    });
  });

  it('S-19 of a closing and an assignment that crossed, by opening the case again or leaving it closed', () => {
    const closed = sampleEvent(
      { type: 'case.closed', subject: CASE, payload: { outcome: 'paid' } },
      { n: 1, device: 'a', seq: 2, seen: 1 },
    );
    const late = assigned('KLU', null, { n: 1, device: 'b', seq: 3, seen: 1 });
    const by = (choice: Choice) =>
      foldCase([opened(), closed, late, settle('status', late.id, choice, { n: 1, device: 's', seq: 4, seen: 3 })]);
    expect(by('kept')).toMatchObject({ status: 'closed', lead: null, conflicts: [] });
    expect(by('other')).toMatchObject({ status: 'assigned', lead: 'KLU', conflicts: [] });
  });

  it('S-19 and can be undone: the conflict stands open again', () => {
    const choice = settle('lead', klu.id, 'other', { n: 1, device: 's', seq: 4, seen: 3 });
    const undo = sampleEvent(
      { type: 'case.act-undone', subject: CASE, payload: { act: choice.act } },
      { n: 2, device: 's', seq: 5, seen: 4 },
    );
    const state = foldCase([...contested, choice, undo]);
    expect(state).toMatchObject({ lead: 'SGT', undone: [choice.act] });
    expect(state?.conflicts).toHaveLength(1);
  });

  it('S-05 loses neither reason of two who paused unseen of each other, and S-19 lets a person choose', () => {
    const paused = (reason: 'hospital' | 'police-report', device: string, seq: number) =>
      sampleEvent({ type: 'case.paused', subject: CASE, payload: { reason } }, { n: 1, device, seq, seen: 1 });
    const [first, second] = [paused('hospital', 'a', 2), paused('police-report', 'b', 3)];
    const state = foldCase([opened(), first, second]);
    expect(state?.pauses).toMatchObject([{ reason: 'hospital', until: null }]);
    expect(state?.conflicts[0]).toMatchObject({
      field: 'pause',
      kept: { value: 'hospital' },
      other: { value: 'police-report' },
    });
    const chosen = foldCase([
      opened(),
      first,
      second,
      settle('pause', second.id, 'other', { n: 1, device: 's', seq: 4, seen: 3 }),
    ]);
    expect(chosen).toMatchObject({ pauses: [{ reason: 'police-report' }], conflicts: [] });
  });

  it('begins a new pause where the one before ended by itself as planned', () => {
    const paused = (n: number, ms: number, until?: string) =>
      sampleEvent(
        { type: 'case.paused', subject: CASE, payload: { reason: 'hospital', ...(until ? { until } : {}) } },
        { n, seq: n + 1, seen: n, ms },
      );
    const until = new Date(NOON + 3_600_000).toISOString();
    expect(foldCase([opened(), paused(1, NOON, until), paused(2, NOON + 7_200_000)])?.pauses).toHaveLength(2);
    expect(foldCase([opened(), paused(1, NOON, until), paused(2, NOON + 60_000)])?.pauses).toHaveLength(1);
  });

  it('S-19 and one who chooses unseen of an edit that ended the conflict has their choice stand beside it', () => {
    const sides = [opened(), aged(34, 'a', 2), aged(43, 'b', 3)];
    const edit = (age: number) =>
      sampleEvent(
        { type: 'case.victim-described', subject: CASE, payload: { age } },
        { n: 1, device: 'c', seq: 4, seen: 3 },
      );
    const choose = (choice: Choice, seen = 3) =>
      settle('victim.age', aged(43, 'b', 3).id, choice, { n: 1, device: 's', seq: 5, seen });
    for (const [choice, value] of [
      ['kept', '34'],
      ['other', '43'],
    ] as const) {
      const state = foldCase([...sides, edit(50), choose(choice)]);
      expect(state?.victim.age).toBe(50);
      expect(state?.conflicts).toMatchObject([{ kept: { value: '50' }, other: { value, event: choose(choice).id } }]);
    }
    expect(foldCase([...sides, edit(50), choose('other', 4)])).toMatchObject({ victim: { age: 50 }, conflicts: [] });
    const alike = [...sides, edit(43), choose('other')];
    expect(foldCase(alike)).toMatchObject({ victim: { age: 43 }, conflicts: [] });
    // Whoever replaces what both said must have seen both.
    const later = sampleEvent(
      { type: 'case.victim-described', subject: CASE, payload: { age: 60 } },
      { n: 1, device: 'd', seq: 6, seen: 5 },
    );
    expect(foldCase([...alike, later])).toMatchObject({ victim: { age: 60 }, conflicts: [] });
    expect(foldCase([...alike, { ...later, device: 's', n: 2, seen: 3 }])?.conflicts).toMatchObject([
      { kept: { event: edit(43).id }, other: { value: '60' } },
    ]);
  });
});
