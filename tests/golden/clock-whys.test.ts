import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clocksOf } from '#shared/clocks/clocks-of.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { at } from '#shared/clocks/sample-facts.ts';
import { branches } from '#shared/geo/branches.ts';
import { clockAsText } from '#shared/text/explain-clock.ts';
import { LANGS } from '#shared/text/lang.ts';
import { WHY_CASES } from './why-cases.ts';

const short = new Map(branches.map((branch) => [branch.code, branch.short]));
const names = { branch: (code: string) => short.get(code) ?? code, person: () => 'Puan Aminah' };

/** Each text as a person would copy it, numbered. */
function texts(lang: (typeof LANGS)[number]): string {
  return `${WHY_CASES.map(({ clock: key, now, facts }, place) => {
    const clock = clocksOf(facts, defaultPolicies, at(now)).find((one) => one.key === key);
    if (!clock) throw new Error(`no ${key}`);
    return `${place + 1}. ${clockAsText(lang, clock, names)}`;
  }).join('\n\n')}\n`;
}

describe('twenty explanations', () => {
  it.each(LANGS)('read as they were read and judged right, in %s', (lang) => {
    expect(WHY_CASES).toHaveLength(20);
    expect(new Set(WHY_CASES.map(({ clock }) => clock)).size).toBeGreaterThanOrEqual(13);
    expect(texts(lang)).toBe(readFileSync(new URL(`./clock-whys-${lang}.txt`, import.meta.url), 'utf8'));
  });
});
