// npm run proof:kill -- [--rounds N] [--seed S] [--only desks-sqlite,central-sqlite,central-postgres]: kills processes
// at random moments and counts what was answered against what is there.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { untilEnd } from './launch/run-electron.mjs';
import { tool } from './quality/tools.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith } from './setup/words.mjs';

try {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { rounds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
  });
  await setUp(['sqlite', 'postgres']);
  const told = { PROOF_ROUNDS: values.rounds ?? '200', PROOF_SEED: values.seed ?? String(Date.now()) };
  if (values.only !== undefined) told.PROOF_ONLY = values.only;
  const { program, args } = tool('kills', 'vitest', ['run', '--project', 'integration', 'tests/proof/kill']);
  const child = spawn(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...told },
    detached: process.platform !== 'win32',
  });
  process.exit(await untilEnd(child));
} catch (error) {
  leaveWith(error);
}
