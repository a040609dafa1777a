import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCases } from '#engine/store/folded-rows.ts';
import type { Act, Committed } from '#shared/contract/acts.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { CaseState } from '#shared/domain/case-state.ts';
import { loadGeography } from '#shared/geo/geography.ts';
import { makeTemplate } from '#tests/sync/sim/central-host.ts';
import { readLog } from '#tests/sync/sim/check/central-log.ts';
import { checkActs } from '#tests/sync/sim/check/check-acts.ts';
import { checkReplicas } from '#tests/sync/sim/check/check-replicas.ts';
import type { Desk } from '#tests/sync/sim/desk.ts';
import { heal } from '#tests/sync/sim/heal.ts';
import { openWorld, START_MS, type World } from '#tests/sync/sim/world.ts';

/** By their places in the cast. */
export const WHO = { coordinator: 0, supervisor: 1, another: 2, kluang: 5, seremban: 6 } as const;

/** Not of the disk, but of who runs on it. */
const LOCKS = ['console.lock', 'console.lock-journal'];

/** A real central and real consoles on real files, in virtual time, for one story. */
export interface Scene {
  world: World;
  /** Starts a console of this person and brings it up to date. */
  desk(who: keyof typeof WHO): Promise<Desk>;
  /** Starts a console on a copy of this one's disk. */
  copy(desk: Desk): Promise<Desk>;
  /** Makes an act. @throws Error when it is refused */
  act(desk: Desk, act: Act): Promise<Committed>;
  /** Goes through a whole round with central: pull, push, pull. */
  sync(...desks: Desk[]): Promise<void>;
  /** Nothing goes in or out any more, or it does again. */
  cut(desk: Desk, cut: boolean): void;
  caseAt(desk: Desk, id: string): Promise<CaseState | null>;
  log(): Promise<AnyEvent[]>;
  /** Makes the world whole and holds it against S-03, S-09, S-11, S-14 and S-15. @returns what does not hold */
  faults(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens one. */
export async function openScene(seed: string): Promise<Scene> {
  const root = mkdtempSync(join(tmpdir(), 'prihatin-edge-'));
  const geography = loadGeography();
  const template = await makeTemplate(root, geography, START_MS);
  const world = await openWorld({ folder: join(root, 'world'), template, seed, geography, files: true });
  const go = async (ms: number) => {
    await world.advance(world.timeline.now() + ms);
    await world.settle();
  };
  const scene: Scene = {
    world,
    async desk(who) {
      const desk = world.addDesk(WHO[who]);
      if (desk === null) throw new Error('no room for another console');
      await world.during(desk.start());
      await scene.sync(desk);
      return desk;
    },
    async copy(desk) {
      const copied = world.addDesk(0, desk);
      if (copied === null) throw new Error('no room for another console');
      for (const file of LOCKS) rmSync(join(copied.folder, file), { force: true });
      await world.during(copied.start());
      await world.settle();
      return copied;
    },
    async act(desk, act) {
      await go(60_000);
      const reply = await desk.commit(act);
      if (!reply.ok) throw new Error(`${act.kind} was refused: ${reply.failure.code}`);
      await world.settle();
      return reply.value;
    },
    async sync(...desks) {
      for (const desk of desks) {
        void desk.sync();
        await world.settle();
        await go(60_000);
      }
    },
    cut(desk, cut) {
      desk.line.cut = cut;
    },
    async caseAt(desk, id) {
      const db = desk.parts?.ledger.reader;
      return db ? ((await loadCases(db, [id])).get(id) ?? null) : null;
    },
    log: () => readLog(world.central.central),
    async faults() {
      const unquiet = await heal(world);
      if (unquiet !== null) return [unquiet, ...world.errors];
      const log = await scene.log();
      return [...(await checkActs(world, log)), ...(await checkReplicas(world, log)), ...world.errors];
    },
    async close() {
      await world.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
  return scene;
}
