import { describe, expect, it } from 'vitest';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { URGENCIES } from '#shared/clocks/urgency.ts';
import { VIAS } from '#shared/contract/wire/event.ts';
import { EVENT_TYPES } from '#shared/contract/wire/event-payloads.ts';
import { ACT_KINDS } from '#shared/domain/act-rules.ts';
import { BENEFITS } from '#shared/domain/benefit.ts';
import { CASE_STATUSES, FIRST_ACTIONS, OUTCOMES, PAUSE_REASONS, TOLD_BY } from '#shared/domain/case-status.ts';
import { GRADES, INCIDENT_KINDS, SEVERITIES, SOURCES } from '#shared/domain/incident-kind.ts';
import { ROLES } from '#shared/domain/person-role.ts';
import { isTextKey } from '#shared/text/catalogue.ts';
import { readSource, trackedSources, walk } from './source-tree.ts';

const clocks = defaultPolicies.map(({ key }) => key);

describe('everything data can be has words', () => {
  it.each<[family: string, members: readonly string[]]>([
    ['act', ACT_KINDS],
    ['benefit', BENEFITS],
    ['clock.long', clocks],
    ['clock.step.inferred', defaultPolicies.flatMap(({ inferredParts }) => inferredParts ?? [])],
    ['clock.name', clocks],
    ['clock.why', URGENCIES],
    ['event', Object.keys(EVENT_TYPES)],
    ['first-action', FIRST_ACTIONS],
    ['grade', GRADES],
    ['kind', INCIDENT_KINDS],
    ['kind.short', INCIDENT_KINDS],
    ['outcome', OUTCOMES],
    ['pause', PAUSE_REASONS],
    ['role', ROLES],
    ['rules.source', clocks],
    ['severity', SEVERITIES],
    ['source', SOURCES],
    ['status', CASE_STATUSES],
    ['told', TOLD_BY],
    ['urgency', URGENCIES],
    ['via', VIAS],
  ])('%s', (family, members) => {
    expect(members.length).toBeGreaterThan(0);
    expect(members.filter((member) => !isTextKey(`${family}.${member}`))).toEqual([]);
  });

  it('every message made anywhere: { key: … }', () => {
    const made = trackedSources()
      .filter((path) => /^(shared|electron|central|renderer)\//.test(path) && !/\.test\.tsx?$/.test(path))
      .flatMap((path) => {
        const keys: string[] = [];
        walk(readSource(path).program, (node) => {
          const value = node.value as { type?: string; value?: unknown } | null;
          const key = node.key as { name?: string } | null;
          if (node.type !== 'Property' || key?.name !== 'key' || typeof value?.value !== 'string') return;
          if (/^[a-z][a-z-]*(\.[a-z0-9-]+)+$/.test(value.value) && !/^(kpi|charter)\./.test(value.value))
            keys.push(value.value);
        });
        return keys;
      });
    expect(made.length).toBeGreaterThan(10);
    expect([...new Set(made)].filter((key) => !isTextKey(key))).toEqual([]);
  });

  it('every refusal, by its code', () => {
    const codes = trackedSources()
      .filter((path) => /^(shared|electron|central)\//.test(path) && !path.endsWith('.test.ts'))
      .flatMap((path) =>
        [...readSource(path).text.matchAll(/\b(?:refuse|no)\((?:[a-z]+, )?'([a-z.-]+)'/g)].map(
          (match) => match[1] ?? '',
        ),
      );
    expect(codes.length).toBeGreaterThan(10);
    expect([...new Set(codes)].filter((code) => !isTextKey(`failure.${code.replace(/^failure\./, '')}`))).toEqual([]);
  });
});
