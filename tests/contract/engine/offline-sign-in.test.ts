import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Timers } from '#engine/time/timers.ts';
import { FIRST_ARRANGEMENT } from '#shared/contract/view/arrangement.ts';
import { asAdmin } from '#tests/support/central-admin.ts';
import type { TestEngine } from '#tests/support/engine.ts';
import { openHouse, settled, type TestHouse } from '#tests/support/live-desk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTE = 60_000;

let house: TestHouse;
/** How far the time of this test is ahead of the computer's. */
let ahead = 0;
let boot = 'first boot';
/** What the computer's own clock says beside the truth. */
let wrong = 0;
const now = () => Date.now() + ahead;
const time = {
  wall: () => now() + wrong,
  monotonic: now,
  get boot() {
    return boot;
  },
};
/** Everything that waits is done soon: what it does then hangs on the time above. */
const timers: Timers = {
  after(ms, work) {
    const timer = setTimeout(work, Math.min(ms, 100));
    return () => clearTimeout(timer);
  },
};

beforeEach(async () => {
  [ahead, wrong, boot] = [0, 0, 'first boot'];
  house = await openHouse(now);
});
afterEach(() => house.end());

const session = (desk: TestEngine) => desk.ask('session.get', {});
const becomes = async (desk: TestEngine, locked: boolean) => {
  await expect.poll(async () => (await session(desk)).locked, { timeout: 10_000 }).toBe(locked);
};
const offline = (desk: TestEngine) => desk.until('link.watch', {}, (status) => status.link === 'offline', 20_000);

async function deskWithCase(): Promise<{ desk: TestEngine; cases: string[] }> {
  const desk = await house.console({ time, timers });
  await house.signIn(desk, 'penyelaras');
  const { cases } = await desk.commit({ kind: 'report', text: 'Pekerja maut di Klang', source: 'hotline', victims: 1 });
  await settled(desk);
  return { desk, cases };
}
const passwords = (username: string) => ({ username, password: house.passwordOf(username) });

