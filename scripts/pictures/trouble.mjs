// What stands on the screen when things are not well: signing in, cut off, refused, in conflict, held, locked, withdrawn.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex from 'knex';
import { root } from '../setup/places.mjs';
import { settled, startConsole } from './drive.mjs';
import { outbox, rest, UNASSIGNED } from './poses.mjs';

/** The names of these pictures. */
export const troubles = [
  'sign-in',
  'stale',
  'waiting',
  'wall-stale',
  'conflict',
  'conflict-seen',
  'answered-twice',
  'assist-twice',
  'reopened-twice',
  'inbox',
  'refused',
  'held',
  'held-seen',
  'locked',
  'withdrawn',
];

const DAY_MS = 86_400_000;

/** The built central with the demo's sample, no live feed: {url, users, file, kill, again}. */
async function startCentral(folder) {
  let child;
  let url = '';
  const begin = async (port) => {
    const flags = ['--port', String(port), '--data', folder, '--feed', 'off'];
    child = spawn(process.execPath, [join(root, 'out/main/central.js'), ...flags], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const chunk of child.stdout) {
      const ready = /ready (http:\/\/127\.0\.0\.1:\d+)/.exec(String(chunk))?.[1];
      if (ready !== undefined) {
        url = ready;
        return;
      }
    }
    throw new Error('central ended before it was ready');
  };
  await begin(0);
  const { users } = JSON.parse(readFileSync(join(folder, 'demo-credentials.json'), 'utf8'));
  return {
    url,
    file: join(folder, 'central.sqlite'),
    account: (role) => users.find((user) => user.role === role && user.scope.kind === 'hq'),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    again: () => begin(Number(new URL(url).port)),
  };
}

async function signIn(desk, { username, password }) {
  await desk.locator('[role="dialog"] input').first().fill(username);
  await desk.locator('[role="dialog"] input[type="password"]').fill(password);
  await desk.keyboard.press('Enter');
  await desk.locator('[data-case]').first().waitFor({ timeout: 60_000 });
  await desk.evaluate(() => window.prihatin.call('session.set', { toured: true }));
}

const commit = (desk, act) =>
  desk.evaluate(
    (wanted) => window.prihatin.call('act.commit', { commandId: crypto.randomUUID(), via: 'keys', act: wanted }),
    act,
  );

const assignOf = (found, branch, reason) => ({ kind: 'assign', cases: [found], branch, reason });

const allSent = (desk) =>
  desk.waitForFunction(() => document.querySelector('[data-testid="waiting"]')?.textContent === '0', null, {
    timeout: 60_000,
  });

const KKR = { kind: 'assign', branch: 'KKR', reason: 'Waris tinggal di Kuala Krai' };
const assist = (on) => ({ kind: 'set-assist', branch: 'KBR', on });
/** What two consoles make of one case unseen of each other: the picture's name, what both know, and what each does. */
const CROSSED = [
  ['answered-twice', [KKR], [{ kind: 'acknowledge' }], [{ kind: 'decline', reason: 'no-officer' }]],
  ['assist-twice', [KKR, assist(true)], [assist(false)], [assist(false), assist(true)]],
  [
    'reopened-twice',
    [{ kind: 'close', outcome: 'not-work' }],
    [{ kind: 'reopen' }, { kind: 'close', outcome: 'duplicate' }],
    [{ kind: 'reopen' }],
  ],
];

async function inStore(file, work) {
  const store = knex({ client: 'sqlite3', connection: { filename: file }, useNullAsDefault: true, pool: { max: 1 } });
  try {
    return await work(store);
  } finally {
    await store.destroy();
  }
}

