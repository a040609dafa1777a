import { describe, expect, it } from 'vitest';
import { aRow } from '#renderer/app/board/sample-rows.ts';
import type { LastAct } from '#renderer/app/desk-context.ts';
import { makeSay } from '#renderer/ui/use-say.ts';
import { casesOf, whichCases, wordsOfAct } from './act-words.ts';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const say = makeSay({ lang: 'en', names: { branch: (code) => code, person: (id) => id, now: NOW } });
const rows = new Map([
  ['a', aRow({ case: 'a', number: '2026-000130/1', of: 1, ordinal: 1 })],
  ['b', aRow({ case: 'b', number: '2026-000131/2', of: 2, ordinal: 2 })],
]);
const assigned = (cases: string[]): LastAct => ({
  state: 'committed',
  act: { kind: 'assign', cases, branch: 'KTN' },
  committed: { act: 'x', cases, incidents: [], undoUntil: null },
  at: NOW,
});
const words = (last: LastAct, kept = false) => wordsOfAct(last, whichCases(casesOf(last), rows, say, NOW), kept, say);

describe('what the bar says of the last act', () => {
  it('names the case, with its victim where there are several, or how many', () => {
    expect(words(assigned(['a']))).toBe('Case 130 assigned to KTN');
    expect(words(assigned(['b']))).toBe('Case 131/2 assigned to KTN');
    expect(words(assigned(['a', 'b']))).toBe('2 cases assigned to KTN');
    const moves = [
      { case: 'a', branch: 'KTN' },
      { case: 'b', branch: 'KUL' },
    ];
    const shared: LastAct = { ...assigned(['a', 'b']), act: { kind: 'share-out', moves } } as LastAct;
    expect(words(shared)).toMatch(/, 2 cases: recorded$/);
  });

  it('names it too when it was taken back or refused', () => {
    const { act } = assigned(['a']) as Extract<LastAct, { state: 'committed' }>;
    expect(words({ state: 'undone', act, at: NOW })).toMatch(/^Undone: Assign, case 130\./);
    const failure = { code: 'refused', message: { key: 'failure.case-closed' } };
    expect(words({ state: 'refused', act, failure, at: NOW })).toMatch(/^Assign, case 130 was not recorded\. /);
    expect(words({ state: 'refused', act: { kind: 'assign' }, failure, at: NOW })).toMatch(/^Assign was not recorded/);
  });

  it('names the branch that helps, and that it does no more', () => {
    const helps = (on: boolean): LastAct => ({
      ...assigned(['b']),
      act: { kind: 'set-assist', cases: ['b'], branch: 'TPG', on },
    });
    expect(words(helps(true))).toBe('TPG assists case 131/2');
    expect(words(helps(false))).toBe('TPG no longer assists case 131/2');
  });

  it('says that the branch does not know yet while central is out of reach', () => {
    expect(words(assigned(['a']), true)).toBe('Case 130 assigned to KTN. Kept here: KTN does not know yet, phone it.');
  });
});
