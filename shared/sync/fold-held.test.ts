import { describe, expect, it } from 'vitest';
import type { Person } from '#shared/domain/person-role.ts';
import { foldCase } from './fold-case.ts';
import { foldHeld } from './fold-held.ts';
import { type JudgeWorld, judgeAct } from './judge-act.ts';
import { planDecision } from './plan-decision.ts';
import { assigned, CASE, opened, sampleEvent } from './sample-events.ts';

const kept = assigned('KLU', null, { n: 1 });
const subject = { kind: 'act', id: kept.act } as const;
const held = sampleEvent(
  {
    type: 'act.held',
    subject,
    payload: { code: 'role', author: 'p', device: 'desk-a', subjects: [CASE], events: [{ ...kept }] },
  },
  { n: 2, device: 'central', seq: 2 },
);
const yes = (device: string, seq?: number) =>
  sampleEvent({ type: 'act.admitted', subject, payload: {} }, { n: 3, device, ...(seq === undefined ? {} : { seq }) });
const no = (device: string, seq?: number) =>
  sampleEvent(
    { type: 'act.turned-down', subject, payload: {}, private: { reason: 'Kes ditutup' } },
    { n: 4, device, ...(seq === undefined ? {} : { seq }) },
  );
const person = (role: Person['role'], scope: Person['scope'] = { kind: 'hq' }): Person => ({
  id: 'p',
  name: 'P',
  role,
  scope,
});

describe('an act before a supervisor', () => {
  it('S-28: is decided by the first decision in the log, in whatever order and however often it is told', () => {
    expect(foldHeld([yes('b', 3)])).toBeNull();
    expect(foldHeld([held])).toMatchObject({ id: kept.act, code: 'role', decision: null, seq: 2 });
    const all = [held, no('b', 3), yes('c', 4)];
    const decided = foldHeld(all);
    expect(decided).toMatchObject({ decision: { kind: 'turned-down', reason: 'Kes ditutup' }, seq: 4 });
    expect(foldHeld([...all].reverse().concat(all))).toEqual(decided);
    // A decision that waits stands behind all that are accepted.
    expect(foldHeld([held, no('a'), yes('c', 4)])?.decision?.kind).toBe('admitted');
  });

  it('S-28: is decided by a supervisor in whose scope it lies, and otherwise only in words', () => {
    const known = foldHeld([held]);
    const decidedNo = foldHeld([held, no('b', 3)]);
    if (!known || !decidedNo) throw new Error('nothing held');
    const world = (author: Person, inScope: boolean, one = known): JudgeWorld => ({
      author,
      caseOf: () => null,
      incidentOf: () => null,
      branchExists: () => true,
      heldOf: (id) => (id === one.id ? { held: one, inScope } : null),
    });
    expect(judgeAct([yes('c')], world(person('supervisor'), true))).toEqual({ ok: true });
    expect(judgeAct([yes('c')], world(person('supervisor'), false))).toMatchObject({ code: 'scope' });
    expect(judgeAct([no('c')], world(person('coordinator'), true))).toMatchObject({ code: 'decide-supervisor' });
    expect(judgeAct([yes('c')], world(person('supervisor'), true, decidedNo))).toMatchObject({
      code: 'already-turned-down',
    });
    expect(judgeAct([no('c')], world(person('supervisor'), true, decidedNo))).toEqual({ ok: true });
    const { heldOf: _none, ...without } = world(person('supervisor'), true);
    expect(judgeAct([yes('c')], without)).toMatchObject({ code: 'not-found', field: 'subject.id' });
  });

  it('is planned only while nobody decided it', () => {
    const world = (one: typeof held, two?: typeof held) => ({
      case: () => null,
      incident: () => null,
      held: () => foldHeld(two ? [one, two] : [one]),
      actEvents: () => [],
      eventsOf: () => [],
      branchExists: () => true,
      suggest: () => null,
      readReport: () => {
        throw new Error('no report here');
      },
      now: () => 0,
      nextLabel: () => '',
      newId: () => '',
      who: person('supervisor'),
    });
    const act = { kind: 'admit', held: kept.act } as const;
    expect(planDecision(act, world(held))).toMatchObject({
      ok: true,
      drafts: [{ type: 'act.admitted', subject }],
      cases: [CASE.id],
      undoable: false,
    });
    expect(planDecision(act, world(held, no('b', 3)))).toMatchObject({
      ok: false,
      failure: { code: 'already-turned-down', field: 'act.held' },
    });
  });

  it('S-27: is judged by the sight its author had: a branch that never had the case, but saw it then', () => {
    const squad = person('branch', { kind: 'branch', branch: 'KTN' });
    const note = sampleEvent({ type: 'case.noted', subject: CASE, payload: {} }, { n: 5 });
    const world: JudgeWorld = {
      author: squad,
      caseOf: (id) => (id === CASE.id ? foldCase([opened()]) : null),
      incidentOf: () => null,
      branchExists: () => true,
    };
    expect(judgeAct([note], world)).toMatchObject({ code: 'scope' });
    expect(judgeAct([note], { ...world, hadInSight: (id) => id === CASE.id })).toEqual({ ok: true });
  });
});
