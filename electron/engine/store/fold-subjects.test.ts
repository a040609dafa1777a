import { expect, it } from 'vitest';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { foldSubjects } from './fold-subjects.ts';

const MARK = 'Wafiyuddinmark';
const id = '0199a000-0000-7000-8000-0000000000aa';
const about = (over: Partial<AnyEvent>): AnyEvent => ({
  id: `0199a000-0000-7000-8000-00000000000${over.seq}`,
  type: 'act.held',
  v: 1,
  subject: { kind: 'act', id },
  act: id,
  payload: {},
  actor: 'central',
  session: 's',
  device: 'd',
  n: 1,
  at: '001795409000001.00000',
  happenedAt: '2026-11-23T13:00:00+08:00',
  certain: true,
  via: 'system',
  seen: 0,
  ...over,
});

it('S-24: keeps of a decision on a held act that it was made, not what was said with it', () => {
  const held = { code: 'role', author: 'a', device: 'd', subjects: [], events: [{}] };
  const events = [
    about({ seq: 1, payload: held }),
    about({ seq: 2, type: 'act.admitted', actor: 'b', private: { reason: MARK } }),
  ];
  const { rows } = foldSubjects([id], events);
  expect(rows.held_row).toHaveLength(1);
  expect(rows.held_row[0]?.undecided).toBe(0);
  expect(String(rows.held_row[0]?.state)).toContain('"kind":"admitted"');
  expect(JSON.stringify(rows)).not.toContain(MARK);
});
