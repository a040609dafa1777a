import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Act } from '#shared/contract/acts.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene('edge');
});
afterEach(() => scene.close());

const report: Act = { kind: 'report', text: 'Pekerja maut ditimpa besi di Kluang, Johor', source: 'hotline' };
const triage = (id: string, severity: 'death' | 'injury' | 'missing' | 'unknown'): Act => ({
  kind: 'triage',
  cases: [id],
  severity,
});

/** Two consoles of the control room, and a case that both have. */
async function two() {
  const one = await scene.desk('coordinator');
  const other = await scene.desk('another');
  const { cases } = await scene.act(one, report);
  await scene.sync(one, other);
  const id = cases[0] ?? '';
  expect(await scene.caseAt(other, id)).not.toBeNull();
  return { one, other, id };
}

describe('stories that go wrong elsewhere', () => {
  it('S-41: updates that arrive in another order than they were made, over two times offline', async () => {
    const { one, other, id } = await two();
    scene.cut(one, true);
    scene.cut(other, true);
    await scene.act(one, { kind: 'describe-victim', case: id, age: 31 });
    await scene.act(other, { kind: 'describe-victim', case: id, age: 42 });
    await scene.act(one, { kind: 'describe-victim', case: id, employer: 'Syarikat A' });
    scene.cut(other, false);
    await scene.sync(other);
    scene.cut(other, true);
    await scene.act(other, { kind: 'describe-victim', case: id, sex: 'female' });
    await scene.act(one, { kind: 'describe-kin', case: id, name: 'Waris A', town: 'Muar' });
    scene.cut(one, false);
    await scene.sync(one);
    scene.cut(other, false);
    await scene.sync(other, one);
    for (const desk of [one, other]) {
      const state = await scene.caseAt(desk, id);
      expect(state?.victim).toMatchObject({ age: 42, sex: 'female' });
      expect(state?.conflicts.map(({ field }) => field)).toEqual(['victim.age']);
      expect(state?.conflicts[0]?.other.actor).toBe(one.who.id);
    }
    expect(await scene.faults()).toEqual([]);
  });

  it('S-42: a conflict settled while a third edit is under way', async () => {
    const { one, other, id } = await two();
    const supervisor = await scene.desk('supervisor');
    scene.cut(other, true);
    await scene.act(one, triage(id, 'injury'));
    await scene.act(other, triage(id, 'death'));
    await scene.sync(one);
    scene.cut(other, false);
    await scene.sync(other, supervisor, one);
    const open = (await scene.caseAt(supervisor, id))?.conflicts[0];
    expect(open?.field).toBe('severity');
    scene.cut(one, true);
    await scene.act(one, triage(id, 'missing'));
    await scene.act(supervisor, {
      kind: 'settle',
      subject: { kind: 'case', id },
      field: 'severity',
      other: open?.other.event ?? '',
      choice: 'other',
    });
    await scene.sync(supervisor);
    scene.cut(one, false);
    await scene.sync(one, other, supervisor);
    for (const desk of [one, other, supervisor]) {
      const state = await scene.caseAt(desk, id);
      expect(state?.severity).toBe('death');
      expect(state?.conflicts).toHaveLength(1);
      expect(state?.conflicts[0]?.other).toMatchObject({ value: 'missing', actor: one.who.id });
    }
    expect(await scene.faults()).toEqual([]);
  });

  it('S-43: a record made and taken back before anyone else heard of it', async () => {
    const one = await scene.desk('coordinator');
    const other = await scene.desk('another');
    scene.cut(one, true);
    const { incidents, cases } = await scene.act(one, report);
    const second = await scene.act(one, report);
    const join: Act = { kind: 'join', incidents: [incidents[0] ?? '', second.incidents[0] ?? ''] };
    const joined = await one.commit(join);
    if (!joined.ok) throw new Error(joined.failure.code);
    const undone = await one.commit({ kind: 'undo', act: joined.value.act });
    expect(undone.ok).toBe(true);
    await scene.act(one, { kind: 'close', cases, outcome: 'duplicate' });
    scene.cut(one, false);
    await scene.sync(one, other);
    const log = await scene.log();
    expect(log.filter(({ act }) => act === joined.value.act).length).toBeGreaterThan(0);
    for (const desk of [one, other]) {
      const shown = await desk.parts?.ledger.reader.all<{ id: string; open: number }>(
        'SELECT id, open FROM case_row WHERE row IS NOT NULL ORDER BY received_at, open',
      );
      expect(shown).toEqual([
        { id: cases[0], open: 0 },
        { id: second.cases[0], open: 1 },
      ]);
      expect(await scene.caseAt(desk, cases[0] ?? '')).toMatchObject({ closed: { outcome: 'duplicate' } });
    }
    expect(await scene.faults()).toEqual([]);
  });

  it('S-44: a batch sent again after its answer was lost', async () => {
    const { one, other, id } = await two();
    const { act } = await scene.act(one, { kind: 'note', cases: [id], text: 'Sekali' });
    one.line.bend('lose-answer', 0);
    await scene.sync(one);
    const once = (await scene.log()).filter((event) => event.act === act);
    expect(once).toHaveLength(1);
    const waiting = () => one.parts?.ledger.reader.get('SELECT state, seq FROM event WHERE act = ?', [act]);
    expect(await waiting()).toMatchObject({ state: 1 });
    await scene.sync(one, other);
    expect(await waiting()).toMatchObject({ state: 0, seq: once[0]?.seq });
    expect((await scene.log()).filter((event) => event.act === act)).toEqual(once);
    expect(await scene.faults()).toEqual([]);
  });

  it('S-45: an edit on a version that was superseded twice', async () => {
    const { one, other, id } = await two();
    const supervisor = await scene.desk('supervisor');
    await scene.act(one, triage(id, 'injury'));
    await scene.sync(one, other, supervisor);
    scene.cut(other, true);
    await scene.act(one, triage(id, 'missing'));
    await scene.sync(one, supervisor);
    await scene.act(supervisor, triage(id, 'death'));
    await scene.sync(supervisor, one);
    await scene.act(other, triage(id, 'unknown'));
    scene.cut(other, false);
    await scene.sync(other, one, supervisor);
    for (const desk of [one, other, supervisor]) {
      const state = await scene.caseAt(desk, id);
      expect(state?.severity).toBe('death');
      expect(state?.conflicts).toHaveLength(1);
      expect(state?.conflicts[0]).toMatchObject({ kept: { value: 'death' }, other: { value: 'unknown' } });
    }
    expect(await scene.faults()).toEqual([]);
  });

  it('S-46: a case given to another branch while the one that had it works on it offline', async () => {
    const { one, id } = await two();
    await scene.act(one, { kind: 'assign', cases: [id], branch: 'KLU', reason: 'Dekat' });
    await scene.sync(one);
    const kluang = await scene.desk('kluang');
    const seremban = await scene.desk('seremban');
    expect((await scene.caseAt(kluang, id))?.lead).toBe('KLU');
    scene.cut(kluang, true);
    await scene.act(one, { kind: 'assign', cases: [id], branch: 'SBN', reason: 'Beban' });
    await scene.sync(one, seremban);
    await scene.act(kluang, { kind: 'acknowledge', cases: [id] });
    const { act } = await scene.act(kluang, { kind: 'note', cases: [id], text: 'Sudah di tempat kejadian' });
    const before = scene.world.pages.left(id);
    scene.cut(kluang, false);
    await scene.sync(kluang, kluang, seremban, one);
    expect(scene.world.pages.left(id)).toBeGreaterThan(before);
    expect(await scene.caseAt(kluang, id)).toBeNull();
    const orphans = await kluang.parts?.ledger.reader.all('SELECT id, state FROM event WHERE subject_id = ?', [id]);
    expect(orphans).toEqual([]);
    expect((await scene.log()).filter((event) => event.act === act)).toHaveLength(1);
    for (const desk of [one, seremban]) {
      expect(await scene.caseAt(desk, id)).toMatchObject({ lead: 'SBN' });
      const counted = await desk.parts?.ledger.reader.get('SELECT COUNT(*) AS n FROM case_row WHERE row IS NOT NULL');
      expect(counted).toEqual({ n: 1 });
    }
    expect(await scene.faults()).toEqual([]);
  });
});
