import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCentral } from '#tests/support/central-process.ts';
import { buildTestScript } from '#tests/support/engine-script.ts';
import { startPostgres, type TestPostgres } from '#tests/support/postgres.ts';
import { type Play, type Played, playKills } from './play.ts';

/** Kills of each kind in every run of the tests; `npm run proof:kill -- --rounds N` plays more. */
const ROUNDS = Number(process.env.PROOF_ROUNDS ?? 5);
const SEED = process.env.PROOF_SEED ?? 'committed';
const ONLY = process.env.PROOF_ONLY?.split(',');
/** A world is played for so many kills, then healed and counted, and a fresh one begins. */
const IN_ONE_WORLD = 20;

const KINDS = [
  ['desks', 'sqlite'],
  ['central', 'sqlite'],
  ['central', 'postgres'],
] as const;

describe('killed by SIGKILL at any moment', () => {
  let files: Play['files'];
  let postgres: TestPostgres | null = null;
  beforeAll(async () => {
    files = { desk: await buildTestScript('proof/kill/desk-child'), central: await buildCentral() };
  });
  afterAll(() => postgres?.stop());

  it.each(KINDS.filter(([victims, kind]) => ONLY === undefined || ONLY.includes(`${victims}-${kind}`)))(
    'S-14 S-12 S-09: %s on %s: what was answered is there, once, and all agree',
    async (victims, kind) => {
      const total: Omit<Played, 'faults'> = {
        kills: 0,
        whileStarting: 0,
        repeats: 0,
        answered: 0,
        rejected: 0,
        accepted: 0,
      };
      for (let left = ROUNDS, world = 0; left > 0; left -= IN_ONE_WORLD, world++) {
        if (kind === 'postgres') postgres ??= await startPostgres();
        const database = kind === 'postgres' ? ((await postgres?.newDatabase()) ?? null) : null;
        const seed = `${SEED} ${victims} ${kind} ${world}`;
        const played = await playKills({ seed, rounds: Math.min(left, IN_ONE_WORLD), victims, files, database });
        expect(played.faults, seed).toEqual([]);
        expect(played.answered).toBeGreaterThan(10);
        for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += played[name];
      }
      process.stdout.write(`  ${victims} on ${kind}: ${JSON.stringify(total)}\n`);
      expect(total.kills).toBe(ROUNDS);
    },
    60_000 + ROUNDS * 20_000,
  );
});
