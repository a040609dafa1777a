import { describe, expect, it } from 'vitest';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import type { Person } from '#shared/domain/person-role.ts';
import { foldCase } from './fold-case.ts';
import { foldIncident } from './fold-incident.ts';
import { type JudgeWorld, judgeAct } from './judge-act.ts';
import { assigned, CASE, INCIDENT, opened, sampleEvent, sampleId } from './sample-events.ts';

const person = (role: Person['role'], scope: Person['scope'] = { kind: 'hq' }): Person => ({
  id: 'p',
  name: 'P',
  role,
  scope,
});
const world = (author: Person | null, history = [opened()]): JudgeWorld => ({
  author,
  caseOf: (id) => (id === CASE.id ? foldCase(history) : null),
  incidentOf: () => null,
  branchExists: (code) => code === 'KLU' || code === 'SGT',
});

describe('central judges an act', () => {
  it('S-10 by whether its incident exists', () => {
    const graded = sampleEvent(
      { type: 'incident.graded', subject: INCIDENT, payload: { grade: 'confirmed' } },
      { n: 1, device: 'a' },
    );
    expect(judgeAct([graded], world(person('supervisor')))).toMatchObject({ code: 'not-found', field: 'subject.id' });
  });

  it('S-10 by shape, right, scope and existence', () => {
    const sound = assigned('KLU', null, { n: 1 });
    expect(judgeAct([sound], world(person('coordinator')))).toEqual({ ok: true });
    expect(judgeAct([{ ...sound, payload: { branch: 'klu' } }], world(person('coordinator')))).toMatchObject({
      code: 'bad-event',
      field: 'payload.branch',
    });
    expect(judgeAct([sound], world(null))).toMatchObject({ code: 'unknown-author' });
    expect(judgeAct([sound], world(person('wall')))).toMatchObject({ code: 'role' });
    expect(judgeAct([sound], world(person('branch', { kind: 'branch', branch: 'KLU' })))).toMatchObject({
      code: 'role',
    });
    expect(judgeAct([assigned('ZZZ', null, { n: 1 })], world(person('coordinator')))).toMatchObject({
      code: 'unknown-branch',
      field: 'payload.branch',
    });
    expect(
      judgeAct([{ ...sound, subject: { kind: 'case', id: sound.id } }], world(person('coordinator'))),
    ).toMatchObject({ code: 'not-found' });
  });

  it('S-10 never by lateness: an assignment of a closed or moved case is accepted', () => {
    const closed = sampleEvent(
      { type: 'case.closed', subject: CASE, payload: { outcome: 'paid' } },
      { n: 1, device: 'z', seq: 2 },
    );
    const moved = assigned('SGT', null, { n: 1, device: 'y', seq: 2 });
    for (const before of [closed, moved]) {
      expect(judgeAct([assigned('KLU', null, { n: 1 })], world(person('coordinator'), [opened(), before]))).toEqual({
        ok: true,
      });
    }
  });

  it('S-49 lets a squad hand over what it believes its branch to lead, with a reason, and nothing else', () => {
    const squad = person('branch', { kind: 'branch', branch: 'KLU' });
    const mine = assigned('KLU', null, { n: 2, device: 'y', seq: 2 });
    const away = (believedLead: string | null, reason?: string) =>
      judgeAct(
        [{ ...assigned('SGT', believedLead, { n: 1 }), ...(reason ? { private: { reason } } : {}) }],
        world(squad, [opened(), mine]),
      );
    expect(away('KLU')).toMatchObject({ code: 'needs-reason' });
    expect(away('KLU', 'waris di Sungai Petani')).toEqual({ ok: true });
    expect(away('IPH', 'bukan kami')).toMatchObject({ code: 'not-lead', field: 'payload.believedLead' });
    expect(away(null, 'bukan kami')).toMatchObject({ code: 'not-lead' });
  });

  it('S-49 lets a squad for a whole state hand over what it believes an office of its state to lead', () => {
    const history = [
      opened(),
      assigned('KLU', null, { n: 2, device: 'y', seq: 2 }),
      assigned('SGT', 'KLU', { n: 3, device: 'y', seq: 3 }),
    ];
    const away = (state: string, believedLead: string | null) =>
      judgeAct([{ ...assigned('KLU', believedLead, { n: 1 }), private: { reason: 'lebih dekat' } }], {
        ...world(person('branch', { kind: 'state', state }), history),
        stateOfBranch: (code) => (code === 'KLU' ? 'Selangor' : 'Kedah'),
      });
    expect(away('Kedah', 'SGT')).toEqual({ ok: true });
    expect(away('Selangor', 'SGT')).toMatchObject({ code: 'not-lead', field: 'payload.believedLead' });
    expect(away('Selangor', null)).toEqual({ ok: true });
  });

  it('S-47 only the branch that was offered a case declines it, or the control room for it', () => {
    const offers = [
      assigned('KLU', null, { n: 2, device: 'y', seq: 2 }),
      assigned('SGT', 'KLU', { n: 3, device: 'y', seq: 3 }),
    ];
    const [first, second] = offers.map((one) =>
      sampleEvent(
        { type: 'case.declined', subject: CASE, payload: { assignment: one.id, reason: 'not-ours' } },
        { n: 1, device: 'squad' },
      ),
    );
    const by = (author: Person, event = first) => event && judgeAct([event], world(author, [opened(), ...offers]));
    const squad = person('branch', { kind: 'branch', branch: 'KLU' });
    expect(by(squad)).toEqual({ ok: true });
    expect(by(squad, second)).toMatchObject({ code: 'not-lead', field: 'payload.assignment' });
    expect(by(person('coordinator'), second)).toEqual({ ok: true });
  });

  it('S-10 hears a squad for a whole state where the accident lies there or one of its offices has or had a part', () => {
    const place = { name: 'X', state: 'Johor', lat: 1, lon: 103, confidence: 1 };
    const incident = foldIncident([
      sampleEvent(
        { type: 'incident.opened', subject: INCIDENT, payload: { kind: 'road' } },
        { n: 1, device: 'z', seq: 1 },
      ),
      sampleEvent(
        { type: 'incident.placed', subject: INCIDENT, payload: { place, alternatives: [], suggested: null } },
        { n: 2, device: 'z', seq: 2 },
      ),
    ]);
    const noted = sampleEvent(
      { type: 'case.noted', subject: CASE, payload: {}, private: { text: 'x' } },
      { n: 1, device: 'squad' },
    );
    const by = (state: string, history: Parameters<typeof foldCase>[0], more: Partial<JudgeWorld> = {}) =>
      judgeAct([noted], {
        ...world(person('branch', { kind: 'state', state }), [opened(), ...history]),
        incidentOf: (id) => (id === INCIDENT.id ? incident : null),
        stateOfBranch: (code) => (code === 'KLU' ? 'Selangor' : 'Kedah'),
        ...more,
      });
    const klang = assigned('KLU', null, { n: 2, device: 'y', seq: 2 });
    const gone = assigned('SGT', 'KLU', { n: 3, device: 'y', seq: 3 });
    expect(by('Johor', [klang])).toEqual({ ok: true });
    expect(by('Selangor', [klang, gone])).toEqual({ ok: true });
    expect(by('Selangor', [])).toMatchObject({ code: 'scope', field: 'actor' });
    expect(by('Kedah', [klang])).toMatchObject({ code: 'scope' });
    expect(by('Kedah', [klang], { hadInSight: () => true })).toEqual({ ok: true });
  });

  it('asks a coordinator who moves a case for a reason, a supervisor not', () => {
    const move = assigned('KLU', 'SGT', { n: 1 });
    expect(judgeAct([move], world(person('coordinator')))).toMatchObject({
      code: 'needs-reason',
      field: 'private.reason',
    });
    expect(judgeAct([{ ...move, private: { reason: 'pejabat banjir' } }], world(person('coordinator')))).toEqual({
      ok: true,
    });
    expect(judgeAct([move], world(person('supervisor')))).toEqual({ ok: true });
  });

  it('S-09 refuses the whole act for one bad event', () => {
    const good = assigned('KLU', null, { n: 1 });
    const bad = { ...assigned('ZZZ', null, { n: 2 }), act: good.act };
    expect(judgeAct([good, bad], world(person('coordinator')))).toMatchObject({ ok: false, event: bad.id });
  });

  it('S-34: takes a set time of an estimate from a supervisor alone, and not one that has not come', () => {
    const guess = { ...opened(), certain: false };
    const sure = opened();
    const set = (happenedAt: string) =>
      sampleEvent({ type: 'case.time-set', subject: CASE, payload: { event: guess.id, happenedAt } }, { n: 1 });
    const now = Date.parse('2026-11-23T13:00:00+08:00');
    const knowing = (role: Person['role'], event = guess) => ({
      ...world(person(role)),
      eventsOf: () => [event],
      now: () => now,
    });
    const noon = set('2026-11-23T12:00:00+08:00');
    expect(judgeAct([noon], knowing('supervisor'))).toEqual({ ok: true });
    expect(judgeAct([noon], knowing('coordinator'))).toMatchObject({ code: 'time-supervisor' });
    expect(judgeAct([noon], knowing('supervisor', sure))).toMatchObject({ code: 'time-sure', field: 'payload.event' });
    expect(judgeAct([set('2026-11-23T14:00:00+08:00')], knowing('supervisor'))).toMatchObject({
      code: 'in-future',
      field: 'payload.happenedAt',
    });
  });

  it('S-17 lets an unknown type pass, and keeps central’s own types to itself', () => {
    const strange = { ...assigned('KLU', null, { n: 1 }), type: 'case.blessed', payload: { any: 1 } };
    expect(judgeAct([strange], world(person('coordinator')))).toEqual({ ok: true });
    const number = sampleEvent(
      { type: 'case.numbered', subject: CASE, payload: { number: '2026-000001/1' } },
      { n: 1 },
    );
    expect(judgeAct([number], world(person('supervisor')))).toMatchObject({ code: 'not-allowed' });
  });

  it('lets a squad report anew, and not write to an incident that stands already under cover of a report', () => {
    const squad = person('branch', { kind: 'branch', branch: 'KLU' });
    const place = { name: 'X', state: 'Johor', lat: 1, lon: 103, confidence: 1 };
    const packed = (incident: string, stands: boolean) => {
      const about = { kind: 'incident', id: incident } as const;
      const drafts: EventDraft[] = [
        {
          type: 'report.received',
          subject: { kind: 'report', id: sampleId(50) },
          payload: { source: 'branch', receivedAt: '2026-11-23T12:00:00+08:00' },
          private: { text: 'x' },
        },
        ...(stands ? [] : [{ type: 'incident.opened', subject: about, payload: { kind: 'fall' } } as const]),
        { type: 'incident.placed', subject: about, payload: { place, alternatives: [], suggested: null } },
        {
          type: 'case.opened',
          subject: { kind: 'case', id: sampleId(51) },
          payload: { incident, ordinal: 9, severity: 'death' },
        },
      ];
      return drafts.map((draft, index) => ({ ...sampleEvent(draft, { n: index + 1 }), act: sampleId(60) }));
    };
    const known = foldIncident([
      sampleEvent(
        { type: 'incident.opened', subject: INCIDENT, payload: { kind: 'road' } },
        { n: 1, device: 'z', seq: 1 },
      ),
    ]);
    const standing = { ...world(squad), incidentOf: (id: string) => (id === INCIDENT.id ? known : null) };
    expect(judgeAct(packed(sampleId(77), false), world(squad))).toEqual({ ok: true });
    const acts = packed(INCIDENT.id, true);
    expect(judgeAct(acts, standing)).toMatchObject({ code: 'role' });
    expect(
      judgeAct(
        acts.filter((event) => event.type !== 'incident.placed'),
        standing,
      ),
    ).toMatchObject({ code: 'role' });
    expect(judgeAct(acts, { ...standing, author: person('coordinator') })).toEqual({ ok: true });
  });
});
