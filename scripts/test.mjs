// npm test: everything. Set-up, checks, build, integration on SQLite and PostgreSQL, a real Electron, the package.
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './launch/ensure-built.mjs';
import { playwrightCounts, vitestCounts } from './quality/counts.mjs';
import { runSteps } from './quality/run-steps.mjs';
import { checkSteps, tool } from './quality/tools.mjs';
import { openDisplay } from './setup/display.mjs';
import { root } from './setup/places.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith, SetupError, say } from './setup/words.mjs';

const report = (name) => join(root, 'test-results', name);

try {
  const { electron, reason } = await setUp(['sqlite', 'sqlite-at-once', 'postgres', 'electron', 'display']);
  if (electron === undefined)
    throw new SetupError(`the end-to-end tests need Electron: ${reason}`, 'npm run check needs none');
  rmSync(join(root, 'test-results'), { recursive: true, force: true });
  await ensureBuilt();
  const display = await openDisplay();
  const results = await runSteps(checkSteps(), { atOnce: Math.max(2, availableParallelism()) });
  const env = { ...display.env, PRIHATIN_ELECTRON: electron.binary, PRIHATIN_ELECTRON_FOLDER: electron.folder ?? '' };
  const playwright = (project) =>
    tool(`${project} in a real Electron`, '@playwright/test', ['test', '--project', project], {
      bin: 'playwright',
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report(`${project}.json`) },
    });
  results.push(
    ...(await runSteps(
      [
        tool(
          'integration on SQLite and PostgreSQL',
          'vitest',
          [
            'run',
            '--project',
            'integration',
            '--reporter=default',
            '--reporter=json',
            '--outputFile.json=test-results/integration.json',
          ],
          { env },
        ),
        playwright('security'),
        playwright('e2e'),
        playwright('package'),
      ],
      { verbose: true },
    )),
  );
  display.stop();

  const counted = [
    vitestCounts(report('unit.json')),
    vitestCounts(report('integration.json')),
    playwrightCounts(report('security.json')),
    playwrightCounts(report('e2e.json')),
    playwrightCounts(report('package.json')),
  ];
  say('\nSummary');
  for (const result of results) say(`${result.ok ? '✓' : '✗'} ${result.name}`);
  // A step that failed without a failed test of its own (types, lint, a runner that died) is one failure.
  const passed = counted.reduce((sum, count) => sum + (count?.passed ?? 0), 0);
  const failedTests = counted.reduce((sum, count) => sum + (count?.failed ?? 0), 0);
  const failed = Math.max(failedTests, results.filter((result) => !result.ok).length, counted.includes(null) ? 1 : 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
} catch (error) {
  leaveWith(error);
}
