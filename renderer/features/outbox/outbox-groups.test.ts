import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '#shared/contract/view/desk.ts';
import { outboxGroups } from './outbox-groups.ts';

const entry = (act: string, state: OutboxEntry['state']): OutboxEntry => ({
  act,
  at: 0,
  state,
  words: { key: 'event.case.noted' },
  number: null,
  case: null,
  again: null,
  code: null,
  message: null,
});

describe('the groups of the outbox', () => {
  it('put what needs a person in front and leave empty ones out', () => {
    const open = [entry('a', 'rejected'), entry('b', 'waiting')];
    const arrived = [entry('c', 'sent'), entry('d', 'conflict'), entry('e', 'sent')];
    expect(outboxGroups([open, arrived]).map(({ state, entries }) => [state, entries.map(({ act }) => act)])).toEqual([
      ['rejected', ['a']],
      ['conflict', ['d']],
      ['waiting', ['b']],
      ['sent', ['c', 'e']],
    ]);
    expect(outboxGroups([[], []])).toEqual([]);
  });

  it('show an act that arrived between two looks once, as it stood at the first', () => {
    expect(outboxGroups([[entry('a', 'waiting')], [entry('a', 'sent')]]).map(({ state }) => state)).toEqual([
      'waiting',
    ]);
  });
});
