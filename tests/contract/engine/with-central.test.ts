import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginNewEpoch } from '#central/store/new-epoch.ts';
import type { Committed } from '#shared/contract/acts.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { startEngine, type TestEngine, type TestEngineOptions, temporaryFolder } from '#tests/support/engine.ts';

let data: string;
let central: TestCentral;
const open: { desk: TestEngine; remove(): Promise<void> }[] = [];

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'prihatin-central-'));
  central = await startCentral({ dataFolder: data });
});
afterEach(async () => {
  for (const { desk, remove } of open.splice(0)) {
    await desk.stop();
    await remove();
  }
  await central.stop();
  rmSync(data, { recursive: true, force: true });
});

async function console(options: TestEngineOptions = {}): Promise<TestEngine> {
  const { folder, remove } = await temporaryFolder();
  const desk = await startEngine(folder, { central, ...options });
  open.push({ desk, remove });
  return desk;
}

const live = (desk: TestEngine) => desk.until('link.watch', {}, (status) => status.link === 'live');
const settled = (desk: TestEngine) =>
  desk.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0);

async function rows(desk: TestEngine): Promise<QueueRow[]> {
  const picture = await desk.until('rows.watch', {}, (message) => message.kind === 'picture');
  return picture.kind === 'picture' ? [...picture.rows].sort((a, b) => (a.case < b.case ? -1 : 1)) : [];
}

const report = (desk: TestEngine, text = 'Pekerja maut ditimpa besi di Klang'): Promise<Committed> =>
  desk.commit({ kind: 'report', text, source: 'hotline', victims: 2 });

