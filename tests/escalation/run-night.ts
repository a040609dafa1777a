import { rmSync } from 'node:fs';
import { missedAtCentral } from './check/at-central.ts';
import { watchPost } from './check/post-watch.ts';
import { watchRoom } from './check/room-watch.ts';
import { makePlan } from './plan.ts';
import { type Night, play } from './play.ts';
import { type Ground, openWorld } from './world/world.ts';

/** What came of one night. */
export interface NightTold {
  number: number;
  /** What must hold and did not; empty when all held. */
  violations: string[];
  messages: number;
  alarms: number;
  faults: string[];
}

/** Plays the plan of a number and holds all that was told against the rules. */
export async function runNight(ground: Ground, number: number): Promise<NightTold> {
  const plan = makePlan(number);
  const world = await openWorld(ground, `night ${number}`);
  const night: Night = { world, troubles: [], news: [0, 0], muted: [], heard: [], lastAct: [null, null], clockSet: 0 };
  const post = watchPost(night, () => world.central.central?.parts ?? null);
  const rooms = world.consoles.map((place, index) => watchRoom(night, place, index));
  world.onPicture((place, picture) => rooms[world.consoles.indexOf(place)]?.picture(picture));
  const violations: string[] = [];
  const look = async () => {
    for (const room of rooms) await room.look();
    const { central } = world.central;
    // It looks at its clock every ten seconds.
    if (central === null || world.central.asleep || world.timeline.now() - night.clockSet < 11_000) return;
    const missed = await missedAtCentral(central.parts, world.central.now());
    violations.push(...missed.map((one) => `at ${world.timeline.now()}: ${one}`));
  };
  try {
    await play(night, plan, look);
    const { central } = world.central;
    if (central === null) violations.push('central did not come back');
    else violations.push(...(await post.end(central.parts)));
  } catch (error) {
    violations.push(`it broke: ${error instanceof Error ? (error.stack ?? error.message) : 'thrown value'}`);
  }
  violations.push(...post.found, ...world.errors);
  for (const [index, room] of rooms.entries()) violations.push(...room.found.map((one) => `room ${index}: ${one}`));
  await world.close();
  rmSync(world.folder, { recursive: true, force: true });
  const faults = plan.steps.flatMap((step) => (step.kind === 'fault' ? [step.fault] : []));
  const alarms = rooms.reduce((sum, room) => sum + room.raised.size, 0);
  return { number, violations: [...new Set(violations)], messages: post.count(), alarms, faults };
}
