import { describe, expect, it } from 'vitest';
import { loneDesk } from '#tests/support/lone-desk.ts';

const desk = loneDesk();

describe('taking back at a desk', () => {
  it('S-35: an assignment that was acknowledged goes back to the former lead by an act of its own, undone like any', async () => {
    const made = await desk.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 1 });
    const { cases } = made;
    const lead = async () => (await desk.ask('case.get', { case: cases[0] ?? '' })).row.lead;
    await desk.commit({ kind: 'assign', cases, branch: 'KLG' });
    const moved = await desk.commit({ kind: 'assign', cases, branch: 'KLU' });
    expect(await desk.ask('act.way-back', { act: moved.act })).toEqual({ way: 'undo', until: moved.undoUntil });
    await desk.commit({ kind: 'acknowledge', cases });
    await expect(desk.commit({ kind: 'undo', act: moved.act })).rejects.toThrow('built-on');
    expect(await desk.ask('act.way-back', { act: moved.act })).toMatchObject({
      way: 'reverse',
      words: { key: 'reverse.assign', params: { branch: { v: 'KLG' } } },
    });
    const reversed = await desk.commit({ kind: 'reverse', act: moved.act, reason: 'Silap cawangan' });
    expect(await lead()).toBe('KLG');
    const detail = await desk.ask('case.get', { case: cases[0] ?? '' });
    expect(detail.timeline.at(-1)).toMatchObject({ type: 'case.assigned', note: 'Silap cawangan', state: 'waiting' });
    await desk.commit({ kind: 'undo', act: reversed.act });
    expect(await lead()).toBe('KLU');
  });

  it('S-35: gives a victim back the name they had, though no stored state names anybody', async () => {
    const made = await desk.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 1 });
    const id = made.cases[0] ?? '';
    await desk.commit({ kind: 'describe-victim', case: id, name: 'Ali bin Abu', age: 30 });
    const wrong = await desk.commit({ kind: 'describe-victim', case: id, name: 'Abu bin Ali', age: 31 });
    await desk.commit({ kind: 'triage', cases: made.cases, priority: 'high' });
    await desk.commit({ kind: 'reverse', act: wrong.act });
    await desk.commit({ kind: 'open-personal', case: id, reason: 'Hubungi waris' });
    const [victim] = (await desk.ask('case.get', { case: id })).people;
    expect([victim?.name, victim?.age]).toEqual(['Ali bin Abu', 30]);
  });

  it('S-35: says in words what cannot be taken back', async () => {
    const made = await desk.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 1 });
    const noted = await desk.commit({ kind: 'note', cases: made.cases, text: 'Nota' });
    await desk.commit({ kind: 'triage', cases: made.cases, priority: 'high' });
    const why = { key: 'failure.note-stays' };
    expect(await desk.ask('act.way-back', { act: noted.act })).toEqual({ way: 'none', why });
    await expect(desk.commit({ kind: 'reverse', act: noted.act })).rejects.toThrow('note-stays (act.act)');
    expect(await desk.ask('act.way-back', { act: made.act })).toMatchObject({
      way: 'none',
      why: { key: 'failure.not-undoable' },
    });
  });
});
