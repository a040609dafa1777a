import { describe, expect, it } from 'vitest';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { arrivalOf, ifSettled, placeText, sawIn } from './conflict-sides.ts';
import { foldCase } from './fold-case.ts';
import { assigned, NOON, opened } from './sample-events.ts';

// Desk A gave the case to KLU; desk B, cut off since the opening, to IPH.
const first = assigned('KLU', null, { n: 1, device: 'desk-a', seq: 2, seen: 1 });
const late = {
  ...assigned('IPH', null, { n: 1, device: 'desk-b', seq: 3, seen: 1 }),
  recordedAt: isoMalaysia(NOON + 3_600_000),
};
const history = [opened(), first, late];
const state = foldCase(history);

describe('the two sides of a conflict', () => {
  it('came online when central had them at once, offline when long after, and are waiting before', () => {
    expect(arrivalOf(first)).toMatchObject({ online: true });
    expect(arrivalOf(late)).toEqual({ online: false, arrivedAt: NOON + 3_600_000 });
    const { recordedAt: _, seq: __, ...waiting } = late;
    expect(arrivalOf(waiting)).toEqual({ online: false, arrivedAt: null });
  });

  it('say what their authors saw: not what came later, not what others did unseen, but their own', () => {
    expect(sawIn('lead', first, history)).toBeNull();
    expect(sawIn('lead', late, history)).toBeNull();
    expect(sawIn('severity', late, history)).toBe('death');
    const again = assigned('TPG', 'IPH', { n: 2, device: 'desk-b', seen: 1 });
    expect(sawIn('lead', again, [...history, again])).toBe('IPH');
    const seeing = assigned('TPG', 'KLU', { n: 1, device: 'desk-c', seen: 2 });
    expect(sawIn('lead', seeing, [...history, seeing])).toBe('KLU');
  });

  it('are tried without touching the case: the other lead, from the moment it would be chosen', () => {
    if (!state) throw new Error('no case');
    const now = NOON + 7_200_000;
    const settlement = { field: 'lead', other: late.id, choice: 'other' } as const;
    const moved = ifSettled(state, settlement, history, isoMalaysia(now));
    expect(moved).toMatchObject({ lead: 'IPH', conflicts: [] });
    expect(moved.assignments.at(-1)).toMatchObject({ branch: 'IPH', acknowledged: null, from: { ms: now } });
    expect(state).toMatchObject({ lead: 'KLU', conflicts: [{ field: 'lead' }] });
    expect(ifSettled(state, { ...settlement, choice: 'kept' }, history, isoMalaysia(now)).lead).toBe('KLU');
    expect(ifSettled(state, { ...settlement, other: 'nothing' }, history, isoMalaysia(now)).conflicts).toHaveLength(1);
  });

  it('name a place by itself or by what placed the incident', () => {
    const place = { name: 'Gambang', state: 'Pahang' };
    expect([placeText(place), placeText({ place, alternatives: [] })]).toEqual(['Gambang, Pahang', 'Gambang, Pahang']);
    expect(placeText({ place: null })).toBeNull();
  });
});
