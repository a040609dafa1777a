import { describe, expect, it } from 'vitest';
import { aRow } from '#renderer/app/board/sample-rows.ts';
import { makeSay } from '#renderer/ui/use-say.ts';
import type { CaseDetail } from '#shared/contract/view/case-detail.ts';
import { assistChoices } from './assist-choices.ts';
import { verbOf } from './command-words.ts';
import { readCommand } from './read-command.ts';

const say = makeSay({ lang: 'en', names: { branch: (code) => code, person: (id) => id, now: 0 } });
const led = aRow({ case: 'a', lead: 'MJG', status: 'assigned' });
const detailOf = (assist: readonly string[], no = false) =>
  ({
    allowed: [{ act: 'set-assist', verdict: no ? 'no' : 'yes', why: no ? { key: 'failure.not-assigned' } : null }],
    around: { assist },
  }) as unknown as CaseDetail;
const ask = (rest: string, detail: CaseDetail) => assistChoices({ rest, cases: [led], candidates: [], detail }, say);

describe('the command that adds an assisting branch', () => {
  it('is understood in Malay and in English, and never guessed from the name of a place', () => {
    expect(readCommand('bantu 72 TMM')).toMatchObject({ verb: 'assist', refs: ['72'], rest: 'TMM' });
    expect(readCommand('assist 72 TMM')).toMatchObject({ verb: 'assist', refs: ['72'], rest: 'TMM' });
    expect(verbOf('batu')).toBeNull();
    expect(verbOf('assign')).toBe('assign');
  });

  it('adds the branch meant, takes off one that helps, and refuses the one that leads', () => {
    expect(ask('TMM', detailOf([]))[0]).toMatchObject({
      code: 'TMM',
      refused: null,
      deed: { kind: 'commit', act: { kind: 'set-assist', cases: ['a'], branch: 'TMM', on: true } },
    });
    expect(ask('TMM', detailOf(['TMM']))[0]?.deed).toMatchObject({ act: { on: false } });
    expect(ask('MJG', detailOf([]))[0]?.refused).not.toBeNull();
  });

  it('says why not where nobody leads yet', () => {
    const [only, ...others] = ask('TMM', detailOf([], true));
    expect(only?.refused).toBeTruthy();
    expect(others).toEqual([]);
  });
});
