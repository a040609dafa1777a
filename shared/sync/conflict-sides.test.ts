import { describe, expect, it } from 'vitest';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { arrivalOf, ifSettled, isOfTwoLeads, placeText, sawIn } from './conflict-sides.ts';
import { foldCase } from './fold-case.ts';
import { assigned, CASE, NOON, opened, sampleEvent, sampleId } from './sample-events.ts';

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

  it('S-19: may both stand where both are branches, and not where one is that nobody leads', () => {
    const both = (from: typeof state) => from?.conflicts.map(isOfTwoLeads);
    expect(both(state)).toEqual([true]);
    const answer = (type: 'case.acknowledged' | 'case.declined', device: string, seq: number) => {
      const payload = { assignment: first.id, ...(type === 'case.declined' ? { reason: 'no-officer' } : {}) };
      return sampleEvent({ type, subject: CASE, payload } as EventDraft, { n: 9, device, seq, seen: 2 });
    };
    const refused = [opened(), first, answer('case.declined', 'squad', 3), answer('case.acknowledged', 'head', 4)];
    expect(both(foldCase(refused))).toEqual([false]);
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

  it('say it also of who assists, laws, places, payees and pauses, in the words of a value', () => {
    const payeeId = sampleId(77);
    const town = { name: 'Muar', state: 'Johor', lat: 2.04, lon: 102.57 };
    const said = (
      [
        ['case.assist-set', { branch: 'KBR', on: true }],
        ['case.scheme-set', { scheme: 'act-4', on: true }],
        ['case.kin-placed', { place: town }],
        ['case.payee-named', { payeeId, relation: 'son' }],
        ['case.paused', { reason: 'hospital' }],
      ] as const
    ).map(([type, payload], at) =>
      sampleEvent({ type, subject: CASE, payload } as EventDraft, {
        n: 10 + at,
        device: 'desk-d',
        seq: 4 + at,
        seen: 3,
      }),
    );
    const last = assigned('TPG', 'KLU', { n: 1, device: 'desk-e', seq: 20, seen: 19 });
    const saw = (field: string, seen = 19) => sawIn(field, { ...last, seen }, [...history, ...said, last]);
    for (const [field, value] of [
      ['assist.KBR', 'true'],
      ['scheme.act-4', 'true'],
      ['places.kin', canonicalJson(town)],
      [`payee.${payeeId}.relation`, 'son'],
      ['pause', 'hospital'],
    ] as const) {
      expect(saw(field)).toBe(value);
      expect(saw(field, 3)).toBeNull();
    }
  });

  it('name a place by itself or by what placed the incident', () => {
    const place = { name: 'Gambang', state: 'Pahang' };
    expect([placeText(place), placeText({ place, alternatives: [] })]).toEqual(['Gambang, Pahang', 'Gambang, Pahang']);
    expect(placeText({ place: null })).toBeNull();
  });
});
