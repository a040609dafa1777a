import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '#tests/sync/sim/random.ts';
import { createAgency } from './agency.ts';
import { createMortalCentral, type MortalCentral } from './central.ts';
import { checkHealed, type Found } from './check.ts';
import { createDesk, type Desk } from './desk.ts';

export interface Play {
  seed: string;
  /** How many processes die. */
  rounds: number;
  /** Who dies. */
  victims: 'desks' | 'central';
  /** The built child and the built central. */
  files: { desk: string; central: string };
  /** postgres://… of an empty database, or null for SQLite. */
  database: string | null;
}

export interface Played extends Found {
  kills: number;
  /** Of those, before the process had said it was ready. */
  whileStarting: number;
  /** Posts the agency had to repeat. */
  repeats: number;
}

const USERS = ['penyelaras', 'penyelaras2', 'penyelia'];
const HEAL_MS = 90_000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Three consoles act and sync with one central while an agency posts, and a process dies by SIGKILL in every round,
 * anywhere between its first instruction and the middle of its work. Then all are healed and everything is counted.
 */
export async function playKills(play: Play): Promise<Played> {
  const random = createRandom(play.seed);
  const folder = mkdtempSync(join(tmpdir(), 'prihatin-kill-'));
  const centralFolder = join(folder, 'central');
  mkdirSync(centralFolder);
  const central = createMortalCentral(play.files.central, centralFolder, play.database);
  await central.start();
  const desks = USERS.map((username) => seat(play, central, folder, username));
  let posting = true;
  let over = false;
  const agency = createAgency(central, () => !over);
  const posts = (async () => {
    for (; posting; await wait(150)) await agency.post();
  })();
  let whileStarting = 0;
  try {
    for (const desk of desks) desk.start();
    await Promise.all(desks.map((desk) => desk.acted()));
    for (let round = 0; round < play.rounds; round++) {
      const early = random.chance(0.3);
      if (early) whileStarting += 1;
      if (play.victims === 'desks') await killDesk(random.pick(desks), early, random.int(700));
      else await killCentral(central, desks, early, random.int(700));
    }
    for (const desk of desks) desk.say('hold');
    posting = false;
    await posts;
    const head = await heal(central, desks);
    const dumps = [];
    for (const desk of desks) dumps.push({ desk, dump: await desk.dump() });
    for (const desk of desks) await desk.quit();
    await central.stop();
    const found = await checkHealed({ desks: dumps, agency, centralFolder, database: play.database });
    if (found.accepted !== head) found.faults.push(`central holds ${found.accepted} events at head ${head}`);
    if (found.faults.length === 0) rmSync(folder, { recursive: true, force: true });
    else found.faults.push(`kept: ${folder}`);
    return { ...found, kills: play.rounds, whileStarting, repeats: agency.repeats };
  } finally {
    posting = false;
    over = true;
    await Promise.all([...desks.map((desk) => desk.kill()), central.kill()]);
  }
}

function seat(play: Play, central: MortalCentral, folder: string, username: string): Desk {
  const account = central.credentials().users.find((user) => user.username === username);
  if (account === undefined) throw new Error(`the demo has no ${username}`);
  const own = join(folder, username);
  mkdirSync(own);
  const seed = `${play.seed} ${username}`;
  return createDesk({ name: username, file: play.files.desk, folder: own, account, seed, central: central.url });
}

/** Kills a console: early, in its first moments after a start, else in the middle of its acts. */
async function killDesk(desk: Desk, early: boolean, ms: number): Promise<void> {
  if (early) {
    await desk.kill();
    desk.start();
    await wait(ms);
  } else {
    await desk.acted();
    await wait(ms);
  }
  await desk.kill();
  desk.start();
}

/** Kills central: early, while it starts, else while consoles push and the agency posts. Its consoles are told where it is next. */
async function killCentral(central: MortalCentral, desks: readonly Desk[], early: boolean, ms: number): Promise<void> {
  if (early) {
    await central.kill();
    central.begin();
    await wait(ms);
  } else await wait(300 + ms);
  await central.kill();
  await central.start();
  for (const desk of desks) desk.say(`central ${central.url()}`);
}

/** Waits until nobody has anything to send and all stand at central's head. @returns that head @throws Error after a while */
async function heal(central: MortalCentral, desks: readonly Desk[]): Promise<number> {
  const end = Date.now() + HEAL_MS;
  for (;;) {
    const states = await Promise.all(desks.map((desk) => desk.state()));
    const head = await central.head();
    if (states.every(({ resting, waiting, position }) => resting && waiting === 0 && position === head)) return head;
    if (Date.now() > end) throw new Error(`not healed at head ${head}: ${JSON.stringify(states)}`);
    // A life that was killed early may not have been told; telling it again is harmless.
    for (const desk of desks) {
      desk.say('hold');
      desk.say(`central ${central.url()}`);
    }
    await wait(200);
  }
}
