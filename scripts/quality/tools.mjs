import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/places.mjs';

/** A step that runs a package's own program with the running Node, no shell and no npx between. */
export function tool(name, packageName, args, { bin, env } = {}) {
  const folder = join(root, 'node_modules', packageName);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const path = typeof bins === 'string' ? bins : bins[bin ?? packageName.split('/').at(-1)];
  return { name, program: process.execPath, args: [join(folder, path), ...args], env };
}

/** What `npm run check` runs: everything that needs no database, no display and no build. */
export function checkSteps() {
  return [
    tool('types', 'typescript', ['-b'], { bin: 'tsc' }),
    tool('unit and architecture tests', 'vitest', [
      'run',
      '--project',
      'unit',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/unit.json',
    ]),
    tool('format and lint', '@biomejs/biome', ['check', '--error-on-warnings']),
    tool('lint', 'oxlint', ['--deny-warnings']),
    tool('unused code', 'knip', ['--no-progress']),
  ];
}
