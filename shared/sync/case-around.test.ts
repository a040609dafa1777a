import { describe, expect, it } from 'vitest';
import { checkEvent, type EventDraft } from '#shared/contract/wire/event.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldCase } from './fold-case.ts';
import { assigned, CASE, NOON, opened, type SampleStamp, sampleEvent, sampleId } from './sample-events.ts';
import { withoutPersons } from './without-persons.ts';

const on = <T extends EventDraft['type']>(type: T, payload: object, stamp: SampleStamp, hidden?: object) =>
  sampleEvent({ type, subject: CASE, payload, ...(hidden ? { private: hidden } : {}) } as EventDraft, stamp);
const town = (name: string) => ({ name, state: 'Perak', lat: 4.6, lon: 101.08 });
const [SITI, ALI] = [sampleId(501), sampleId(502)];

describe('what stands around a case', () => {
  it('S-50: who adds an assist branch or a law never contests who takes off another', () => {
    const state = foldCase([
      opened(),
      assigned('KLU', null, { n: 1, seq: 2 }),
      on('case.assist-set', { branch: 'IPH', on: true }, { n: 1, device: 'b', seq: 3 }),
      on('case.assist-set', { branch: 'SGT', on: true }, { n: 1, device: 'c', seq: 4 }),
      on('case.assist-set', { branch: 'KLU', on: true }, { n: 2, device: 'c', seq: 5 }),
      on('case.scheme-set', { scheme: 'act-4', on: true }, { n: 2, device: 'b', seq: 6 }),
      on('case.scheme-set', { scheme: 'act-789', on: true }, { n: 3, device: 'c', seq: 7 }),
      on('case.assist-set', { branch: 'IPH', on: false }, { n: 2, seq: 8, seen: 7 }),
    ]);
    expect(state).toMatchObject({ lead: 'KLU', assist: ['SGT'], schemes: ['act-4', 'act-789'], conflicts: [] });
  });

  it('S-50: the same branch put on and taken off unseen stands in a conflict, and the choice counts', () => {
    const events = [
      opened(),
      on('case.assist-set', { branch: 'IPH', on: true }, { n: 1, device: 'b', seq: 2 }),
      on('case.assist-set', { branch: 'IPH', on: false }, { n: 1, device: 'c', seq: 3 }),
    ];
    const state = foldCase(events);
    expect(state).toMatchObject({ assist: ['IPH'], conflicts: [{ field: 'assist.IPH' }] });
    const choice = { field: 'assist.IPH', other: events[2]?.id, choice: 'other' };
    const settled = on('case.conflict-settled', choice, { n: 1, device: 'd', seq: 4, seen: 3 });
    expect(foldCase([...events, settled])).toMatchObject({ assist: [], conflicts: [] });
  });

  it('S-51: the heirs’ town and the employer’s are fields of their own, and no nearer than a town', () => {
    const kin = on('case.kin-placed', { place: town('Ipoh') }, { n: 1, device: 'b', seq: 2 });
    const work = on('case.employer-placed', { place: town('Taiping') }, { n: 1, device: 'c', seq: 3 });
    const other = on('case.kin-placed', { place: town('Lumut') }, { n: 2, device: 'c', seq: 4 });
    const state = foldCase([opened(), kin, work, other]);
    expect(state?.places).toEqual({ kin: town('Ipoh'), employer: town('Taiping') });
    expect(state?.conflicts.map(({ field }) => field)).toEqual(['places.kin']);
    const house = { ...kin, payload: { place: { ...town('Ipoh'), lat: 4.59812 } } };
    expect(checkEvent(kin)).toBeNull();
    expect(checkEvent(house)).not.toBeNull();
  });

  it('S-52: of a complaint the earliest times count, in whichever order they are heard', () => {
    const complaint = sampleId(77);
    const heard = on('case.complaint-received', { complaint }, { n: 1, device: 'b', seq: 3, ms: NOON }, { text: 'a' });
    const again = { ...heard, id: sampleId(78), n: 2, seq: 5, happenedAt: '2026-11-23T11:00:00+08:00' };
    const answered = on('case.complaint-acknowledged', { complaint }, { n: 1, device: 'c', seq: 2, ms: NOON + 9_000 });
    const late = { ...heard, id: sampleId(79), n: 3, seq: 6, happenedAt: '2026-11-23T16:00:00+08:00' };
    const twice = { ...answered, id: sampleId(80), n: 4, seq: 7, happenedAt: '2026-11-23T17:00:00+08:00' };
    const events = [opened(), answered, heard, again, late, twice];
    const state = foldCase(events);
    expect(state?.complaints?.[0]).toMatchObject({ id: complaint, at: { ms: NOON - 3_600_000 } });
    expect(state?.complaints?.[0]?.acknowledged?.ms).toBe(NOON + 9_000);
    expect(canonicalJson(foldCase([...events].reverse()))).toBe(canonicalJson(state));
  });

  it('S-53: documents and payments keep whose they are; a payee’s name lies sealed alone', () => {
    const state = foldCase([
      opened(),
      on('case.payee-named', { payeeId: SITI, relation: 'spouse' }, { n: 3, seq: 3 }, { name: 'Siti' }),
      on('case.documents-completed', { benefit: 'dependants', payeeId: SITI }, { n: 4, seq: 4 }),
      on('case.documents-completed', { benefit: 'dependants', payeeId: ALI }, { n: 5, seq: 5 }),
      on('case.payment-made', { benefit: 'dependants', amountSen: 90_000, payeeId: SITI }, { n: 6, seq: 6 }),
      on('case.payment-made', { benefit: 'funeral', amountSen: 300_000 }, { n: 7, seq: 7 }),
    ]);
    if (!state) throw new Error('no case');
    expect(state.documents.map(({ payee }) => payee)).toEqual([SITI, ALI]);
    expect(state.payments.map((one) => 'payee' in one)).toEqual([true, false]);
    expect(state.payees).toEqual([{ id: SITI, relation: 'spouse', name: 'Siti' }]);
    expect(withoutPersons(state).payees).toEqual([{ id: SITI, relation: 'spouse', name: null }]);
  });

  it('S-53: an event is of the lowest version that holds what it says, and no lower', () => {
    const plain = on('case.documents-completed', { benefit: 'funeral' }, { n: 1 });
    const named = on('case.documents-completed', { benefit: 'funeral', payeeId: SITI }, { n: 1 });
    expect([plain.v, named.v]).toEqual([1, 2]);
    expect(checkEvent({ ...named, v: 1 })).toMatchObject({ field: 'v' });
    expect([plain, named, { ...plain, v: 2 }].map(checkEvent)).toEqual([null, null, null]);
  });
});
