import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadGeography } from '#shared/geo/geography.ts';
import { makeTemplate } from '#tests/sync/sim/central-host.ts';
import { type Ground, openWorld, START_MS } from './world.ts';

/** Makes the ground of all worlds: two consoles that signed in and met their central once. @returns it, and its end */
export async function makeGround(): Promise<{ ground: Ground; remove(): void }> {
  const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'prihatin-escalation-'));
  const geography = loadGeography();
  const central = await makeTemplate(root, geography, START_MS);
  const world = await openWorld({ root, geography, central, consoles: null }, 'ground');
  await world.advance(START_MS + 30_000);
  const { folder } = world;
  await world.central.central?.parts.database.writer.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  await world.close();
  const kept = join(root, 'ground.sqlite');
  copyFileSync(join(folder, 'central', 'central.sqlite'), kept);
  const consoles = world.consoles.map(({ console }) => join(folder, console.name));
  return {
    ground: { root, geography, central: kept, consoles },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