/** Takes them all, in the order in which things go wrong. */
export async function takeTroubles(binary, env, looks, shot, wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-pictures-central-'));
  const central = await startCentral(folder);
  const flags = ['--central', central.url];
  const open = [];
  const seat = async (role, data) => {
    const one = await startConsole(binary, env, flags, data);
    open.push(one);
    if (role) await signIn(one.desk, central.account(role));
    return one;
  };
  const inEach = async (name, seat, pose) => {
    for (const look of looks)
      await shot(name, look, async (path) => {
        await seat.wear(look);
        await pose?.(seat.desk);
        await settled(seat.desk);
        await seat.shoot(path);
        await rest(seat.desk);
      });
  };
  try {
    const first = await seat(null);
    await first.desk.locator('[role="dialog"]').waitFor({ timeout: 60_000 });
    for (const look of looks)
      await shot('sign-in', look, async (path) => {
        await first.wear(look);
        await first.shoot(path);
      });
    await signIn(first.desk, central.account('coordinator'));
    const boss = await seat('supervisor');
    const some = first.desk.locator('[data-case]:not([data-urgency="met"])').filter({ hasText: UNASSIGNED });
    const ids = await some.evaluateAll((rows) => rows.map((row) => row.dataset.case));
    const tab = (desk, words) => desk.locator('.segments-tabs button').filter({ hasText: words }).click();
    const own = (desk, id) => desk.locator(`[data-case="${id}"]`).click();

    const twice = CROSSED.filter(([name]) => wanted.includes(name));
    for (const [index, [, before]] of twice.entries())
      for (const act of before) await commit(boss.desk, { ...act, cases: [ids[3 + index]] });
    await allSent(boss.desk);
    await first.desk.waitForTimeout(3_000);

    await central.kill();
    for (const { desk } of [first, boss]) await desk.locator('[data-link="offline"]').waitFor({ timeout: 60_000 });
    for (const [index, [, , mine, theirs]] of twice.entries()) {
      for (const act of mine) await commit(first.desk, { ...act, cases: [ids[3 + index]] });
      for (const act of theirs) await commit(boss.desk, { ...act, cases: [ids[3 + index]] });
    }
    await commit(first.desk, assignOf(ids[0], 'KKR', 'Waris tinggal di Kuala Krai'));
    await commit(boss.desk, assignOf(ids[0], 'KBR', 'Keluarga sudah berada di Kota Bharu'));
    await inEach('waiting', first, outbox);
    if (wanted.some((name) => name === 'stale' || name === 'wall-stale'))
      await first.desk.locator('.stale-banner, [class*="stale"]').first().waitFor({ timeout: 120_000 });
    await inEach('stale', first);
    for (const look of looks)
      await shot('wall-stale', look, async (path) => {
        await first.wear({ ...look, zoom: 100 });
        await first.shoot(path, await first.wall(look));
      });
    const rights = (role, withdrawn) =>
      inStore(central.file, async (store) => {
        const [{ id }] = await store('user_account').where({ username: 'penyelaras' }).select('id');
        if (withdrawn) await store('user_right').insert({ user_id: id, seq: 1_000_000, ...withdrawn, disabled: 0 });
        else await store('user_right').where({ user_id: id }).update({ role });
        await store('user_account')
          .where({ id })
          .update(withdrawn ?? { role });
      });
    await central.again();
    for (const { desk } of [first, boss]) await allSent(desk);
    // Whichever came first: a case with a conflict may lie far down, or be closed.
    const showConflictOf = (id) => async (desk) => {
      await tab(desk, /^(Konflik|Conflict)/);
      await own(desk, id);
      await desk.locator('.conflict-value').first().waitFor();
    };
    const showConflict = showConflictOf(ids[0]);
    await inEach('conflict', boss, showConflict);
    await inEach('conflict-seen', first, showConflict);
    for (const [index, [name]] of twice.entries()) await inEach(name, boss, showConflictOf(ids[3 + index]));
    for (const { desk } of [first, boss]) await tab(desk, /^(Semua|All)/);
    await inEach('inbox', boss, async (desk) => {
      await desk.keyboard.press('b');
      await desk.locator('.load-row').nth(5).waitFor();
    });

    await rights('admin');
    await commit(first.desk, assignOf(ids[1], 'KKR', 'Waris tinggal di Kuala Krai'));
    await first.desk.waitForTimeout(3_000);
    await inEach('refused', first, outbox);
    await rights('coordinator');

    await central.kill();
    await first.desk.locator('[data-link="offline"]').waitFor({ timeout: 60_000 });
    await commit(first.desk, assignOf(ids[2], 'KKR', 'Waris tinggal di Kuala Krai'));
    await rights('', { role: 'branch', scope: JSON.stringify({ kind: 'branch', branch: 'KTN' }) });
    await central.again();
    await boss.desk.locator('.status-button', { hasText: /keputusan anda|your decision/ }).waitFor({ timeout: 60_000 });
    await inEach('held', boss, async (desk) => {
      await desk.locator('.status-button', { hasText: /keputusan anda|your decision/ }).click();
      await desk.locator('[role="dialog"] [role="group"]').first().waitFor();
    });
    await inEach('held-seen', first, outbox);
    const device = await first.desk.evaluate(() => window.prihatin.call('session.get', {}));
    await boss.desk.evaluate(() => window.prihatin.call('session.sign-out', {}));
    await boss.desk.evaluate((who) => window.prihatin.call('session.sign-in', who), {
      username: central.account('admin').username,
      password: central.account('admin').password,
    });
    await boss.desk.evaluate((one) => window.prihatin.call('devices.revoke', one), {
      device: device.value.device,
      reason: 'Komputer hilang',
    });
    await first.desk.locator('[role="alert"]').first().waitFor({ timeout: 60_000 });
    await first.desk.waitForTimeout(2_000);
    for (const look of looks)
      await shot('withdrawn', look, async (path) => {
        await first.wear(look).catch(() => {});
        await first.shoot(path);
      });

    if (wanted.includes('locked')) {
      const third = await startConsole(binary, env, flags, mkdtempSync(join(folder, 'locked-')));
      await signIn(third.desk, central.account('supervisor'));
      await third.close();
      const file = readdirSync(third.data, { recursive: true }).find((one) => one.endsWith('console.sqlite'));
      await inStore(join(third.data, file), (store) =>
        store('sign_in_proof').update({ proved_at: Date.now() - 8 * DAY_MS }),
      );
      await central.kill();
      const locked = await seat(null, third.data);
      await locked.desk.locator('input[type="password"]').waitFor({ timeout: 60_000 });
      for (const look of looks)
        await shot('locked', look, async (path) => {
          await locked.wear(look);
          await locked.shoot(path);
        });
    }
  } finally {
    for (const one of open) await one.close().catch(() => {});
    await central.kill().catch(() => {});
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
