import { describe, expect, it } from 'vitest';
import type { Person } from '#shared/domain/person-role.ts';
import { foldCase } from './fold-case.ts';
import { type JudgeWorld, judgeAct } from './judge-act.ts';
import { assigned, CASE, opened, sampleEvent } from './sample-events.ts';

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
    expect(judgeAct([assigned('XXX', null, { n: 1 })], world(person('coordinator')))).toMatchObject({
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
    const bad = { ...assigned('XXX', null, { n: 2 }), act: good.act };
    expect(judgeAct([good, bad], world(person('coordinator')))).toMatchObject({ ok: false, event: bad.id });
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
});
