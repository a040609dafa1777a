import { CENTRAL_FAULTS, type CentralFault } from './central-fault.ts';
import { DEED_BAG, type Deed } from './deed-list.ts';
import { LINE_FAULTS, type LineFault } from './line.ts';
import { EARLIER } from './older-store.ts';
import { createRandom, type Random } from './random.ts';
import { pickRights, type Rights } from './rights.ts';
import type { DeskCrashPoint } from './store-guard.ts';
import { DESK_CRASH_POINTS } from './store-guard.ts';

/** One thing that happens; each stands for itself, so that any may be left out. */
export type Step = { at: number } & (
  | { kind: 'act'; desk: number; deed: Deed; draw: number }
  | { kind: 'sync'; desk: number }
  | { kind: 'cut' | 'mend'; desk: number }
  | { kind: 'bend'; desk: number; fault: LineFault; skip: number }
  | { kind: 'kill'; desk: number; reboot: boolean; down: number }
  | { kind: 'crash'; desk: number; point: DeskCrashPoint; skip: number; down: number }
  | { kind: 'clock'; desk: number; offset: number }
  | { kind: 'full' | 'free'; desk: number }
  | { kind: 'clone'; desk: number }
  | { kind: 'keep-disk'; desk: number }
  | { kind: 'put-back'; desk: number; down: number }
  | { kind: 'upgrade'; desk: number; from: number; down: number }
  | { kind: 'erase'; draw: number }
  | { kind: 'central-kill'; down: number }
  | { kind: 'central-fault'; fault: CentralFault; down: number }
  | { kind: 'backup' | 'restore' }
  | { kind: 'rights'; who: number; rights: Rights }
);

/** By the names they are counted under. */
export const FAULTS: readonly string[] = [
  'cut',
  'clock',
  'kill',
  'reboot',
  'disk-full',
  'clone',
  'put-back',
  'upgrade',
  'central-kill',
  'restore',
  'rights',
  'rights while away',
  ...LINE_FAULTS,
  ...DESK_CRASH_POINTS.map((point) => `crash ${point}`),
  ...CENTRAL_FAULTS.map((fault) => `central ${fault}`),
];

