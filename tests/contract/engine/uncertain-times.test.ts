import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CentralAt } from '#engine/create-engine.ts';
import type { SystemTime } from '#engine/time/system-time.ts';
import type { ApiClock } from '#shared/contract/api/read.ts';
import type { TimelineEntry } from '#shared/contract/view/case-detail.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { enrol } from '#tests/support/central-console.ts';
import { startEngine, type TestEngine, temporaryFolder } from '#tests/support/engine.ts';

const HOUR = 3_600_000;
const DAYS_2 = 48 * HOUR;
let central: TestCentral;
let folders: string[];
let engines: TestEngine[];
beforeEach(async () => {
  central = await startCentral();
  folders = [];
  engines = [];
});
afterEach(async () => {
  for (const one of engines) await one.stop();
  await central.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A computer whose clock is off; each boot has its own monotonic clock. */
const computer = (boot: string, off: number): SystemTime & { off: number } => {
  const since = performance.now();
  const time = { off, boot, wall: () => Date.now() + time.off, monotonic: () => performance.now() - since };
  return time;
};
async function console(folder: string, time: SystemTime, at?: CentralAt): Promise<TestEngine> {
  const engine = await startEngine(folder, at ? { time, central: at } : { time });
  engines.push(engine);
  return engine;
}
const live = (desk: TestEngine) => desk.until('link.watch', {}, (one) => one.link === 'live', 20_000);
const settled = (desk: TestEngine) => desk.until('link.watch', {}, (one) => one.waiting === 0, 20_000);
const newFolder = async () => {
  const { folder } = await temporaryFolder();
  folders.push(folder);
  return folder;
};
const report = (desk: TestEngine) =>
  desk.commit({ kind: 'report', text: 'Pekerja maut ditimpa besi di Klang, Selangor', source: 'hotline', victims: 1 });
const timeline = async (desk: TestEngine, id: string): Promise<TimelineEntry[]> =>
  (await desk.ask('case.get', { case: id })).timeline;
const logged = async (): Promise<AnyEvent[]> => {
  const rows: { body: string }[] = await central.central.parts.database.reader('event').select('body');
  return rows.map((row) => JSON.parse(row.body) as AnyEvent);
};

/** A case made in a boot without central whose clock was `ahead` ms, and its desk back with central in the boot after. */
async function guessedThenHeard(ahead: number): Promise<{ desk: TestEngine; id: string }> {
  const folder = await newFolder();
  const first = await console(folder, computer('boot 1', 0), central);
  await live(first);
  await first.stop();
  const second = await console(folder, computer('boot 2', ahead));
  const made = await report(second);
  await second.stop();
  const desk = await console(folder, computer('boot 3', 0), central);
  await live(desk);
  await settled(desk);
  return { desk, id: made.cases[0] ?? '' };
}

describe('times of a boot without central', () => {
  it('S-32: are estimates with a bound, and get their true time before they are sent when central is heard', async () => {
    const folder = await newFolder();
    const first = await console(folder, computer('boot 1', 0), central);
    await live(first);
    const seen = Date.now();
    await first.stop();
    // The computer starts anew two days ahead, without a line.
    const time = computer('boot 2', DAYS_2);
    const second = await console(folder, time);
    const made = await report(second);
    const id = made.cases[0] ?? '';
    const noted = await second.commit({ kind: 'note', cases: made.cases, text: 'Menunggu talian' });
    // A jump back changes no length and no order.
    time.off = -DAYS_2;
    const triaged = await second.commit({ kind: 'triage', cases: made.cases, priority: 'high' });
    const before = await timeline(second, id);
    expect(before.length).toBeGreaterThanOrEqual(4);
    for (const entry of before) {
      expect(entry.certain).toBe(false);
      expect(entry.at).toBeGreaterThan(Date.now() + DAYS_2 - HOUR);
      expect(Math.abs((entry.notBefore ?? 0) - seen)).toBeLessThan(10_000);
    }
    expect((await second.until('link.watch', {}, () => true)).timesSure).toBe(false);
    second.engine.setCentral(central);
    await live(second);
    await settled(second);
    expect((await second.until('link.watch', {}, () => true)).timesSure).toBe(true);
    const after = await timeline(second, id);
    expect(after.map((entry) => entry.id)).toEqual(before.map((entry) => entry.id));
    for (const entry of after) {
      expect(entry.certain).toBe(true);
      expect(Math.abs(entry.at - Date.now())).toBeLessThan(20_000);
    }
    const detail = await second.ask('case.get', { case: id });
    expect(Math.abs(detail.row.receivedAt - Date.now())).toBeLessThan(20_000);
    const sent = (await logged()).filter((event) => event.act === noted.act || event.act === made.act);
    expect(sent.length).toBeGreaterThanOrEqual(6);
    expect(sent.every((event) => event.certain && event.notBefore === undefined)).toBe(true);
    const events = sent.toSorted((a, b) => a.n - b.n);
    expect(events.every((event, index) => index === 0 || event.at > (events[index - 1]?.at ?? ''))).toBe(true);
    // The ten seconds of an undo are counted anew from the true time, not from a guess two days ahead.
    expect(await second.ask('act.way-back', { act: triaged.act })).toMatchObject({ way: 'undo' });
    await expect(second.commit({ kind: 'undo', act: triaged.act })).resolves.toBeDefined();
  });

  it('S-32: stay estimates when another boot came between, bounded above by central’s receipt', async () => {
    const { desk: third, id } = await guessedThenHeard(DAYS_2);
    const entries = await timeline(third, id);
    expect(entries.length).toBeGreaterThan(1);
    for (const entry of entries) {
      expect(entry.certain).toBe(false);
      expect(entry.notBefore ?? 0).toBeGreaterThan(Date.now() - 60_000);
      expect(entry.notAfter ?? 0).toBeLessThanOrEqual(Date.now() + 1_000);
      expect(entry.at).toBeLessThanOrEqual(entry.notAfter ?? 0);
      expect(entry.at).toBeGreaterThanOrEqual(entry.notBefore ?? 0);
    }
    const detail = await third.ask('case.get', { case: id });
    expect(detail.clocks.length).toBeGreaterThan(0);
    expect(detail.clocks.every((clock) => clock.uncertain)).toBe(true);
    expect(detail.row.clocks.every((clock) => clock.uncertain === true)).toBe(true);
  });

  it('S-32: what a person says of a time before the last sure moment is theirs; after it, it is an estimate too', async () => {
    const folder = await newFolder();
    const first = await console(folder, computer('boot 1', 0), central);
    await live(first);
    const made = await report(first);
    await settled(first);
    await first.stop();
    const second = await console(folder, computer('boot 2', HOUR));
    const said = async (ms: number) => {
      const happenedAt = new Date(ms).toISOString();
      const text = `Dicatat ${ms}`;
      const cases = made.cases;
      const { act } = await second.ask('act.commit', {
        commandId: crypto.randomUUID(),
        via: 'keys',
        happenedAt,
        act: { kind: 'note', cases, text },
      });
      return act;
    };
    await said(Date.now() - HOUR);
    await said(Date.now() + HOUR / 2);
    const notes = (await timeline(second, made.cases[0] ?? '')).filter((entry) => entry.type === 'case.noted');
    expect(notes.map((entry) => entry.certain)).toEqual([true, false]);
  });

  it('S-34: are set by a supervisor, for everything that rests on them, here and at central, then as known then', async () => {
    const { desk: third, id } = await guessedThenHeard(HOUR);
    const supervisor = central.credentials.users.find((user) => user.role === 'supervisor');
    const { username = '', password = '' } = supervisor ?? {};
    await third.ask('session.sign-in', { username, password });
    await live(third);
    const entry = (await timeline(third, id)).find((one) => one.type === 'incident.report-linked');
    if (!entry?.notBefore) throw new Error('no bound');
    const known = (await third.ask('case.get', { case: id })).row;
    const seq = Number((await logged()).length);
    const subject = { kind: 'incident', id: entry.subject.id } as const;
    const at = new Date(Math.ceil(entry.notBefore / 1_000) * 1_000);
    const early = new Date(at.getTime() - HOUR);
    const set = (happenedAt: string, reason?: string) =>
      third.commit({ kind: 'set-time', subject, event: entry.id, happenedAt, ...(reason ? { reason } : {}) });
    await expect(set(early.toISOString())).rejects.toThrow('outside-bounds (act.reason)');
    const { act } = await set(at.toISOString());
    await settled(third);
    const after = await third.ask('case.get', { case: id });
    expect(after.row.receivedAt).toBe(at.getTime());
    expect(after.clocks.every((clock) => !clock.uncertain)).toBe(true);
    expect(after.timeline.filter((one) => one.type.endsWith('time-set'))).toHaveLength(1);
    expect(after.timeline.filter((one) => one.setBy !== undefined).map((one) => one.type)).toContain('case.opened');
    const supervisorAt = await enrol(central, username);
    const clocks = async (query: string) =>
      (await supervisorAt.get<{ clocks: ApiClock[] }>(`/v1/cases/${id}/clocks${query}`)).body.clocks;
    const now = await clocks('?lang=ms');
    expect(now.length).toBeGreaterThan(0);
    expect(now.every((clock) => !clock.uncertain && Date.parse(clock.startedAt) === at.getTime())).toBe(true);
    const then = await clocks(`?known=${seq}&lang=ms`);
    expect(then.every((clock) => clock.uncertain && Date.parse(clock.startedAt) === known.receivedAt)).toBe(true);
    expect(then[0]?.explanation.map((step) => step.text).join('\n')).toMatch(
      /Masa mula ialah anggaran: antara .+ dan /,
    );
    await third.commit({ kind: 'undo', act });
    expect((await third.ask('case.get', { case: id })).clocks.every((clock) => clock.uncertain)).toBe(true);
  });
});
