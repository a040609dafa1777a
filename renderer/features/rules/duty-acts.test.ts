import { expect, it } from 'vitest';
import type { DutyView } from '#shared/contract/view/rota.ts';
import { copies, swapped } from './duty-acts.ts';

const duty = (id: string, hour: number, said: Partial<DutyView> = {}): DutyView => ({
  id,
  area: { kind: 'branch', branch: 'KLU' },
  level: 'squad',
  from: Date.parse(`2026-11-23T${hour}:00:00+08:00`),
  to: Date.parse(`2026-11-23T${hour + 1}:00:00+08:00`),
  user: null,
  name: id,
  phone: null,
  email: null,
  mayEdit: true,
  ...said,
});

it('a swap keeps both spans and takes all of each person along', () => {
  const both = swapped(duty('a', 10, { phone: '012', user: 'u1' }), duty('b', 20, { email: 'b@x.my' }));
  expect(both).toEqual([
    {
      id: 'a',
      area: { kind: 'branch', branch: 'KLU' },
      level: 'squad',
      from: '2026-11-23T10:00:00+08:00',
      to: '2026-11-23T11:00:00+08:00',
      name: 'b',
      email: 'b@x.my',
    },
    {
      id: 'b',
      area: { kind: 'branch', branch: 'KLU' },
      level: 'squad',
      from: '2026-11-23T20:00:00+08:00',
      to: '2026-11-23T21:00:00+08:00',
      name: 'a',
      phone: '012',
      user: 'u1',
    },
  ]);
});

it('a copy is a duty of its own', () => {
  expect(copies([duty('a', 10)])[0]).not.toHaveProperty('id');
});
