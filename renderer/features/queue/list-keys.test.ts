import { describe, expect, it } from 'vitest';
import { judgeCase } from '#renderer/app/board/judged-case.ts';
import { aClock, aRow } from '#renderer/app/board/sample-rows.ts';
import { listKey } from './list-keys.ts';
import { queueGroups } from './queue-groups.ts';

const NOW = 800_000;
const shown = [1, 1, 9e9, 9e9, 9e9].map((due, at) =>
  judgeCase(aRow({ case: `c${at}`, clocks: [aClock({ due, warnAt: due - 1 })] }), NOW),
);

/** What a key asks of the desk while case `at` is open. */
function press(key: string, at: number, held: { shift?: boolean; ctrl?: boolean; alt?: boolean } = {}) {
  const said: unknown[] = [];
  const took = listKey(
    { key, shiftKey: held.shift ?? false, ctrlKey: held.ctrl ?? false, altKey: held.alt ?? false, metaKey: false },
    {
      shown,
      groups: queueGroups(shown),
      at,
      page: 2,
      verbs: {
        step: (by) => said.push(['step', by]),
        markStep: (by) => said.push(['markStep', by]),
        mark: (cases, how) => said.push(['mark', cases, how]),
        markTo: (id) => said.push(['markTo', id]),
        select: (id) => said.push(['select', id]),
      },
    },
  );
  return took ? said : null;
}

describe('listKey', () => {
  it('walks by one, by a page, from group to group and to the ends', () => {
    expect(press('ArrowDown', 0)).toEqual([['step', 1]]);
    expect(press('PageDown', 1)).toEqual([['select', 'c3']]);
    expect(press('PageDown', 4)).toEqual([['select', 'c4']]);
    expect(press('PageUp', 1)).toEqual([['select', 'c0']]);
    expect(press('End', 0)).toEqual([['select', 'c4']]);
    expect(press('Home', 3)).toEqual([['select', 'c0']]);
    expect(press('ArrowDown', 0, { ctrl: true })).toEqual([['select', 'c2']]);
    expect(press('ArrowUp', 4, { ctrl: true })).toEqual([['select', 'c2']]);
    expect(press('ArrowDown', -1, { ctrl: true })).toEqual([['select', 'c0']]);
  });

  it('picks what lies between with Shift, one with Space, all with Ctrl and A', () => {
    expect(press('ArrowUp', 2, { shift: true })).toEqual([['markStep', -1]]);
    expect(press('End', 2, { shift: true })).toEqual([
      ['markTo', 'c4'],
      ['select', 'c4'],
    ]);
    expect(press(' ', 2)).toEqual([['mark', ['c2'], 'toggle']]);
    expect(press('a', 2, { ctrl: true })).toEqual([['mark', ['c0', 'c1', 'c2', 'c3', 'c4'], 'add']]);
  });

  it('leaves all other keys to the desk', () => {
    expect(press('a', 2)).toBeNull();
    expect(press('ArrowDown', 0, { alt: true })).toBeNull();
    expect(press(' ', -1)).toBeNull();
  });
});
