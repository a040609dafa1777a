import { describe, expect, it } from 'vitest';
import { aRow } from '#renderer/app/board/sample-rows.ts';
import { makeSay } from '#renderer/ui/use-say.ts';
import type { Candidate } from '#shared/contract/view/desk.ts';
import { assignChoices } from './assign-choices.ts';
import { readCommand } from './read-command.ts';

const say = makeSay({ lang: 'ms', names: {} });
const candidate = (branch: string, change: Partial<Candidate> = {}): Candidate => ({
  branch,
  km: 12,
  active: 2,
  late: 0,
  suggested: false,
  reason: { key: 'candidate.near' },
  refused: null,
  verdict: 'yes',
  ghosts: [],
  ...change,
});
const suggested = { branch: 'IPH', reason: { key: 'reason.nearest' } };
const free = aRow({ case: 'a', suggested });
const choices = (text: string, cases = [free], candidates = [candidate('IPH'), candidate('TPG')]) =>
  assignChoices({ duty: null, reading: readCommand(text), cases, candidates, now: 0 }, say);

describe('assignChoices', () => {
  it('makes the act of a drop where the suggestion is followed', () => {
    const [first] = choices('agih ini ke ipoh');
    expect(first?.deed).toEqual({ kind: 'commit', act: { kind: 'assign', cases: ['a'], branch: 'IPH' } });
    expect(first?.verb).toBe('agih kepada IPH');
  });

  it('asks why before it overrides the suggestion or takes a case from another branch', () => {
    const [other] = choices('agih 12 ke tpg');
    expect(other?.deed).toEqual({
      kind: 'fill',
      text: 'agih 12 kepada TPG kerana ',
      supposes: { kind: 'assign', cases: ['a'], branch: 'TPG' },
    });
    const led = aRow({ case: 'b', lead: 'KLG' });
    const [again] = choices('agih ini ke ipoh', [led], [candidate('IPH', { verdict: 'with-reason' })]);
    expect(again?.deed).toMatchObject({ kind: 'fill', text: 'agih ini kepada IPH kerana ' });
    const [told] = choices('agih 12 ke tpg kerana waris di sana');
    expect(told?.deed).toEqual({
      kind: 'commit',
      act: { kind: 'assign', cases: ['a'], branch: 'TPG', reason: 'waris di sana' },
    });
  });

  it('keeps what is refused in the list with the reason, and leaves out cases the branch leads already', () => {
    const refused = candidate('IPH', { verdict: 'no', refused: { key: 'failure.already-lead' } });
    expect(choices('agih ini ke ipoh', [free], [refused])[0]?.refused).toContain(say('failure.already-lead'));
    const led = aRow({ case: 'b', lead: 'IPH' });
    const [some] = choices('agih ini ke ipoh', [free, led]);
    expect(some?.deed).toMatchObject({ act: { cases: ['a'] } });
    // Also before anything is known of the branch.
    expect(choices('agih ini ke ipoh', [led], [])[0]?.refused).toBe(say('assign.already', { code: 'IPH' }));
  });
});
