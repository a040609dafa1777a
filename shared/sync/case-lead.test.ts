import { describe, expect, it } from 'vitest';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { foldCase } from './fold-case.ts';
import { assigned, CASE, NOON, opened, type SampleStamp, sampleEvent } from './sample-events.ts';

const on = <T extends EventDraft['type']>(type: T, payload: object, stamp: SampleStamp) =>
  sampleEvent({ type, subject: CASE, payload } as EventDraft, stamp);
const offer = assigned('KLU', null, { n: 1, seq: 2 });
const declined = (stamp: SampleStamp) =>
  on('case.declined', { assignment: offer.id, reason: 'no-officer' }, { device: 'squad', ...stamp });
const accepted = (stamp: SampleStamp) =>
  on('case.acknowledged', { assignment: offer.id }, { device: 'head', ...stamp });

describe('an offer', () => {
  it('S-47: declined is with nobody and unassigned', () => {
    const no = declined({ n: 1, seq: 3, seen: 2, ms: NOON + 60_000 });
    const state = foldCase([opened(), offer, no]);
    expect(state).toMatchObject({ lead: null, status: 'unassigned', conflicts: [] });
    expect(state?.assignments).toMatchObject([{ branch: 'KLU', declined: { reason: 'no-officer', event: no.id } }]);
    const next = assigned('IPH', null, { n: 2, seq: 4, seen: 3, ms: NOON + 120_000 });
    expect(foldCase([opened(), offer, no, next])).toMatchObject({ lead: 'IPH', status: 'assigned' });
  });

  it('S-47: who gives it away unseen gives it to that branch; an offer that is over stays as it ended', () => {
    const no = declined({ n: 1, seq: 3, seen: 2 });
    const away = assigned('IPH', 'KLU', { n: 1, device: 'b', seq: 4, seen: 2 });
    expect(foldCase([opened(), offer, no, away])).toMatchObject({ lead: 'IPH', conflicts: [] });
    const first = { ...away, seq: 3 };
    const state = foldCase([opened(), offer, first, { ...no, seq: 4 }]);
    expect(state).toMatchObject({ lead: 'IPH', conflicts: [] });
    expect(state?.assignments[0]).not.toHaveProperty('declined');
  });

  it('S-48: accepted and declined unseen of each other, the first shows and the other answer stands beside it', () => {
    const taken = foldCase([opened(), offer, accepted({ n: 1, seq: 3, seen: 2 }), declined({ n: 1, seq: 4, seen: 2 })]);
    expect(taken).toMatchObject({ lead: 'KLU', conflicts: [{ field: 'lead', kept: { value: 'KLU' } }] });
    const events = [opened(), offer, declined({ n: 1, seq: 3, seen: 2 }), accepted({ n: 1, seq: 4, seen: 2 })];
    const given = foldCase(events);
    expect(given).toMatchObject({ lead: null, conflicts: [{ field: 'lead', other: { value: 'KLU' } }] });
    const choice = { field: 'lead', other: events[3]?.id, choice: 'other' };
    const settled = on('case.conflict-settled', choice, { n: 1, device: 'd', seq: 5, seen: 4 });
    expect(foldCase([...events, settled])).toMatchObject({ lead: 'KLU', conflicts: [] });
  });

  it('S-48: an answer that is there before its offer, which was let in late, counts once the offer is there', () => {
    const late = { ...offer, seq: 4 };
    const yes = accepted({ n: 2, device: offer.device, seq: 3, seen: 1, ms: NOON + 60_000 });
    const acknowledged = foldCase([opened(), yes, late]);
    expect(acknowledged).toMatchObject({ lead: 'KLU', status: 'acknowledged' });
    expect(acknowledged?.assignments).toMatchObject([{ acknowledged: { event: yes.id } }]);
    const no = declined({ n: 2, device: offer.device, seq: 3, seen: 1 });
    expect(foldCase([opened(), no, late])).toMatchObject({ lead: null, status: 'unassigned', conflicts: [] });
  });

  it('S-48: choosing the refusal ends the offer, so that never an open one is without a lead', () => {
    const events = [opened(), offer, accepted({ n: 1, seq: 3, seen: 2 }), declined({ n: 1, seq: 4, seen: 2 })];
    const choice = { field: 'lead', other: events[3]?.id, choice: 'other' };
    const settled = on('case.conflict-settled', choice, { n: 1, device: 'd', seq: 5, seen: 4 });
    const state = foldCase([...events, settled]);
    expect(state).toMatchObject({ lead: null, status: 'unassigned', conflicts: [] });
    expect(state?.assignments.filter(({ until }) => until === null)).toEqual([]);
  });

  it('S-48: an answer to an offer takes back no other choice of lead that its author had made', () => {
    const choice = assigned('IPH', null, { n: 1, device: 'head', seq: 3, seen: 1 });
    const no = declined({ n: 1, seq: 4, seen: 2 });
    const yes = accepted({ n: 2, seq: 5, seen: 3 });
    const sides = [
      { field: 'lead', kept: { event: no.id }, other: { event: choice.id, value: 'IPH' } },
      { field: 'lead', kept: { event: no.id }, other: { event: yes.id, value: 'KLU' } },
    ];
    expect(foldCase([opened(), offer, choice, no, yes])).toMatchObject({ lead: null, conflicts: sides });
    const refused = foldCase([
      opened(),
      offer,
      choice,
      { ...yes, device: 'other', n: 1, seq: 4, seen: 2 },
      { ...no, device: 'head', n: 2, seq: 5, seen: 3 },
    ]);
    const others = [{ other: { event: choice.id } }, { other: { event: no.id, value: 'null' } }];
    expect(refused).toMatchObject({ lead: 'KLU', conflicts: others });
  });
});