export interface Plan {
  seed: string;
  /** Indexes into the cast, one per console. */
  desks: number[];
  steps: Step[];
  /** Acts, then faults, for the end: as many as are missing to the fewest a world is to see. */
  spare: Step[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ACTS = 130;
/** No world sees fewer that were done. */
export const FEWEST_ACTS = 150;
/** No world sees fewer that befell it, nor fewer kinds of them. */
export const FEWEST_FAULTS = { all: 5, kinds: 3 };
const SPARE = 200;
/** How many acts of a hundred somebody's console syncs after, by world. */
const LINKED = [0.06, 0.14, 0.28];
/** Those of the cast whose rights may change; all but the first see only a part from the beginning. */
const WHO_MOVE = [2, 4, 5, 6];
const DAYS_48 = 48 * HOUR;

/** What a seed stands for, whole: consoles, acts, faults and when. */
export function makePlan(seed: string): Plan {
  const random = createRandom(`plan ${seed}`);
  // A console that may not keep what it sent can't bring it back either: no restores where some see only a part.
  const scoped = random.chance(0.5);
  const desks = [0, 1, scoped ? random.pick(WHO_MOVE) : 2];
  // What a world costs goes by its consoles: most have as few as may be, and one in ten up to a dozen.
  const more = random.chance(0.1) ? 1 + Math.floor(random.next() ** 2 * 9) : 0;
  for (let i = 0; i < more; i++) desks.push(random.int(scoped ? 7 : 4));
  // Some are rarely on the line, so that much meets at once; others often.
  const onTheLine = random.pick(LINKED);
  const span = HOUR + random.next() ** 3 * 71 * HOUR;
  const steps: Step[] = [];
  const when = () => Math.floor(5 * MINUTE + random.next() * (span - 5 * MINUTE));
  // Beyond the first consoles: copies of their disks, once there are any.
  const desk = () => random.int(desks.length + 1);

  desks.forEach((_, index) => void steps.push({ at: index * 1_000, kind: 'sync', desk: index }));
  for (let i = 0; i < 6; i++)
    steps.push({ at: 10_000 + i * 1_000, kind: 'act', desk: i % 3, deed: 'report', draw: random.int(2 ** 31) });
  for (let i = 0; i < ACTS; i++) {
    const at = when();
    const by = desk();
    steps.push({ at, kind: 'act', desk: by, deed: random.pick(DEED_BAG), draw: random.int(2 ** 31) });
    if (random.chance(0.12)) {
      const draw = random.int(2 ** 31);
      steps.push({ at: at + 1_000 + random.int(10_000), kind: 'act', desk: by, deed: 'undo', draw });
    }
    if (random.chance(onTheLine)) steps.push({ at: at + random.int(20_000), kind: 'sync', desk: desk() });
  }
  for (let i = 0; i < 8 + random.int(10); i++) addFault(steps, random, { when, desk, span, scoped });
  if (random.chance(0.5)) steps.push({ at: when(), kind: 'erase', draw: random.int(2 ** 31) });
  if (scoped) addRights(steps, random, desks, span);
  steps.sort((a, b) => a.at - b.at);
  const spare = Array.from(
    { length: SPARE },
    (_, index): Step => ({
      at: Math.ceil(span) + index * 1_000,
      kind: 'act',
      desk: random.int(3),
      deed: random.pick(DEED_BAG),
      draw: random.int(2 ** 31),
    }),
  );
  // What was armed may never strike; these always do.
  const last = Math.ceil(span) + SPARE * 1_000;
  for (let i = 0; i < FEWEST_FAULTS.all; i++) {
    const at = last + i * MINUTE;
    if (i === 0) spare.push({ at, kind: 'cut', desk: 2 });
    else if (i === 1) spare.push({ at, kind: 'kill', desk: 0, reboot: false, down: 1_000 });
    else spare.push({ at, kind: 'clock', desk: 1, offset: i * HOUR });
  }
  return { seed, desks, steps, spare };
}

/** Central changes what somebody may see and do; half of the time while their line is cut, and they work on. */
function addRights(steps: Step[], random: Random, desks: readonly number[], span: number): void {
  for (let i = 0; i < 1 + random.int(3); i++) {
    const change = pickRights(random, desks);
    if (change === null) return;
    const at = Math.floor((0.1 + random.next() * 0.8) * span);
    steps.push({ at, kind: 'rights', ...change });
    const desk = desks.indexOf(change.who);
    if (random.chance(0.4)) continue;
    const away = Math.floor(random.next() * (span - at) * 0.4);
    steps.push({ at: at - 1_000, kind: 'cut', desk }, { at: at + away, kind: 'mend', desk });
    for (const deed of ['triage', 'assign', 'note'] as const) {
      const draw = random.int(2 ** 31);
      steps.push({ at: at + Math.floor(random.next() * away), kind: 'act', desk, deed, draw });
    }
    steps.push({ at: at + away + 1, kind: 'sync', desk });
    // What they did under rights they had no more waits for a supervisor.
    const decide = { kind: 'act', desk: 1, deed: random.pick(['admit', 'turn-down'] as const) } as const;
    steps.push({ at: at + away + MINUTE, kind: 'sync', desk: 1 });
    steps.push({ at: at + away + 2 * MINUTE, ...decide, draw: random.int(2 ** 31) });
  }
}

interface FaultParts {
  when: () => number;
  desk: () => number;
  span: number;
  scoped: boolean;
}

function addFault(steps: Step[], random: Random, { when, desk, span, scoped }: FaultParts): void {
  const at = when();
  const by = desk();
  const down = 1_000 + random.int(10 * MINUTE);
  switch (random.int(16)) {
    case 0:
    case 1:
      steps.push({ at, kind: 'cut', desk: by });
      steps.push({ at: at + Math.floor(random.next() * (span - at)), kind: 'mend', desk: by });
      return;
    case 2:
    case 3:
    case 4: {
      const fault = random.pick(LINE_FAULTS);
      steps.push({ at, kind: 'bend', desk: by, fault, skip: random.chance(0.5) ? random.int(6) : 0 });
      steps.push({ at: at + 1, kind: 'act', desk: by, deed: 'note', draw: random.int(2 ** 31) });
      steps.push({ at: at + 2, kind: 'sync', desk: by });
      return;
    }
    case 5:
      steps.push({ at: at - random.int(12_000), kind: 'sync', desk: by });
      steps.push({ at, kind: 'kill', desk: by, reboot: random.chance(0.4), down });
      // Before it hears of central again: in a new boot its times are estimates.
      for (const deed of ['triage', 'note'] as const)
        steps.push({ at: at + down + 1, kind: 'act', desk: by, deed, draw: random.int(2 ** 31) });
      steps.push({ at: at + down + 60_000, kind: 'act', desk: 1, deed: 'set-time', draw: random.int(2 ** 31) });
      return;
    case 6:
    case 7:
      steps.push({ at, kind: 'crash', desk: by, point: random.pick(DESK_CRASH_POINTS), skip: random.int(4), down });
      steps.push({ at: at + 1, kind: 'sync', desk: by });
      return;
    case 8:
      steps.push({ at, kind: 'clock', desk: by, offset: Math.floor((random.next() * 2 - 1) * DAYS_48) });
      return;
    case 9:
      steps.push({ at, kind: 'full', desk: by }, { at: at + down, kind: 'free', desk: by });
      steps.push({ at: at + 1, kind: 'sync', desk: by });
      return;
    case 10:
      if (random.chance(0.5)) steps.push({ at, kind: 'central-kill', down });
      else {
        const fault = random.pick(CENTRAL_FAULTS);
        steps.push({ at, kind: 'central-fault', fault, down });
      }
      return;
    case 11:
      if (scoped) steps.push({ at, kind: 'central-kill', down });
      else steps.push({ at: Math.floor(at / 2), kind: 'backup' }, { at, kind: 'restore' });
      return;
    case 12:
    case 13:
      steps.push({ at, kind: 'upgrade', desk: by, from: random.pick(EARLIER), down });
      return;
    case 14:
      steps.push({ at: Math.floor(at / 2), kind: 'keep-disk', desk: by }, { at, kind: 'put-back', desk: by, down });
      return;
    default:
      steps.push({ at, kind: 'clone', desk: by });
  }
}
