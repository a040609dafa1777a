import { describe, expect, it } from 'vitest';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { loneDesk } from '#tests/support/lone-desk.ts';

const HOUR = 3_600_000;
const IPOH = { name: 'Ipoh', state: 'Perak', lat: 4.6, lon: 101.08, confidence: 1, kind: 'town' };
const KUANTAN = { name: 'Kuantan', state: 'Pahang', lat: 3.81, lon: 103.33 };
const desk = loneDesk();

/** An accident in Ipoh with so many victims. */
const accident = async (victims: number) =>
  (await desk.commit({ kind: 'report', text: 'Pekerja maut', source: 'press', place: IPOH, victims })).cases;

describe('many cases in one gesture', () => {
  it('S-49: a plan says where each goes and what its clocks do, is done as one act, and undone as one', async () => {
    const cases = await accident(6);
    const plan = await desk.ask('moves.propose', { cases, avoid: null, spread: true });
    expect(plan.map((move) => move.case)).toEqual(cases);
    expect(new Set(plan.map(({ branch }) => branch)).size).toBeGreaterThan(1);
    const [first] = plan;
    expect(first).toMatchObject({ from: null, refused: null, place: 'Ipoh' });
    expect(first?.changes.find(({ key }) => key === 'kpi.assignment')).toMatchObject({ after: null });
    expect(first?.changes.find(({ key }) => key === 'kpi.acknowledgement')).toMatchObject({ before: null });
    const moves = plan.map((move) => ({ case: move.case, branch: move.branch }));
    const done = await desk.commit({ kind: 'share-out', moves });
    expect(done.cases).toHaveLength(6);
    const leads = async () => Promise.all(cases.map(async (id) => (await desk.ask('case.get', { case: id })).row.lead));
    expect(await leads()).toEqual(moves.map(({ branch }) => branch));
    const again = await desk.ask('moves.preview', { moves: moves.slice(0, 1) });
    expect(again).toMatchObject([{ verdict: 'no', refused: { key: 'failure.already-lead' } }]);
    await desk.commit({ kind: 'undo', act: done.act });
    expect(await leads()).toEqual(cases.map(() => null));
  });

  it('S-51: the heirs’ office is proposed where their town is known, and stands among the candidates with who is on duty', async () => {
    const [id = ''] = await accident(1);
    await desk.commit({ kind: 'place-kin', cases: [id], place: KUANTAN });
    const [move] = await desk.ask('moves.propose', { cases: [id], avoid: null, spread: false });
    expect(move?.reason.key).toBe('candidate.heirs');
    const now = Date.now();
    await desk.commit({
      kind: 'set-rota',
      duties: [
        {
          area: { kind: 'branch', branch: move?.branch ?? '' },
          level: 'squad',
          from: isoMalaysia(now - HOUR),
          to: isoMalaysia(now + HOUR),
          name: 'A. Petugas',
        },
      ],
    });
    const candidates = await desk.ask('candidates.get', { cases: [id] });
    expect(candidates.find(({ branch }) => branch === move?.branch)).toMatchObject({
      reason: { key: 'candidate.heirs' },
      duty: ['A. Petugas'],
    });
    const { offices } = await desk.ask('load.duty', {});
    expect(offices).toEqual([{ branch: move?.branch, squad: 1, names: ['A. Petugas'] }]);
    const { around } = await desk.ask('case.get', { case: id });
    expect(around.places.map(({ of, name }) => [of, name])).toEqual([
      ['incident', 'Ipoh'],
      ['kin', 'Kuantan'],
    ]);
  });

  it('S-47: what happened since is told by kind, one line an act', async () => {
    const cases = await accident(3);
    await desk.commit({ kind: 'assign', cases, branch: 'IPH' });
    const waiting = await desk.ask('outbox.list', {});
    expect(waiting.find(({ words }) => words.key === 'event.case.assigned')).toMatchObject({ more: 2 });
    await desk.commit({ kind: 'decline', cases: cases.slice(0, 1), reason: 'no-officer' });
    const view = await desk.ask('load.since', { since: Date.now() - HOUR });
    expect(view.kinds).toEqual(
      expect.arrayContaining([
        { act: 'assign', acts: 1 },
        { act: 'decline', acts: 1 },
        { act: 'report', acts: 1 },
      ]),
    );
    expect(view.lines.find(({ words }) => words.key === 'event.case.assigned')).toMatchObject({ more: 2 });
    const detail = await desk.ask('case.get', { case: cases[0] ?? '' });
    expect(detail.around).toMatchObject({ offer: null, declined: { branch: 'IPH', reason: 'no-officer' } });
    expect(detail.row.status).toBe('unassigned');
  });

  it('S-47: an office that declined is suggested no more: it stands last, with when it said so, and the next one first', async () => {
    const cases = await accident(1);
    const id = cases[0] ?? '';
    const [first, second] = await desk.ask('candidates.get', { cases });
    expect(first).toMatchObject({ suggested: true, verdict: 'yes' });
    // Another than the suggested one: a reason will be asked for, and that is said before.
    expect(second?.verdict).toBe('with-reason');
    const office = first?.branch ?? '';
    await desk.commit({ kind: 'assign', cases, branch: office });
    await desk.commit({ kind: 'decline', cases, reason: 'no-officer' });
    const after = await desk.ask('candidates.get', { cases });
    expect(after[0]).toMatchObject({ suggested: true, verdict: 'yes' });
    expect(after[0]?.branch).not.toBe(office);
    expect(after.slice(0, -1).map(({ verdict }) => verdict)).not.toContain('with-reason');
    expect(after.map(({ branch }) => branch)).toContain(second?.branch);
    // It can still be asked: by somebody who says why.
    expect(after.at(-1)).toMatchObject({ branch: office, suggested: false, verdict: 'with-reason', refused: null });
    expect(after.at(-1)?.declinedAt).toBeGreaterThan(0);
    const { row } = await desk.ask('case.get', { case: id });
    expect(row.suggested?.branch).toBe(after[0]?.branch);
    // The row owes nobody a reason for choosing another.
    const message = await desk.until('rows.watch', {}, (one) => one.kind === 'picture');
    const rows = message.kind === 'picture' ? message.rows : [];
    expect(rows.find((one) => one.case === id)?.suggested).toBeNull();
    await desk.commit({ kind: 'assign', cases, branch: after[0]?.branch ?? '' });
    expect((await desk.ask('case.get', { case: id })).row.suggested?.branch).toBe(after[0]?.branch);
    // A plan asks neither of the two that said no.
    await desk.commit({ kind: 'decline', cases, reason: 'no-officer' });
    const [move] = await desk.ask('moves.propose', { cases, avoid: null, spread: false });
    expect([office, after[0]?.branch, undefined]).not.toContain(move?.branch);
  });
});
