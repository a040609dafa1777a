import { describe, expect, it } from 'vitest';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { foldCase } from './fold-case.ts';
import { assigned, CASE, opened, type SampleStamp, sampleEvent } from './sample-events.ts';

const made = (type: string, payload: object, stamp: SampleStamp) =>
  sampleEvent({ type, subject: CASE, payload } as EventDraft, stamp);
const close = (outcome: string, stamp: SampleStamp) => made('case.closed', { outcome }, stamp);
const reopen = (stamp: SampleStamp) => made('case.reopened', {}, stamp);

describe('a closing and a reopening that did not know of each other', () => {
  const first = close('paid', { n: 1, device: 'a', seq: 2, seen: 1 });
  const again = reopen({ n: 1, device: 'b', seq: 3, seen: 2 });

  it('S-05: a case is open again once somebody who had seen it closed says so', () => {
    expect(foldCase([opened(), first, again])).toMatchObject({ closed: null, conflicts: [] });
    const last = close('paid', { n: 2, device: 'a', seq: 4, seen: 3 });
    expect(foldCase([opened(), first, again, last])).toMatchObject({ closed: { outcome: 'paid' }, conflicts: [] });
  });

  it('S-05: a closing its author had not seen stands, and the reopening beside it; a person chooses', () => {
    const anew = close('duplicate', { n: 1, device: 'c', seq: 4, seen: 3 });
    const late = reopen({ n: 1, device: 'd', seq: 5, seen: 2 });
    const events = [opened(), first, again, anew, late];
    expect(foldCase(events)).toMatchObject({
      closed: { outcome: 'duplicate' },
      conflicts: [{ field: 'outcome', kept: { event: anew.id }, other: { event: late.id, value: 'null' } }],
    });
    const choice = (which: string) =>
      made(
        'case.conflict-settled',
        { field: 'outcome', other: late.id, choice: which },
        { n: 1, device: 's', seq: 6, seen: 5 },
      );
    expect(foldCase([...events, choice('other')])).toMatchObject({ closed: null, conflicts: [] });
    expect(foldCase([...events, choice('kept')])).toMatchObject({ closed: { outcome: 'duplicate' }, conflicts: [] });
  });

  it('S-05: a case that was opened again is not closed by one who had seen neither; a person may close it so', () => {
    for (const outcome of ['paid', 'duplicate']) {
      const unaware = close(outcome, { n: 1, device: 'c', seq: 4, seen: 1 });
      const events = [opened(), first, again, unaware];
      expect(foldCase(events)).toMatchObject({
        closed: null,
        conflicts: [{ field: 'outcome', kept: { event: again.id }, other: { event: unaware.id, value: outcome } }],
      });
      const choice = made(
        'case.conflict-settled',
        { field: 'outcome', other: unaware.id, choice: 'other' },
        { n: 1, device: 's', seq: 5, seen: 4 },
      );
      const state = foldCase([...events, choice]);
      expect(state).toMatchObject({ closed: { outcome, event: choice.id }, status: 'closed', conflicts: [] });
      // Whoever gives the case to a branch unseen of that meets a closed case.
      const given = assigned('KLU', null, { n: 2, device: 'b', seq: 6, seen: 4 });
      expect(foldCase([...events, choice, given])?.conflicts).toMatchObject([
        { field: 'status', kept: { event: choice.id }, other: { value: 'KLU' } },
      ]);
    }
  });

  it('S-19: to give a closed case to a branch after all contests a lead that was given unseen meanwhile', () => {
    const given = assigned('KLU', null, { n: 1, device: 'c', seq: 3, seen: 1 });
    const open = reopen({ n: 1, device: 'b', seq: 4, seen: 2 });
    const meanwhile = assigned('SGT', null, { n: 2, device: 'b', seq: 5, seen: 4 });
    const choice = made(
      'case.conflict-settled',
      { field: 'status', other: given.id, choice: 'other' },
      { n: 1, device: 's', seq: 6, seen: 3 },
    );
    const alone = foldCase([opened(), first, given, choice]);
    expect(alone).toMatchObject({ closed: null, lead: 'KLU', conflicts: [] });
    expect(foldCase([opened(), first, given, open, meanwhile, choice])).toMatchObject({
      closed: null,
      lead: 'SGT',
      conflicts: [{ field: 'lead', kept: { event: meanwhile.id }, other: { event: choice.id, value: 'KLU' } }],
    });
  });
});
