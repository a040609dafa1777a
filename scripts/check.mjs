// npm run check: types, format, lint, unused code, unit and architecture tests; under a minute.
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { runSteps } from './quality/run-steps.mjs';
import { checkSteps } from './quality/tools.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith, say } from './setup/words.mjs';

try {
  const began = performance.now();
  await setUp(['sqlite']);
  const results = await runSteps(checkSteps(), { atOnce: Math.max(2, availableParallelism()) });
  const failed = results.filter((result) => !result.ok);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  say(
    failed.length === 0
      ? `✓ all checks, ${seconds} s`
      : `✗ ${failed.map((result) => result.name).join(', ')} failed, ${seconds} s`,
  );
  process.exit(failed.length === 0 ? 0 : 1);
} catch (error) {
  leaveWith(error);
}
