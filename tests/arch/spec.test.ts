import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trackedFiles } from './source-tree.ts';

const RULE = /\bS-\d{2}\b/g;
const SPEC = 'shared/sync/SPEC.md';

/** Rules a spec lays down: those that begin a list item in bold. @throws Error when there is none. */
function rulesOf(spec: string): string[] {
  const rules = [...spec.matchAll(/^- \*\*(S-\d{2})\*\* \S/gm)].flatMap((match) => match[1] ?? []);
  if (rules.length === 0) throw new Error('the spec lays down no rule');
  return rules;
}

const rules = rulesOf(readFileSync(SPEC, 'utf8'));
const tests = trackedFiles().filter((path) => /\.(test|spec)\.tsx?$/.test(path) && !path.startsWith('tests/arch/'));
const cited = new Map(tests.map((path) => [path, [...new Set(readFileSync(path, 'utf8').match(RULE) ?? [])]]));

describe('the rules of sync', () => {
  it('are numbered once each, in order', () => {
    expect(rules).toEqual([...new Set(rules)].toSorted());
  });

  it('are each cited by a test', () => {
    expect(tests.length).toBeGreaterThan(0);
    const all = new Set([...cited.values()].flat());
    expect(rules.filter((rule) => !all.has(rule))).toEqual([]);
  });

  it('are the only ones that tests and code cite', () => {
    const known = new Set(rules);
    const code = trackedFiles().filter((path) => /\.(ts|tsx|mjs|md)$/.test(path) && !path.startsWith('tests/arch/'));
    const strange = code.flatMap((path) =>
      (readFileSync(path, 'utf8').match(RULE) ?? [])
        .filter((rule) => !known.has(rule))
        .map((rule) => `${path}: ${rule}`),
    );
    expect(strange).toEqual([]);
  });

  it('must be there to be read', () => {
    expect(() => rulesOf('# Sync\n\nNothing yet, see S-01.')).toThrow('no rule');
  });
});
