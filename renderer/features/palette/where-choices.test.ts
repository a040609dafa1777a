import { describe, expect, it } from 'vitest';
import { judgeCase } from '#renderer/app/board/judged-case.ts';
import { aRow } from '#renderer/app/board/sample-rows.ts';
import type { GoTo } from '#renderer/app/store/find-goal.ts';
import { makeSay } from '#renderer/ui/use-say.ts';
import type { FacetPicks } from '#shared/contract/view/arrangement.ts';
import { whereChoices } from './go-choices.ts';
import { pickChoices } from './pick-choices.ts';

const say = makeSay({ lang: 'ms', names: {} as never });
const nilai = { name: 'Nilai', state: 'Negeri Sembilan', lat: 2.82, lon: 101.8, confidence: 1 };

/** What Enter on the first line that fits would ask of the desk. */
function asked(words: string, title: string) {
  const said: (GoTo | null)[] = [];
  const goTo = (where: GoTo | null) => said.push(where) > 0;
  const line = whereChoices(words, [nilai], { goTo }, say).find((choice) => choice.title === title);
  if (line?.deed.kind === 'ask') line.deed.ask();
  return said[0];
}

describe('whereChoices', () => {
  it('go to an office, a state or a place on the map', () => {
    expect(asked('klu', 'Kluang')).toEqual({ branch: 'KLU' });
    expect(asked('negeri semb', 'Negeri Sembilan')).toEqual({ state: 'Negeri Sembilan' });
    expect(asked('nilai', 'Nilai')).toEqual({ lat: 2.82, lon: 101.8, name: 'Nilai' });
    const town = { ...nilai, name: 'Bandar Baru Nilai' };
    const titles = whereChoices('Nilai', [town, nilai], { goTo: () => true }, say).map(({ title }) => title);
    expect(titles).toEqual(['Nilai', 'Bandar Baru Nilai']);
    expect(whereChoices(' ', [nilai], { goTo: () => true }, say)).toEqual([]);
  });
});

describe('pickChoices', () => {
  const cases = [aRow({ case: 'a', state: 'Johor' }), aRow({ case: 'b', state: 'Johor', severity: 'injury' })].map(
    (row) => judgeCase(row, 0),
  );
  const lines = (words: string, picks: FacetPicks = {}) => {
    const said: unknown[] = [];
    const filter = { tab: 'open', words: '', span: null, picks } as const;
    const found = pickChoices(words, { cases, filter }, { setFilter: (part) => said.push(part) }, say);
    for (const { deed } of found) if (deed.kind === 'ask') deed.ask();
    return { said, told: found.map(({ title, why, side }) => [title, why, side]) };
  };

  it('narrow to a value that fits, beside what narrows already', () => {
    const { said, told } = lines('joh', { severity: ['death'] });
    expect(told).toEqual([['Johor', 'Negeri', '1 kes']]);
    expect(said).toEqual([{ picks: { severity: ['death'], state: ['Johor'] } }]);
  });

  it('offer the way back from all of it without words, and nothing for a single letter', () => {
    expect(lines('').told).toEqual([]);
    expect(lines('j').told).toEqual([]);
    expect(lines('', { state: ['Johor'] }).said).toEqual([{ picks: {}, columns: {} }]);
  });
});
