import { describe, expect, it } from 'vitest';
import type { RotaLevel } from '#shared/contract/wire/rule-values.ts';
import type { Scope } from '#shared/domain/person-role.ts';
import { at } from '../sample-facts.ts';
import { levelFor, whoToCall } from './who-to-call.ts';

const klang: Scope = { kind: 'branch', branch: 'KLG' };
const selangor: Scope = { kind: 'state', state: 'Selangor' };
const hq: Scope = { kind: 'hq' };
const night = { from: at('2026-11-23 20:00'), to: at('2026-11-24 08:00') };
const duty = (name: string, level: RotaLevel, area: Scope, span = night) => ({ name, level, area, ...span });
const rota = [
  duty('squad', 'squad', klang),
  duty('head', 'head', klang),
  duty('state', 'state', selangor),
  duty('hq', 'hq', hq),
];
const place = { branch: 'KLG', state: 'Selangor' };
const called = (
  duties: typeof rota,
  level: RotaLevel,
  when = at('2026-11-24 02:00'),
  where: typeof place | object = {},
) => {
  const { duty: one, passed } = whoToCall(duties, { ...place, ...where }, level, when);
  return [one?.name ?? null, ...passed];
};

describe('the chain', () => {
  it('begins at the level a share of the time calls', () => {
    expect([0.5, 0.75, 0.9, 1, 2].map(levelFor)).toEqual(['squad', 'squad', 'head', 'state', 'hq']);
    for (const level of ['squad', 'head', 'state', 'hq'] as const) expect(called(rota, level)).toEqual([level]);
  });

  it('goes to the next one and says whom it passed where nobody is on duty', () => {
    for (const index of [0, 1, 2])
      expect(called(rota.slice(index + 1), 'squad')).toEqual([
        rota[index + 1]?.name,
        ...['squad', 'head', 'state'].slice(0, index + 1),
      ]);
    expect(called([], 'head')).toEqual([null, 'head', 'state', 'hq']);
  });

  it('knows a duty from its first moment up to its end', () => {
    const when = (ms: number) => called(rota.slice(0, 1), 'squad', ms)[0];
    expect([night.from - 1, night.from, night.to - 1, night.to].map(when)).toEqual([null, 'squad', 'squad', null]);
  });

  it('asks no squad for a case without a branch, and no state office for one without a place', () => {
    expect(called(rota, 'squad', night.from, { branch: null })).toEqual(['state']);
    expect(called(rota, 'squad', night.from, { branch: null, state: null })).toEqual(['hq']);
  });

  it('takes the narrowest area, of those the one set last, never another office', () => {
    const swapped = [
      ...rota,
      duty('swap', 'squad', klang),
      duty('all', 'squad', hq),
      duty('other', 'head', { kind: 'branch', branch: 'JHB' }),
    ];
    expect(called(swapped, 'squad')).toEqual(['swap']);
    expect(called(swapped, 'head')).toEqual(['head']);
    expect(called([duty('all', 'squad', hq)], 'squad')).toEqual(['all']);
  });

  it('passes somebody on duty who cannot be reached, and says so', () => {
    const { duty: one, passed } = whoToCall(rota, place, 'squad', night.from, ({ name }) => name !== 'squad');
    expect([one?.name, passed]).toEqual(['head', ['squad']]);
  });
});
