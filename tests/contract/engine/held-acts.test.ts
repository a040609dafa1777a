import { randomUUID } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SystemTime, systemTime } from '#engine/time/system-time.ts';
import { SYSTEM_TIMERS, type Timers } from '#engine/time/timers.ts';
import { asAdmin } from '#tests/support/central-admin.ts';
import { startEngine, type TestEngine, type TestEngineOptions } from '#tests/support/engine.ts';
import { openHouse, settled, type TestHouse } from '#tests/support/live-desk.ts';

let house: TestHouse;
/** How far the supervisor's computer is ahead, ms: ten seconds need not be waited for. */
let ahead = 0;
const real = systemTime();
const time: SystemTime = { ...real, wall: () => real.wall() + ahead, monotonic: () => real.monotonic() + ahead };
const timers: Timers = { after: (ms, work) => SYSTEM_TIMERS.after(Math.min(ms, 100), work) };
const passTenSeconds = () => {
  ahead += 10_001;
};
beforeEach(async () => {
  ahead = 0;
  house = await openHouse();
});
afterEach(() => house.end());

const desk = async (username: string, options: TestEngineOptions = {}): Promise<TestEngine> => {
  const made = await house.console(options);
  await house.signIn(made, username);
  await settled(made);
  return made;
};
const leadOf = async (at: TestEngine, id: string) => (await at.ask('case.get', { case: id })).row.lead;

/** A case on both desks, an assignment made at the first while cut off, its right taken away meanwhile. */
async function heldAssignment(): Promise<{ author: TestEngine; boss: TestEngine; id: string; act: string }> {
  const [author, boss] = [await desk('penyelaras'), await desk('penyelia', { time, timers })];
  const made = await author.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 1 });
  const id = made.cases[0] ?? '';
  await settled(author);
  const { user } = await author.ask('session.get', {});
  await house.cut();
  await author.until('link.watch', {}, (status) => status.link === 'offline');
  const { act } = await author.commit({ kind: 'assign', cases: [id], branch: 'KLG', reason: 'Waris di Klang' });
  expect(await leadOf(author, id)).toBe('KLG');
  await house.heal(async () => {
    const admin = await asAdmin(house.central);
    await admin.change(user?.id ?? '', { role: 'branch', scope: { kind: 'branch', branch: 'KTN' } });
  });
  await author.until('link.watch', {}, (status) => status.held === 1 && status.waiting === 0, 30_000);
  await boss.until('link.watch', {}, (status) => status.toDecide === 1, 30_000);
  return { author, boss, id, act };
}

