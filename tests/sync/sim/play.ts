import { rmSync } from 'node:fs';
import { readMeta } from '#engine/store/meta.ts';
import { CAST } from './cast.ts';
import { readLog } from './check/central-log.ts';
import type { Deed } from './deed-list.ts';
import { chooseAct } from './deeds.ts';
import type { Desk } from './desk.ts';
import { eraseSome } from './erase.ts';
import type { Step } from './plan.ts';
import { createRandom } from './random.ts';
import { START_MS, type World } from './world.ts';

/** Undo is open this long after an act, ms. */
const UNDO_MS = 10_000;
/** What is tried when nothing on a console fits a deed. */
const INSTEAD: readonly Deed[] = ['describe-victim', 'triage', 'note'];

/** Plays one step of a plan; the world has settled before and settles after. */
export async function play(world: World, step: Step): Promise<void> {
  await world.advance(START_MS + step.at);
  const desk = 'desk' in step ? (world.desks[step.desk % world.desks.length] ?? null) : null;
  await world.during(act(world, step, desk));
  await world.settle();
}

async function act(world: World, step: Step, desk: Desk | null): Promise<void> {
  const { central, tally, trace } = world;
  const fault = (name: string) => {
    tally.add('fault', name);
    trace.add(desk?.name ?? 'world', name);
  };
  switch (step.kind) {
    case 'act':
      if (desk?.parts) await doDeed(world, desk, step.deed, step.draw);
      return;
    case 'sync':
      if (desk?.parts) void desk.sync();
      return;
    case 'cut':
      if (desk) desk.line.cut = true;
      return fault('cut');
    case 'mend':
      if (desk) desk.line.cut = false;
      return;
    case 'bend':
      return desk?.line.bend(step.fault, step.skip);
    case 'kill':
      if (!desk?.parts) return;
      fault(step.reboot ? 'reboot' : 'kill');
      return world.kill(desk, step.reboot, step.down);
    case 'crash':
      if (!desk?.parts) return;
      world.downAfterCrash.set(desk.name, step.down);
      return desk.guard.arm(step.point, step.skip);
    case 'clock':
      if (!desk) return;
      desk.clockOffset = step.offset;
      return fault('clock');
    case 'full':
    case 'free':
      if (!desk) return;
      desk.diskFull = step.kind === 'full';
      if (step.kind === 'free' && desk.guard.struck > 0) {
        fault('disk-full');
        desk.guard.struck = 0;
      }
      desk.guard.full = desk.diskFull;
      return;
    case 'clone': {
      if (!desk?.parts || desk.diskFull) return;
      const copy = world.addDesk(0, desk);
      if (!copy) return;
      fault('clone');
      // The copy is of a disk, not of the locks and marks of who runs on it.
      for (const file of ['console.lock', 'console.lock-journal']) rmSync(`${copy.folder}/${file}`, { force: true });
      return copy.start();
    }
    case 'keep-disk':
      return desk?.keepDisk();
    case 'put-back':
    case 'upgrade': {
      if (!desk?.parts || desk.diskFull || (step.kind === 'put-back' && !desk.diskKept)) return;
      await world.kill(desk, false, step.down);
      if (step.kind === 'put-back') desk.putBack();
      else if (!(await desk.makeOlder(step.from))) return;
      return fault(step.kind);
    }
    case 'erase':
      if (!central.up || !(await eraseSome(central, createRandom(step.draw)))) return;
      trace.add('central', 'erased');
      return tally.add('act', 'erase');
    case 'central-kill':
      if (!central.up) return;
      fault('central-kill');
      return central.kill();
    case 'central-fault':
      return central.arm(step.fault, () => fault(`central ${step.fault}`));
    case 'backup':
      return central.backUp();
    case 'restore':
      if (!central.up) return;
      await restore(world);
      return;
    case 'rights': {
      const person = CAST[step.who];
      if (person === undefined || !(await central.changeRights(person.id, step.rights))) return;
      world.rights.set(person.id, step.rights);
      const away = world.desks.some((one) => one.who.id === person.id && one.line.cut);
      return fault(away ? 'rights while away' : 'rights');
    }
  }
}

async function restore(world: World): Promise<void> {
  const { central } = world;
  const log = await readLog(central.central);
  const { epoch } = central;
  if (!(await central.restore())) return;
  world.lostLogs.set(epoch, new Map(log.map((event) => [event.id, event.seq ?? 0])));
  world.tally.add('fault', 'restore');
  world.trace.add('central', 'restored');
}

async function doDeed(world: World, desk: Desk, deed: Deed, draw: number): Promise<void> {
  const { tally, trace, timeline } = world;
  const last = desk.acknowledged.at(-1);
  const store = desk.parts?.ledger.reader;
  const { parts: running } = desk;
  if (running === null) return;
  const sight = {
    db: store,
    rules: running.ledger.rules(),
    now: timeline.now(),
    older: desk.acknowledged
      .filter((one) => timeline.now() - one.at >= UNDO_MS && one.kind !== 'report')
      .map((one) => one.act),
    // What this console knows of who sits at it.
    who: (store && (await readMeta(store, 'user'))) ?? desk.who,
    last: last && last.undoUntil !== null && timeline.now() - last.at < UNDO_MS ? last.act : null,
  };
  const random = createRandom(draw);
  for (const one of [deed, ...INSTEAD]) {
    const { db } = sight;
    if (!db || desk.guard.dead) return;
    const chosen = await chooseAct(one, random, { ...sight, db });
    if (chosen === null) continue;
    const reply = await desk.commit(chosen);
    trace.add(desk.name, one, reply.ok ? reply.value.act : reply.failure.code);
    if (reply.ok) {
      tally.add('act', one);
      return;
    }
    tally.add('refused here', `${one} ${reply.failure.code}`);
    if (desk.guard.dead || reply.failure.code === 'disk-full') return;
  }
}
