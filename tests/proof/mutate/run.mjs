// Weakens one rule of sync at a time in a copy of the tree and runs the tests, cheapest first, until one notices.
// [S-05 …] [--name TEXT] [--quick: the cheap stages alone] [--json FILE]; ends with 1 when a mutation went unnoticed.
// --check only looks whether each can still be made and each rule has one.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CENTRAL } from './mutations/central.mjs';
import { CONSOLE } from './mutations/console.mjs';
import { LATER } from './mutations/later.mjs';
import { MEETING } from './mutations/meeting.mjs';
import { OFFERS } from './mutations/offers.mjs';
import { PRIVATE } from './mutations/private.mjs';
import { STORIES } from './mutations/stories.mjs';
import { TIMES } from './mutations/times.mjs';
import { stagesOf } from './stages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const COPIED = [
  'shared',
  'central',
  'electron',
  'data',
  'tests',
  'package.json',
  'vitest.config.ts',
  'tsconfig.json',
  'tsconfig.base.json',
];
const say = (line) => process.stdout.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    json: { type: 'string' },
    quick: { type: 'boolean' },
    check: { type: 'boolean' },
  },
});
const all = [...MEETING, ...CENTRAL, ...CONSOLE, ...PRIVATE, ...TIMES, ...LATER, ...STORIES, ...OFFERS];
const wanted = ({ rule, name }) =>
  (positionals.length === 0 || positionals.includes(rule)) && (values.name === undefined || name.includes(values.name));

/** Why a mutation cannot be made: its text must be there exactly once. Null when it can. */
function whyStale({ rule, name, file, find }) {
  const found = readFileSync(join(root, file), 'utf8').split(find).length - 1;
  return found === 1 ? null : `${rule} “${name}”: its text is ${found} times in ${file}; write it anew`;
}

const stale = all.flatMap((mutation) => whyStale(mutation) ?? []);
for (const line of stale) say(`✗ ${line}`);
if (stale.length > 0) process.exit(2);

const rules = readFileSync(join(root, 'shared', 'sync', 'SPEC.md'), 'utf8').matchAll(/^- \*\*(S-\d\d)\*\*/gm);
const unmutated = [...rules].flatMap(([, rule]) => (all.some((one) => one.rule === rule) ? [] : rule));
if (unmutated.length > 0) say(`! no mutation yet of ${unmutated.join(', ')}`);
if (values.check) process.exit(unmutated.length === 0 ? 0 : 2);

const copy = mkdtempSync(join(tmpdir(), 'prihatin-mutate-'));
for (const path of COPIED) cpSync(join(root, path), join(copy, path), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** Plays so many simulated worlds in the copy. @returns what the first broken one broke; nothing where all held */
function worldsBroken(count) {
  const sim = join(copy, 'tests', 'sync', 'sim', 'build.mjs');
  const args = [sim, '--seeds', String(count), '--name', 'committed', '--shrink', '0'];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', timeout: 15 * 60_000 });
  if (status === 0) return [];
  return [/^✗ seed .*$/m.exec(stdout ?? '')?.[0].slice(2, 120) ?? 'the worlds did not run to their end'];
}

/** Runs a stage in the copy until so many tests failed. @returns the names of those that did */
function failures({ words, worlds }, bail) {
  if (worlds !== undefined) return worldsBroken(worlds);
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const found = join(copy, 'found.json');
  const args = [vitest, 'run', '--bail', String(bail), '--reporter', 'json', '--outputFile', found, ...words];
  rmSync(found, { force: true });
  const { status } = spawnSync(process.execPath, args, { cwd: copy, stdio: 'ignore', timeout: 15 * 60_000 });
  if (status === 0) return [];
  try {
    const { testResults } = JSON.parse(readFileSync(found, 'utf8'));
    const failed = testResults.flatMap((one) => one.assertionResults).filter((one) => one.status === 'failed');
    if (failed.length > 0) return failed.map((one) => one.fullName);
    const broken = testResults.filter((one) => one.status === 'failed');
    if (broken.length > 0) return broken.map(({ name }) => `${name.slice(copy.length + 1)} did not run`);
  } catch {
    // Told below: the runner itself ended.
  }
  return ['the tests did not run to their end'];
}

/** What fails in a stage without any mutation, found out when first needed: it notices nothing. */
const failing = new Map();
function baseOf(stage) {
  const key = stage.words?.join(' ') ?? stage.name;
  if (!failing.has(key)) {
    const found = failures(stage, 0);
    failing.set(key, found);
    for (const name of found) say(`! fails without any mutation (${stage.name}): ${name}`);
  }
  return failing.get(key);
}

const rows = [];
try {
  for (const mutation of all.filter(wanted)) {
    const stages = stagesOf(mutation).filter(({ dear }) => !values.quick || !dear);
    const original = readFileSync(join(copy, mutation.file), 'utf8');
    let by = null;
    for (const stage of stages) {
      const base = baseOf(stage);
      writeFileSync(
        join(copy, mutation.file),
        original.replace(mutation.find, () => mutation.put),
      );
      const [found] = failures(stage, base.length + 1).filter((name) => !base.includes(name));
      writeFileSync(join(copy, mutation.file), original);
      if (found === undefined) continue;
      by = `${stage.name}: ${found}`;
      break;
    }
    rows.push({ rule: mutation.rule, mutation: mutation.name, noticedBy: by });
    say(`${by === null ? '✗' : '✓'} ${mutation.rule} | ${mutation.name} | ${by ?? 'NOBODY NOTICED'}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(rows, null, 2));
const unnoticed = rows.filter(({ noticedBy }) => noticedBy === null).length;
say(
  `${rows.length} mutations of ${new Set(rows.map(({ rule }) => rule)).size} rules, ${rows.length - unnoticed} noticed, ${unnoticed} not`,
);
process.exit(unnoticed === 0 ? 0 : 1);