/** Sends one report through the public door. */
async function send(text: string): Promise<{ incidentId: string }> {
  const response = await fetch(`${central.url}/v1/intake/reports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${central.credentials.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  const reply = (await response.json()) as { accepted: { incidentId: string }[] };
  const [first] = reply.accepted;
  if (!first) throw new Error('not accepted');
  return first;
}

describe('a console and its central', () => {
  it('signs in to the demo by itself, enrols and says so', async () => {
    const desk = await console();
    const status = await live(desk);
    expect(status).toMatchObject({ waiting: 0, rejected: 0, filling: null });
    const session = await desk.ask('session.get', {});
    expect(session.user).toMatchObject({ role: 'coordinator', scope: { kind: 'hq' } });
    expect(session.prefix).toMatch(/^[A-Z][1-9]\d*$/);
  });

  it('shows a report from the public door within two seconds', async () => {
    const desk = await console();
    await live(desk);
    const seen: QueueRow[] = [];
    desk.window().watch('rows.watch', {}, (message) => {
      seen.push(...(message.kind === 'picture' ? message.rows : message.upserts));
    });
    const sentAt = Date.now();
    const { incidentId } = await send('Seorang pekerja maut ditimpa runtuhan di tapak bina di Ipoh, Perak.');
    await expect
      .poll(() => seen.find((row) => row.incident === incidentId)?.state, { timeout: 2_000, interval: 20 })
      .toBe('Perak');
    expect(Date.now() - sentAt).toBeLessThan(2_000);
    expect(seen.at(-1)?.number).toMatch(/^\d{4}-\d{6}/);
  });

  it('S-03: two consoles agree byte for byte once both are in step', async () => {
    const [a, b] = [await console(), await console()];
    await Promise.all([live(a), live(b)]);
    const made = await report(a);
    await send('Dua pekerja cedera di Kuching, Sarawak selepas jatuh dari perancah.');
    await a.commit({ kind: 'assign', cases: made.cases, branch: 'KLG' });
    await settled(a);
    for (const desk of [a, b]) await expect.poll(async () => (await rows(desk)).length, { timeout: 5_000 }).toBe(4);
    await b.commit({ kind: 'note', cases: made.cases, text: 'Dari meja kedua' });
    await settled(b);
    await expect
      .poll(async () => canonicalJson(await rows(a)) === canonicalJson(await rows(b)), { timeout: 5_000 })
      .toBe(true);
    expect((await rows(a)).every((row) => row.unsent === 0 && /^\d{4}-/.test(row.number))).toBe(true);
  });

  it('works alone while central is away and catches up when it is back', async () => {
    const desk = await console();
    await live(desk);
    const first = await report(desk);
    await settled(desk);
    const port = Number(new URL(central.url).port);
    await central.stop();
    await desk.until('link.watch', {}, (status) => status.link === 'offline');
    await desk.commit({ kind: 'assign', cases: first.cases, branch: 'KLG' });
    const second = await report(desk, 'Kebakaran kilang di Seremban, seorang maut');
    const status = await desk.until('link.watch', {}, (one) => one.waiting === 2);
    expect(status.why?.key).toBe('failure.offline');
    expect((await desk.ask('outbox.list', {})).map((entry) => entry.state)).toEqual(['waiting', 'waiting']);

    central = await startCentral({ dataFolder: data, port });
    await desk.until('link.watch', {}, (one) => one.link === 'live' && one.waiting === 0, 30_000);
    const all = await rows(desk);
    expect(all.filter((row) => first.cases.includes(row.case)).map((row) => row.lead)).toEqual(['KLG', 'KLG']);
    expect(all.filter((row) => second.cases.includes(row.case)).every((row) => /^\d{4}-/.test(row.number))).toBe(true);
    const timeline = (await desk.ask('case.get', { case: first.cases[0] ?? '' })).timeline;
    expect(timeline.every((entry) => entry.state === 'accepted')).toBe(true);
  });

  it('S-11: gives a refused act back with central’s words, lets it be withdrawn, and keeps the record', async () => {
    const desk = await console();
    await live(desk);
    const made = await report(desk);
    await settled(desk);
    // Central forgets the right of the person who acts: the act is legal here, not there.
    for (const table of ['user_account', 'user_right'])
      await central.central.parts.database.writer(table).where({ role: 'coordinator' }).update({ role: 'branch' });
    const closed = await desk.commit({ kind: 'close', cases: made.cases, outcome: 'duplicate' });
    await desk.until('link.watch', {}, (status) => status.rejected === 1);
    const [entry] = await desk.ask('outbox.list', {});
    expect(entry).toMatchObject({ act: closed.act, state: 'rejected' });
    expect(entry?.message).toMatch(/\S/);
    const row = (await rows(desk)).find((one) => one.case === made.cases[0]);
    expect(row).toMatchObject({ lead: null, unsent: 0 });
    expect(await desk.ask('outbox.withdraw', { act: closed.act, reason: 'Salah pejabat' })).toEqual([]);
    await desk.until('link.watch', {}, (status) => status.rejected === 0);
  });

  it('S-16: refuses a central its store does not belong to', async () => {
    const desk = await console();
    await live(desk);
    const stranger = await startCentral();
    desk.engine.setCentral(stranger);
    const status = await desk.until('link.watch', {}, (one) => one.link === 'refused');
    expect(status.why?.key).toBe('failure.offline-stranger');
    await stranger.stop();
  });

  it('S-16: refuses a central of the other profile, also one it never met', async () => {
    const desk = await console({
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        if (!url.includes('/v1/central')) return response;
        return Response.json({ ...((await response.json()) as object), profile: 'live' });
      },
    });
    const status = await desk.until('link.watch', {}, (one) => one.link === 'refused');
    expect(status.why?.key).toBe('failure.offline-stranger');
    expect(await rows(desk)).toEqual([]);
  });

  it('fills a new store by snapshot, also when the first try is cut in the middle', async () => {
    const first = await console();
    await live(first);
    for (let i = 0; i < 5; i++) await report(first);
    await settled(first);
    let cut = 0;
    const second = await console({
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        if (!url.includes('/v1/sync/snapshot') || cut++ > 0) return response;
        const text = await response.text();
        return new Response(text.slice(0, text.length / 2), { headers: { 'content-type': 'application/x-ndjson' } });
      },
    });
    await live(second);
    expect(cut).toBeGreaterThan(1);
    expect(canonicalJson(await rows(second))).toBe(canonicalJson(await rows(first)));
  });

  it('tells the offset to central’s clock, and stamps acts by central’s time', async () => {
    const day = 86_400_000;
    const desk = await console({
      time: { wall: () => Date.now() - day, monotonic: () => performance.now(), boot: 'test' },
    });
    const status = await live(desk);
    expect(Math.abs(status.clockOffsetMs - day)).toBeLessThan(3_000);
    const made = await report(desk);
    await settled(desk);
    const detail = await desk.ask('case.get', { case: made.cases[0] ?? '' });
    expect(Math.abs(detail.row.receivedAt - Date.now())).toBeLessThan(5_000);
    expect(detail.timeline.every((entry) => entry.certain)).toBe(true);
  });

  it('sends again what a restored central lacks, in its new epoch', async () => {
    const desk = await console();
    await live(desk);
    const kept = await report(desk);
    await settled(desk);
    const port = Number(new URL(central.url).port);
    await central.stop();
    const copy = join(data, 'copy.sqlite');
    copyFileSync(join(data, 'central.sqlite'), copy);
    central = await startCentral({ dataFolder: data, port });
    await desk.until('link.watch', {}, (one) => one.link === 'live', 30_000);
    const lost = await report(desk, 'Kebakaran kilang di Seremban, seorang maut');
    await desk.commit({ kind: 'assign', cases: kept.cases, branch: 'KLG' });
    await settled(desk);
    await central.stop();

    for (const end of ['-wal', '-shm']) rmSync(join(data, `central.sqlite${end}`), { force: true });
    copyFileSync(copy, join(data, 'central.sqlite'));
    const restored = await startCentral({ dataFolder: data });
    await beginNewEpoch(restored.central.parts.database, randomUUID(), Date.now());
    await restored.stop();
    central = await startCentral({ dataFolder: data, port });
    await desk.until('link.watch', {}, (one) => one.link === 'live' && one.waiting === 0, 30_000);
    const again = await console();
    await live(again);
    const there = await rows(again);
    expect(there.filter((row) => lost.cases.includes(row.case))).toHaveLength(2);
    expect(there.filter((row) => kept.cases.includes(row.case)).map((row) => row.lead)).toEqual(['KLG', 'KLG']);
    expect(canonicalJson(await rows(desk))).toBe(canonicalJson(there));
  });

  it('S-21, S-22: holds acts on what a restored central lacks until its console brings it, and gives no number twice', async () => {
    const a = await console();
    // One that knows no receipts, so that it cannot bring back what others made.
    const b = await console({
      fetch: async (url, init) => {
        const reply = await fetch(url, init);
        if (!/\/v1\/sync\/(push|pull)/.test(url) || !reply.ok) return reply;
        return new Response((await reply.text()).replaceAll(/,"receipt":"[^"]*"/g, ''), { headers: reply.headers });
      },
    });
    await Promise.all([live(a), live(b)]);
    const port = Number(new URL(central.url).port);
    await central.stop();
    const copy = join(data, 'copy.sqlite');
    copyFileSync(join(data, 'central.sqlite'), copy);
    central = await startCentral({ dataFolder: data, port });
    for (const desk of [a, b]) await desk.until('link.watch', {}, (one) => one.link === 'live', 30_000);
    const lost = await report(a);
    await settled(a);
    await expect
      .poll(async () => (await rows(b)).filter((row) => /^\d{4}-/.test(row.number)).length, { timeout: 5_000 })
      .toBe(2);
    const before = (await rows(b)).map((row) => row.number);
    await central.stop();
    await b.commit({ kind: 'assign', cases: lost.cases, branch: 'KLG' });
    await a.stop();

    for (const end of ['-wal', '-shm']) rmSync(join(data, `central.sqlite${end}`), { force: true });
    copyFileSync(copy, join(data, 'central.sqlite'));
    const restored = await startCentral({ dataFolder: data });
    await beginNewEpoch(restored.central.parts.database, randomUUID(), Date.now());
    await restored.stop();
    central = await startCentral({ dataFolder: data, port });
    await b.until('link.watch', {}, (one) => one.link === 'live', 30_000);
    const fresh = await report(b, 'Kebakaran kilang di Seremban, seorang maut');
    await b.until('link.watch', {}, (one) => one.waiting === 1, 10_000);
    expect((await b.ask('outbox.list', {})).map((entry) => entry.state)).toEqual(['waiting']);
    const after = (await rows(b)).filter((row) => fresh.cases.includes(row.case)).map((row) => row.number);
    expect(after.filter((number) => before.includes(number))).toEqual([]);

    const back = await startEngine(a.folder, { central });
    await settled(back);
    await b.until('link.watch', {}, (one) => one.waiting === 0, 30_000);
    expect((await b.ask('outbox.list', {})).map((entry) => entry.state)).toEqual([]);
    const there = (await rows(b)).filter((row) => lost.cases.includes(row.case));
    expect(there.map((row) => row.lead)).toEqual(['KLG', 'KLG']);
    await back.stop();
  });

  it('S-23: keeps nothing out of its sight, also when the answer to its push was lost', async () => {
    let cut = 0;
    const desk = await console({
      fetch: async (url, init) => {
        const reply = await fetch(url, init);
        if (url.endsWith('/v1/sync/push') && cut++ === 0) throw new TypeError('the line was cut');
        return reply;
      },
    });
    await live(desk);
    const squad = central.credentials.users.find((user) => user.username === 'squad.klu');
    await desk.ask('session.sign-in', { username: squad?.username ?? '', password: squad?.password ?? '' });
    await live(desk);
    await report(desk);
    expect(await rows(desk)).toHaveLength(2);
    await settled(desk);
    await expect.poll(async () => (await rows(desk)).length, { timeout: 10_000 }).toBe(0);
    expect(cut).toBeGreaterThan(1);
    const other = await console();
    await live(other);
    expect(await rows(other)).toHaveLength(2);
  });

  it('lets a person sign out and another in; what waits goes out with the next', async () => {
    const desk = await console();
    await live(desk);
    const made = await report(desk);
    await settled(desk);
    expect((await desk.ask('session.sign-out', {})).user).toBeNull();
    await expect(desk.commit({ kind: 'note', cases: made.cases, text: 'Siapa saya?' })).rejects.toThrow(
      'not-signed-in',
    );
    await desk.until('link.watch', {}, (status) => status.why?.key === 'failure.offline-sign-in');
    const supervisor = central.credentials.users.find((user) => user.role === 'supervisor');
    const { username = '', password = '' } = supervisor ?? {};
    await expect(desk.ask('session.sign-in', { username, password: 'salah' })).rejects.toThrow(
      'wrong-password (password)',
    );
    expect((await desk.ask('session.sign-in', { username, password })).user).toMatchObject({ role: 'supervisor' });
    await live(desk);
    await desk.commit({ kind: 'note', cases: made.cases, text: 'Penyelia di sini' });
    await settled(desk);
    const told = (await desk.ask('case.get', { case: made.cases[0] ?? '' })).timeline.at(-1);
    expect(told).toMatchObject({ type: 'case.noted', state: 'accepted' });
  });

  it('keeps a person signed out though central answers a renewal that was under way', async () => {
    let renew = () => {};
    const asked = new Promise<void>((resolve) => {
      renew = resolve;
    });
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const first = await console();
    await live(first);
    await first.stop();
    // The next start renews by the token it kept; that answer is held back until after the sign-out.
    const desk = await startEngine(first.folder, {
      central,
      fetch: async (url, init) => {
        const reply = await fetch(url, init);
        if (url.endsWith('/v1/auth/refresh')) {
          renew();
          await held;
        }
        return reply;
      },
    });
    await asked;
    await desk.ask('session.sign-out', {});
    answer();
    await desk.until('link.watch', {}, (status) => status.why?.key === 'failure.offline-sign-in');
    expect((await desk.ask('session.get', {})).user).toBeNull();
    await desk.stop();
    const later = await startEngine(first.folder, { central });
    await later.until('link.watch', {}, (status) => status.why?.key === 'failure.offline-sign-in');
    expect((await later.ask('session.get', {})).user).toBeNull();
    await later.stop();
  });

  it('tells the case a window still has open when another lets go of its own, and none once nobody sits there', async () => {
    const desk = await console();
    await live(desk);
    await report(desk);
    await settled(desk);
    const [first, second] = (await rows(desk)).map((row) => row.case);
    if (first === undefined || second === undefined) throw new Error('a report of two victims makes two cases');
    const told = async (id?: string) => {
      await expect.poll(() => central.central.parts.presence.all().map((one) => one.case)).toEqual(id ? [id] : []);
    };
    const watch = (id: string) => desk.window().watch('presence.watch', { case: id }, () => {});
    const leave = watch(first);
    await told(first);
    const other = watch(second);
    await told(second);
    other();
    await told(first);
    // A page that locks lets go of its case only after the screens are locked.
    await desk.ask('session.sign-out', {});
    leave();
    await told();
    const user = central.credentials.users.find(({ username }) => username === 'penyelia');
    await desk.ask('session.sign-in', { username: user?.username ?? '', password: user?.password ?? '' });
    await settled(desk);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await told();
  });
});
