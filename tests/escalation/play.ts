import type { Act } from '#shared/contract/acts.ts';
import type { AlarmView } from '#shared/contract/view/alarms.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { createRandom } from '#tests/sync/sim/random.ts';
import { MENDED_AT, type Plan, type Step } from './plan.ts';
import type { PostMood } from './world/post.ts';
import { type Place, START_MS, type World } from './world/world.ts';
import { setTimezone } from './world/zone.ts';

const HOUR = 3_600_000;
/** The first news comes so long after the world opened. */
export const NEWS_MS = 5_000;
const ZONES = ['Asia/Kuala_Lumpur', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/London'];

/** What a run has to remember while it is played. */
export interface Night {
  world: World;
  /** Spans in which something was the matter, true ms; of a console (by index), central, or the post. */
  troubles: { of: number | 'central' | 'post'; from: number; to: number }[];
  /** When each console's log last changed. */
  news: number[];
  muted: { console: number; from: number }[];
  lastAct: (string | null)[];
  /** What was acknowledged: at which console, when, and which others were cut off then. */
  heard: { act: string | null; by: number; at: number; cut: readonly number[]; marks: readonly AlarmView[] }[];
  /** When central's clock was last set. */
  clockSet: number;
}

/** Plays a plan. @param look called when all is at rest after each step, and a little later */
export async function play(night: Night, plan: Plan, look: () => Promise<void>): Promise<void> {
  const { world } = night;
  await putOnDuty(night, plan);
  await world.advance(START_MS + NEWS_MS);
  await commit(night, 0, report(0));
  for (const step of plan.steps) {
    const at = START_MS + NEWS_MS + step.at;
    if (at > world.timeline.now()) await world.advance(at);
    await world.during(act(night, step));
    await world.rest();
    if (plan.flood && step.kind === 'report') continue;
    await world.advance(world.timeline.now() + 10_100);
    await look();
  }
  if (START_MS + NEWS_MS + MENDED_AT > world.timeline.now()) await world.advance(START_MS + NEWS_MS + MENDED_AT);
  await look();
  await mend(night);
  // Whatever was refused is tried again every five minutes at least.
  await world.advance(world.timeline.now() + 6 * 60_000);
  await look();
}

async function putOnDuty(night: Night, plan: Plan): Promise<void> {
  const duties = plan.duties.map(({ level, reachable, until }) => ({
    level,
    area:
      level === 'hq'
        ? ({ kind: 'hq' } as const)
        : level === 'state'
          ? ({ kind: 'state', state: 'Negeri Sembilan' } as const)
          : ({ kind: 'branch', branch: 'SBN' } as const),
    from: isoMalaysia(START_MS - 8 * HOUR),
    to: isoMalaysia(START_MS + NEWS_MS + until),
    name: 'Pegawai Bertugas',
    ...(reachable ? { email: `${level}@example.my` } : {}),
  }));
  if (duties.length > 0) await commit(night, 0, { kind: 'set-rota', duties });
}

function report(draw: number): Act {
  const texts = ['Penunggang motosikal maut di Seremban', 'Pekerja maut ditimpa besi di Kluang, Johor'];
  return { kind: 'report', text: `${texts[draw % 2]} ${draw}`, source: 'hotline' };
}

async function commit(night: Night, index: number, deed: Act, happenedAt?: string): Promise<void> {
  const place = night.world.consoles[index];
  if (place === undefined || place.console.parts === null || place.console.asleep) return;
  const reply = await night.world.during(place.console.commit(deed, happenedAt));
  night.news[index] = night.world.timeline.now();
  if (reply?.ok) night.lastAct[index] = reply.value.act;
}

async function act(night: Night, step: Step): Promise<void> {
  const { world } = night;
  const place = world.consoles[step.console];
  if (place === undefined) return;
  if (step.kind === 'fault') return strike(night, step, place);
  if (step.kind === 'report') return commit(night, step.console, report(step.at));
  if (step.kind === 'mute') return void night.muted.push({ console: step.console, from: world.timeline.now() });
  if (step.kind === 'undo') {
    const last = night.lastAct[step.console];
    if (!last) return;
    await commit(night, step.console, { kind: 'undo', act: last });
    if (night.lastAct[step.console] !== last) night.heard = night.heard.filter(({ act: one }) => one !== last);
    return;
  }
  const db = place.console.parts?.ledger.reader;
  if (db === undefined) return;
  if (step.kind === 'acknowledge') {
    const marks = (place.console.picture?.items ?? []).slice(0, 100);
    if (marks.length === 0) return;
    const cut = world.consoles.flatMap((one, index) => (one.cut ? [index] : []));
    const alarms = marks.map((one) => ({
      case: one.case,
      clock: one.clock,
      policy: one.policy,
      fraction: one.fraction,
      due: isoMalaysia(one.due),
    }));
    const last = night.lastAct[step.console];
    await commit(night, step.console, { kind: 'acknowledge-alarm', alarms });
    if (night.lastAct[step.console] !== last)
      night.heard.push({
        act: night.lastAct[step.console] ?? null,
        by: step.console,
        at: world.timeline.now(),
        cut,
        marks,
      });
    return;
  }
  const [first] = await db.all<{ id: string }>('SELECT id FROM case_row ORDER BY id LIMIT 1');
  if (first === undefined) return;
  const cases = [first.id];
  if (step.kind === 'assign')
    return commit(night, step.console, { kind: 'assign', cases, branch: step.branch, reason: 'Dekat' });
  if (step.kind === 'close') return commit(night, step.console, { kind: 'close', cases, outcome: 'duplicate' });
  return commit(night, step.console, { kind: 'acknowledge', cases });
}

const MOODS: Partial<Record<string, PostMood>> = {
  refuses: 'refuses',
  'refuses-for-good': 'refuses-for-good',
  'takes-unheard': 'takes-unheard',
  silent: 'silent',
};

async function strike(night: Night, step: Step & { kind: 'fault' }, place: Place): Promise<void> {
  const { world } = night;
  const { timeline, central, post } = world;
  const { console } = place;
  const random = createRandom(step.draw);
  const now = timeline.now();
  const end = now + step.length;
  const trouble = (of: number | 'central' | 'post', to = end) => void night.troubles.push({ of, from: now, to });
  const later = (work: () => Promise<void>) => void timeline.after(step.length, () => void world.during(work()));
  const mood = MOODS[step.fault];
  if (mood !== undefined) {
    post.mood = mood;
    trouble('post', end + HOUR);
    return later(async () => {
      post.mood = 'takes';
    });
  }
  switch (step.fault) {
    case 'kill':
    case 'reboot': {
      if (console.parts === null) return;
      await console.kill(step.fault === 'reboot');
      trouble(step.console);
      return later(() => start(place));
    }
    case 'sleep':
      if (console.parts === null || console.asleep) return;
      console.asleep = true;
      trouble(step.console);
      return later(async () => console.wake());
    case 'jump-forward':
    case 'jump-back':
      console.clockOffset += (step.fault === 'jump-back' ? -1 : 1) * (1 + random.int(30)) * HOUR;
      return;
    case 'zone':
      return setTimezone(random.pick(ZONES));
    case 'cut':
      place.cut = true;
      return later(async () => {
        place.cut = false;
      });
    case 'central-kill':
    case 'central-dies-sending':
      if (central.central === null) return;
      trouble('central');
      if (step.fault === 'central-kill') await central.kill();
      else central.dieSoon();
      return later(async () => {
        if (central.central !== null) await central.kill();
        await central.start();
      });
    case 'central-sleep':
      if (central.central === null || central.asleep) return;
      central.asleep = true;
      trouble('central');
      return later(async () => central.wake());
    case 'central-jump': {
      const ms = (random.chance(0.5) ? -1 : 1) * (1 + random.int(5)) * HOUR;
      central.clockOffset += ms;
      night.clockSet = now;
      // It looks at its clock every ten seconds.
      timeline.after(10_000, () => central.central?.notify?.tick());
      for (const of of ['central', 0, 1] as const) trouble(of, end + HOUR);
      return later(async () => {
        central.clockOffset -= ms;
        night.clockSet = timeline.now();
        timeline.after(10_000, () => central.central?.notify?.tick());
      });
    }
    case 'nobody': {
      const db = console.parts?.ledger.reader;
      if (db === undefined) return;
      const rows = await db.all<{ id: string }>(`SELECT DISTINCT subject_id AS id FROM event WHERE type = 'rota.set'`);
      trouble('post', end + HOUR);
      if (rows.length === 0) return;
      return commit(night, step.console, { kind: 'set-rota', duties: [], withdraw: rows.map(({ id }) => id) });
    }
    case 'late-news':
      return lateNews(night, step.console, 1 + random.int(12));
    default: {
      const db = console.parts?.ledger.reader;
      const [first] = (await db?.all<{ id: string }>('SELECT id FROM case_row ORDER BY id LIMIT 1')) ?? [];
      if (first === undefined) return;
      return commit(night, step.console, { kind: 'triage', cases: [first.id], severity: 'injury' });
    }
  }
}

/** Word comes of a report that somebody had some minutes earlier: both incidents are one, and everything is due sooner. */
async function lateNews(night: Night, index: number, minutes: number): Promise<void> {
  const { console } = night.world.consoles[index] ?? {};
  const then = isoMalaysia(night.world.timeline.now() - (minutes + 5) * 60_000);
  await commit(night, index, report(minutes), then);
  const rows = await console?.parts?.ledger.reader.all<{ id: string }>('SELECT id FROM incident_row ORDER BY id');
  const [first, second] = [rows?.[0], rows?.at(-1)];
  if (first === undefined || second === undefined || first === second) return;
  await commit(night, index, { kind: 'join', incidents: [first.id, second.id] });
}

async function start(place: Place): Promise<void> {
  if (place.console.parts === null) await place.console.start();
}

/** Everything runs, hears and takes again. */
async function mend(night: Night): Promise<void> {
  const { world } = night;
  world.post.mood = 'takes';
  if (world.central.asleep) world.central.wake();
  if (world.central.central === null) await world.during(world.central.start());
  for (const place of world.consoles) {
    place.cut = false;
    place.console.wake();
    await world.during(start(place));
  }
  setTimezone('Asia/Kuala_Lumpur');
  await world.rest();
}
