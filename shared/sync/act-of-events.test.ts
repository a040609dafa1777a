import { describe, expect, it } from 'vitest';
import { type Act, actSchema } from '#shared/contract/acts.ts';
import { actOfEvents } from './act-of-events.ts';
import type { CaseAct } from './case-drafts.ts';
import { draftsFor } from './case-drafts.ts';
import { foldCase } from './fold-case.ts';
import { assigned, CASE, INCIDENT, opened, sampleEvent, sampleId } from './sample-events.ts';

const cases = [CASE.id];
const told = { how: 'whatsapp', by: 'Pn. Halimah' } as const;
const acts: CaseAct[] = [
  { kind: 'assign', cases, branch: 'IPH', reason: 'Waris di Ipoh' },
  { kind: 'triage', cases, severity: 'injury', priority: 'high' },
  { kind: 'acknowledge', cases, told },
  { kind: 'first-action', cases, action: 'family-visit', told },
  { kind: 'contact-family', cases },
  { kind: 'complete-documents', cases, benefit: 'funeral', told },
  { kind: 'decide-eligibility', cases, benefit: 'funeral', eligible: false },
  { kind: 'pay', cases, benefit: 'funeral', amountSen: 300_000, payee: 'Suami', told },
  { kind: 'pause', cases, reason: 'other', until: '2026-11-24T09:00:00.000+08:00', text: 'Banjir' },
  { kind: 'resume', cases },
  { kind: 'close', cases, outcome: 'paid', text: 'Selesai' },
  { kind: 'reopen', cases, text: 'Pencen belum' },
  { kind: 'note', cases, text: 'Hubungi majikan' },
  { kind: 'describe-victim', case: CASE.id, name: 'Contoh bin Ujian', age: 39 },
  { kind: 'describe-kin', case: CASE.id, relation: 'isteri', town: 'Ipoh' },
  { kind: 'decline', cases, reason: 'other', text: 'Jalan putus', told },
  { kind: 'set-assist', cases, branch: 'IPH', on: true },
  { kind: 'place-kin', cases, place: { name: 'Ipoh', state: 'Perak', lat: 4.6, lon: 101.08 } },
  { kind: 'place-employer', cases, place: null },
  { kind: 'set-scheme', cases, scheme: 'act-4', on: false },
  { kind: 'receive-complaint', case: CASE.id, complaint: sampleId(70), text: 'Tiada siapa menelefon' },
  { kind: 'name-payee', case: CASE.id, payeeId: sampleId(71), relation: 'spouse', name: 'Contoh' },
];
const before = [opened(), assigned('KLU', null, { n: 1, seq: 2 })];
const eventsOf = (act: CaseAct) => {
  const state = foldCase(before);
  if (!state) throw new Error('no case');
  return draftsFor(act, state, null).map((draft, index) => sampleEvent(draft, { n: 10 + index, act: sampleId(90) }));
};

describe('the act behind its events', () => {
  it.each(acts.map((act) => [act.kind, act] as const))('is told whole: %s', (_, act) => {
    expect(actOfEvents(eventsOf(act))).toEqual(actSchema.parse(act));
  });

  it('names every case it was made on, once', () => {
    const [first] = eventsOf({ kind: 'note', cases, text: 'Satu' });
    if (!first) throw new Error('no event');
    const second = { ...first, id: sampleId(91), subject: { kind: 'case', id: sampleId(5) } };
    expect(actOfEvents([first, second, first])).toMatchObject({ kind: 'note', cases: [CASE.id, sampleId(5)] });
  });

  it('takes the grade of a triage from the incident’s event', () => {
    const graded = sampleEvent(
      { type: 'incident.graded', subject: INCIDENT, payload: { grade: 'confirmed' } },
      { n: 11 },
    );
    expect(actOfEvents([...eventsOf({ kind: 'triage', cases, priority: 'high' }), graded])).toEqual({
      kind: 'triage',
      cases,
      priority: 'high',
      grade: 'confirmed',
    } satisfies Act);
  });

  it('is not told of what cannot be made again, nor of types this version does not know', () => {
    expect(actOfEvents([])).toBeNull();
    expect(actOfEvents([opened()])).toBeNull();
    expect(actOfEvents(eventsOf({ kind: 'open-personal', case: CASE.id, reason: 'Bayaran' }))).toBeNull();
    expect(actOfEvents(eventsOf({ kind: 'resume', cases }).map((event) => ({ ...event, v: 9 })))).toBeNull();
  });
});