describe('going on without central', () => {
  it('S-30: lets a person work, leave and come back for seven days, then locks the screens and nothing else', async () => {
    const { desk, cases } = await deskWithCase();
    const account = passwords('penyelaras');
    await house.cut();
    await offline(desk);
    ahead += 6 * DAY + 23 * HOUR;
    await desk.ask('session.sign-out', {});
    await expect(desk.commit({ kind: 'note', cases, text: 'Tiada orang' })).rejects.toThrow('not-signed-in');
    expect(await desk.ask('session.sign-in', account)).toMatchObject({ user: { role: 'coordinator' }, locked: false });
    await desk.commit({ kind: 'note', cases, text: 'Hari ketujuh' });

    const view = {
      name: 'Waris',
      tab: 'open' as const,
      words: 'Rosdan',
      columnWords: {},
      sort: [],
      columns: ['clock' as const],
    };
    const arrangement = { ...FIRST_ARRANGEMENT, views: [view] };
    expect((await desk.ask('session.set', { arrangement })).arrangement?.views).toHaveLength(1);
    expect(JSON.stringify(await desk.window('wall').call('session.get', {}))).not.toContain('Rosdan');

    ahead += HOUR + MINUTE;
    await becomes(desk, true);
    // A saved search may name somebody: it is neither shown nor written over.
    expect(JSON.stringify(await desk.ask('session.get', {}))).not.toContain('Rosdan');
    await expect(desk.ask('session.set', { arrangement: FIRST_ARRANGEMENT })).rejects.toThrow('locked');
    await expect(desk.ask('case.get', { case: cases[0] ?? '' })).rejects.toThrow('locked');
    await expect(desk.commit({ kind: 'note', cases, text: 'Terlambat' })).rejects.toThrow('locked');
    await expect(desk.ask('session.sign-in', account)).rejects.toThrow('offline-ended');
    // Counts, clocks and walls go on.
    const picture = await desk.until('rows.watch', {}, (message) => message.kind === 'picture');
    expect(picture.kind === 'picture' && picture.rows).toHaveLength(1);
    expect((await desk.until('link.watch', {}, () => true)).waiting).toBe(1);

    await house.heal();
    await desk.until('link.watch', {}, (status) => status.waiting === 0, 30_000);
    await desk.ask('session.sign-in', account);
    await becomes(desk, false);
    expect((await desk.ask('session.get', {})).arrangement?.views).toEqual([view]);
    expect((await desk.ask('case.get', { case: cases[0] ?? '' })).timeline.map(({ type }) => type)).toContain(
      'case.noted',
    );
  });

  it('S-29: hands in what waits when nobody is signed in', async () => {
    const { desk, cases } = await deskWithCase();
    await house.cut();
    await offline(desk);
    await desk.commit({ kind: 'note', cases, text: 'Sebelum pulang' });
    await desk.ask('session.sign-out', {});
    await house.heal();
    await desk.until('link.watch', {}, (status) => status.waiting === 0 && status.rejected === 0, 30_000);
    expect((await session(desk)).user).toBeNull();
  });

  it('S-30: is not lengthened by a restart with the computer’s clock set back', async () => {
    const { desk } = await deskWithCase();
    const account = passwords('penyelaras');
    await house.cut();
    await offline(desk);
    ahead += 5 * DAY;
    // So long it has looked again at least once.
    await new Promise((resolve) => setTimeout(resolve, 400));
    await desk.stop();
    boot = 'second boot';
    wrong = -30 * DAY;
    const again = await house.console({ time, timers, folder: desk.folder });
    await becomes(again, false);
    ahead += 2 * DAY + MINUTE;
    await becomes(again, true);
    await expect(again.ask('session.sign-in', account)).rejects.toThrow('offline-ended');
  });

  it('S-30: lets in by the right password only, ever more slowly, and nobody this console does not know', async () => {
    const { desk } = await deskWithCase();
    await house.cut();
    await offline(desk);
    const { username, password } = passwords('penyelaras');
    for (let tries = 0; tries < 3; tries += 1)
      await expect(desk.ask('session.sign-in', { username, password: 'salah' })).rejects.toThrow('wrong-password');
    await expect(desk.ask('session.sign-in', { username, password })).rejects.toThrow('too-many');
    await desk.stop();
    const again = await house.console({ time, timers, folder: desk.folder });
    await expect(again.ask('session.sign-in', { username, password })).rejects.toThrow('too-many');
    ahead += MINUTE;
    expect((await again.ask('session.sign-in', { username, password })).user?.role).toBe('coordinator');
    await expect(again.ask('session.sign-in', passwords('penyelia'))).rejects.toThrow('not-known-here');
  });

  it('S-31: lets nobody in without central whose scope is less than what is there', async () => {
    const { desk } = await deskWithCase();
    const rows = async () => {
      const picture = await desk.until('rows.watch', {}, (message) => message.kind === 'picture');
      return picture.kind === 'picture' ? picture.rows.length : -1;
    };
    await house.signIn(desk, 'squad.klu');
    await expect.poll(rows, { timeout: 20_000 }).toBe(0);
    await house.signIn(desk, 'penyelaras');
    await expect.poll(rows, { timeout: 20_000 }).toBe(1);
    await house.cut();
    await offline(desk);
    await expect(desk.ask('session.sign-in', passwords('squad.klu'))).rejects.toThrow('other-sight');
    expect((await desk.ask('session.sign-in', passwords('penyelaras'))).user?.role).toBe('coordinator');
  });

  it('S-30: a role changed and an account closed count from the moment they are heard of', async () => {
    const { desk } = await deskWithCase();
    const account = passwords('penyelaras');
    const { user } = await session(desk);
    const admin = await asAdmin(house.central);
    await admin.change(user?.id ?? '', { role: 'supervisor' });
    await expect.poll(async () => (await session(desk)).user?.role, { timeout: 10_000 }).toBe('supervisor');
    await admin.change(user?.id ?? '', { disabled: true });
    await desk.until('session.watch', {}, (view) => view.user === null, 30_000);
    await house.cut();
    await expect(desk.ask('session.sign-in', account)).rejects.toThrow('not-known-here');
  });
});
