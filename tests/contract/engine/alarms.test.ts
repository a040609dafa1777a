import { afterEach, describe, expect, it } from 'vitest';
import type { SystemTime } from '#engine/time/system-time.ts';
import type { Timers } from '#engine/time/timers.ts';
import type { AlarmPicture } from '#shared/contract/view/alarms.ts';
import { startEngine, TEST_USER, type TestEngine, temporaryFolder } from '#tests/support/engine.ts';

const MINUTE = 60_000;
/** Short enough that nothing in it is late. */
const STEP = 20_000;
const START = Date.parse('2026-11-23T09:00:00+08:00');

/** A computer whose time stands until told; its timers run when their moment has come. */
function computer() {
  const state = { wall: START, mono: 1_000_000 };
  const pending = new Set<{ at: number; work: () => void }>();
  const time: SystemTime = { wall: () => state.wall, monotonic: () => state.mono, boot: 'one' };
  const timers: Timers = {
    after(ms, work) {
      const one = { at: state.mono + ms, work };
      pending.add(one);
      return () => pending.delete(one);
    },
  };
  const settle = async () => {
    for (let turns = 0; turns < 4; turns += 1) {
      for (const one of [...pending].filter(({ at }) => at <= state.mono)) {
        pending.delete(one);
        one.work();
      }
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  };
  return {
    time,
    timers,
    forgetTimers: () => pending.clear(),
    jumpWall: (ms: number) => {
      state.wall += ms;
    },
    /** Time passes in steps; one step is a sleep: no timer runs before its end. */
    async pass(ms: number, step = ms) {
      for (let gone = 0; gone < ms; gone += step) {
        state.wall += step;
        state.mono += step;
        await settle();
      }
    },
  };
}

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function desk() {
  const { folder, remove } = await temporaryFolder();
  const pc = computer();
  ends.push(remove);
  let engine: TestEngine | null = null;
  let latest: AlarmPicture | null = null;
  const open = async () => {
    engine = await startEngine(folder, {
      time: pc.time,
      timers: pc.timers,
      ...(engine === null ? { user: TEST_USER } : {}),
    });
    engine.window().watch('alarms.watch', {}, (picture) => {
      latest = picture;
    });
    await pc.pass(100);
    await expect.poll(() => latest?.trouble, { timeout: 5_000 }).toBeNull();
  };
  const close = async () => {
    await engine?.stop();
    pc.forgetTimers();
  };
  await open();
  ends.push(close);
  return {
    pc,
    restart: async (offMs = 0) => {
      await close();
      latest = null;
      await pc.pass(offMs || 1);
      await open();
    },
    engine: () => {
      if (engine === null) throw new Error('no engine');
      return engine;
    },
    triage: () => [...(latest?.items ?? []), ...(latest?.heard ?? [])].find(({ key }) => key === 'kpi.triage'),
    picture: () => {
      if (latest === null) throw new Error('no picture');
      return latest;
    },
  };
}

type Desk = Awaited<ReturnType<typeof desk>>;

async function report({ engine, pc }: Desk) {
  const said = { text: 'Penunggang motosikal maut di Ipoh', source: 'hotline' } as const;
  const { cases } = await engine().commit({ kind: 'report', ...said } as Parameters<TestEngine['commit']>[0]);
  await pc.pass(100);
  return cases[0] ?? '';
}

async function acknowledge({ engine, triage, pc }: Desk) {
  const alarm = triage();
  if (!alarm) throw new Error('no alarm');
  const { case: id, clock, policy, fraction } = alarm;
  const due = new Date(alarm.due).toISOString();
  const alarms = [{ case: id, clock, policy, fraction, due }];
  const { act } = await engine().commit({ kind: 'acknowledge-alarm', alarms });
  await pc.pass(100);
  return act;
}

describe('P-25: the alarms of a room', () => {
  it('come with time alone, are silenced by an act, ring again as red, and a restart keeps all of it', async () => {
    const at = await desk();
    await report(at);
    expect(at.triage()).toBeUndefined();
    await at.pc.pass(12 * MINUTE, STEP);
    await expect.poll(() => at.triage()).toMatchObject({ level: 'warn', late: false });
    await acknowledge(at);
    await expect.poll(() => at.picture().heard.map(({ by }) => by)).toContain(TEST_USER.id);
    expect(at.picture().items.some(({ key }) => key === 'kpi.triage')).toBe(false);
    await at.restart();
    expect(at.picture().heard.some(({ key }) => key === 'kpi.triage')).toBe(true);
    await at.pc.pass(4 * MINUTE, STEP);
    const red = at.picture().items.find(({ key }) => key === 'kpi.triage');
    expect(red).toMatchObject({ level: 'breach', late: false });
    await at.restart();
    expect(at.picture().items.find(({ key }) => key === 'kpi.triage')).toEqual(red);
  });

  it('P-22: sound again where their acknowledgement was taken back: an act undone counts for nothing', async () => {
    const at = await desk();
    await report(at);
    await at.pc.pass(12 * MINUTE, STEP);
    const act = await acknowledge(at);
    const stands = () => at.picture().items.some(({ key }) => key === 'kpi.triage');
    expect(stands()).toBe(false);
    await at.engine().commit({ kind: 'undo', act });
    await at.pc.pass(100);
    await expect.poll(stands).toBe(true);
  });

  it('after a sleep or a stop over a threshold each comes once, flagged late', async () => {
    const at = await desk();
    await report(at);
    await at.pc.pass(13 * MINUTE);
    await expect.poll(() => at.triage()).toMatchObject({ level: 'warn', late: true });
    const before = at.picture().rate.day;
    await at.restart(5 * MINUTE);
    await expect.poll(() => at.triage()).toMatchObject({ level: 'breach', late: true });
    const after = at.picture().rate.day;
    await at.restart();
    expect([before < after, at.picture().rate.day]).toEqual([true, after]);
  });

  it('are not late where the breach was told in time and only its repetition came while the console was off', async () => {
    const at = await desk();
    await report(at);
    await at.pc.pass(16 * MINUTE, STEP);
    await expect.poll(() => at.triage()).toMatchObject({ level: 'breach', late: false });
    await at.restart(70 * MINUTE);
    await expect.poll(() => at.triage()).toMatchObject({ level: 'again', late: false });
    await at.restart(MINUTE);
    await expect.poll(() => at.triage()).toMatchObject({ level: 'again', late: false });
  });

  it('are not late where the news came late: the console looked all the time', async () => {
    const at = await desk();
    await at.pc.pass(MINUTE, STEP);
    const publishedAt = new Date(START - 7.5 * 86_400_000).toISOString();
    const said = { text: 'Penunggang motosikal maut di Ipoh', source: 'press', publishedAt } as const;
    await at.engine().commit({ kind: 'report', ...said } as Parameters<TestEngine['commit']>[0]);
    await at.pc.pass(100);
    const payment = () => at.picture().items.find(({ key }) => key === 'kpi.first-payment');
    await expect.poll(payment).toMatchObject({ level: 'breach', late: false });
  });

  it('do not follow the computer’s clock when it jumps', async () => {
    const at = await desk();
    await report(at);
    at.pc.jumpWall(86_400_000);
    await at.pc.pass(MINUTE);
    expect(at.triage()).toBeUndefined();
    at.pc.jumpWall(-2 * 86_400_000);
    await at.pc.pass(11 * MINUTE, STEP);
    await expect.poll(() => at.triage()).toMatchObject({ level: 'warn', late: false });
  });

  it('are withdrawn with their reason once the promise is kept', async () => {
    const at = await desk();
    const id = await report(at);
    await at.pc.pass(12 * MINUTE, STEP);
    await at.engine().commit({ kind: 'assign', cases: [id], branch: 'IPH' });
    await at.pc.pass(100);
    await expect.poll(() => at.triage()).toBeUndefined();
    expect(at.picture().gone.find(({ key }) => key === 'kpi.triage')).toMatchObject({ why: 'met', case: id });
  });
});