describe('an act before a supervisor', () => {
  it('S-29: counts on neither side, is shown to the supervisor with its words, and stands once admitted', async () => {
    const { author, boss, id, act } = await heldAssignment();
    const [entry] = await author.ask('outbox.list', {});
    expect(entry).toMatchObject({ act, state: 'held', code: 'role' });
    expect(entry?.message).toContain('penyelia');
    expect(await leadOf(boss, id)).toBeNull();
    expect(await author.ask('held.list', {})).toEqual([]);
    const [view] = await boss.ask('held.list', {});
    expect(view).toMatchObject({ act, code: 'role', author: 'N. Hamid (demo)', case: id });
    expect(view?.lines).toMatchObject([{ words: { key: 'event.case.assigned' }, note: 'Waris di Klang' }]);

    await boss.commit({ kind: 'admit', held: act });
    passTenSeconds();
    await expect.poll(() => leadOf(boss, id), { timeout: 20_000 }).toBe('KLG');
    await author.until('link.watch', {}, (status) => status.held === 0 && status.waiting === 0, 30_000);
    expect(await author.ask('outbox.list', {})).toEqual([]);
    expect((await boss.until('link.watch', {}, (status) => status.toDecide === 0)).waiting).toBe(0);
    await expect(boss.commit({ kind: 'turn-down', held: act, reason: 'Terlambat' })).rejects.toThrow(
      'already-admitted (act.held)',
    );
  });

  it('S-28: comes back with the supervisor’s words when turned down, and may be withdrawn', async () => {
    const { author, boss, id, act } = await heldAssignment();
    await boss.commit({ kind: 'turn-down', held: act, reason: 'Kes sudah selesai' });
    passTenSeconds();
    await author.until('link.watch', {}, (status) => status.held === 0 && status.rejected === 1, 30_000);
    expect(await author.ask('outbox.list', {})).toMatchObject([
      { act, state: 'rejected', code: 'turned-down', message: 'Kes sudah selesai', again: 'edit' },
    ]);
    expect(await leadOf(boss, id)).toBeNull();
    expect(await author.ask('outbox.withdraw', { act, reason: 'Setuju' })).toEqual([]);
    await expect(author.commit({ kind: 'admit', held: act })).rejects.toThrow('decide-supervisor');
  });

  it('S-28: keeps a decision at once, over a window’s end and a restart; put back in time, it never was', async () => {
    const { author, boss, id, act } = await heldAssignment();
    const fresh = async (at: TestEngine) =>
      (await at.ask('held.list', {})).map(({ decision }) => decision?.kind ?? null);
    const window = boss.window();
    const turn = { kind: 'turn-down', held: act, reason: 'Tersilap' } as const;
    await window.call('act.commit', { commandId: randomUUID(), via: 'keys', act: turn });
    expect(await fresh(boss)).toEqual(['turn-down']);
    expect(await boss.ask('held.put-back', { held: act })).toMatchObject([{ act, decision: null }]);
    await expect(boss.ask('held.put-back', { held: act })).rejects.toThrow('undo-too-late (held)');
    await boss.commit({ kind: 'admit', held: act });
    await boss.stop();
    const again = await house.console({ folder: boss.folder, time, timers });
    await again.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 1, 20_000);
    expect(await fresh(again)).toEqual(['admit']);
    expect(await again.until('link.watch', {}, (status) => (status.putBackUntil ?? 0) > 0)).toMatchObject({
      toDecide: 0,
    });
    expect(await leadOf(again, id)).toBeNull();
    passTenSeconds();
    await author.until('link.watch', {}, (status) => status.held === 0 && status.rejected === 0, 20_000);
    await settled(again);
    expect(await again.ask('held.list', {})).toEqual([]);
    await expect(again.ask('held.put-back', { held: act })).rejects.toThrow('undo-too-late (held)');
    await expect.poll(() => leadOf(again, id), { timeout: 20_000 }).toBe('KLG');
  });

  it('S-38: a copy of the console it came from, that went on as another, hears of the decision too', async () => {
    const { author, boss, act } = await heldAssignment();
    await author.stop();
    const folder = `${author.folder}-copy`;
    cpSync(author.folder, folder, { recursive: true });
    const words = { kind: 'report', text: 'Pekerja maut di Ipoh', source: 'hotline', victims: 1 } as const;
    const alone = await startEngine(folder);
    await alone.commit(words);
    await alone.stop();
    const one = await house.console({ folder: author.folder });
    await one.commit(words);
    await settled(one);
    const copy = await house.console({ folder });
    const { device } = await one.ask('session.get', {});
    await copy.until('link.watch', {}, (status) => status.notice?.key === 'notice.re-enrolled', 30_000);
    expect((await copy.ask('session.get', {})).device).not.toBe(device);
    await copy.stop();
    // A restored central may not know it any more; it enrols all the same.
    let known = false;
    const unknown = { type: 'about:blank', title: '', status: 403, code: 'device-unknown' };
    const asIfForgotten = (url: string, init?: RequestInit) => {
      known ||= url.endsWith('/v1/devices');
      const refused = !known && url.endsWith('/v1/auth/device');
      return refused ? Promise.resolve(Response.json(unknown, { status: 403 })) : fetch(url, init);
    };
    const two = await house.console({ folder, fetch: asIfForgotten });
    await two.until('link.watch', {}, (status) => status.link === 'live', 20_000);
    expect(known).toBe(true);
    await boss.commit({ kind: 'turn-down', held: act, reason: 'Kes sudah selesai' });
    passTenSeconds();
    for (const desk of [one, two]) {
      await desk.until('link.watch', {}, (status) => status.held === 0 && status.rejected === 1, 30_000);
      expect(await desk.ask('outbox.list', {})).toMatchObject([
        { act, code: 'turned-down', message: 'Kes sudah selesai' },
      ]);
    }
    await two.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('a store follows who looks', () => {
  it('S-31: purges and fills anew in another scope; a supervisor gets what is held, and it goes with them', async () => {
    const { boss, act } = await heldAssignment();
    const rows = async (at: TestEngine) => {
      const picture = await at.until('rows.watch', {}, (message) => message.kind === 'picture');
      return picture.kind === 'picture' ? picture.rows.length : -1;
    };
    expect(await rows(boss)).toBe(1);
    await house.signIn(boss, 'squad.bki');
    await settled(boss);
    await expect.poll(() => rows(boss), { timeout: 20_000 }).toBe(0);
    await house.signIn(boss, 'penyelaras2');
    await expect.poll(() => rows(boss), { timeout: 20_000 }).toBe(1);
    expect(await boss.ask('held.list', {})).toEqual([]);
    await house.signIn(boss, 'penyelia');
    const listed = async () => (await boss.ask('held.list', {})).map((one) => one.act);
    await expect.poll(listed, { timeout: 20_000 }).toEqual([act]);
  });

  it('S-31: tells a branch of the case that went to another while it worked on it alone; its acts arrive', async () => {
    const [centre, squad] = [await desk('penyelaras'), await desk('squad.sbn')];
    const made = await centre.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 1 });
    const id = made.cases[0] ?? '';
    await centre.commit({ kind: 'assign', cases: [id], branch: 'SBN' });
    await settled(centre);
    const isThere = () =>
      squad.ask('case.get', { case: id }).then(
        ({ row }) => row.number,
        () => null,
      );
    await expect.poll(isThere, { timeout: 20_000 }).not.toBeNull();
    const number = await isThere();
    await squad.commit({ kind: 'acknowledge', cases: [id] });
    await settled(squad);
    house.pull(squad);
    await squad.until('link.watch', {}, (status) => status.link === 'offline', 20_000);
    await squad.commit({ kind: 'note', cases: [id], text: 'Waris sudah dihubungi' });
    await centre.commit({ kind: 'assign', cases: [id], branch: 'KKR', reason: 'Waris di Kuala Krai' });
    await settled(centre);
    house.plug(squad);
    const told = await squad.until('link.watch', {}, (status) => status.notice != null && status.waiting === 0, 30_000);
    expect(told.notice).toEqual({ key: 'notice.case-left', params: { numbers: { t: 'text', v: number } } });
    expect(await isThere()).toBeNull();
    const notes = async () => (await centre.ask('case.get', { case: id })).timeline.map(({ type }) => type);
    await expect.poll(notes, { timeout: 20_000 }).toContain('case.noted');
    await squad.ask('session.sign-out', {});
    await squad.until('link.watch', {}, (status) => status.notice === null, 10_000);
  });
});
