import { performance } from 'node:perf_hooks';
import { root } from '../setup/places.mjs';
import { run } from '../setup/run.mjs';
import { say } from '../setup/words.mjs';

/**
 * Runs steps {name, program, args, env?} at most `atOnce` at a time. A step's output is shown whole when it failed
 * (or always, with `verbose`). Returns [{name, ok, seconds, output}] in the order given.
 */
export async function runSteps(steps, { atOnce = 1, verbose = false } = {}) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < steps.length) {
      const mine = next;
      next += 1;
      const step = steps[mine];
      const began = performance.now();
      const { code, output } = await run(step.program, step.args, {
        cwd: root,
        env: { FORCE_COLOR: '0', NO_COLOR: '1', ...step.env },
        onOutput: verbose ? (chunk) => process.stdout.write(chunk) : undefined,
      });
      const seconds = (performance.now() - began) / 1000;
      const ok = code === 0;
      if (!ok && !verbose) say(output.trimEnd());
      say(`${ok ? '✓' : '✗'} ${step.name} (${seconds.toFixed(1)} s)`);
      results[mine] = { name: step.name, ok, seconds, output };
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, steps.length) }, worker));
  return results;
}
