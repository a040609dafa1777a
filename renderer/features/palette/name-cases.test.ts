import { describe, expect, it } from 'vitest';
import { aRow } from '#renderer/app/board/sample-rows.ts';
import { type CaseBook, nameCases } from './name-cases.ts';

const NOW = Date.parse('2026-11-23T06:00:00Z');
const one = aRow({ case: 'one', number: '2026-000101', aliases: ['K7-31'] });
const two = aRow({ case: 'two', number: '2026-000002' });
const first = aRow({ case: 'first', incident: 'both', number: '2026-000300/1', ordinal: 1, of: 2 });
const second = aRow({ case: 'second', incident: 'both', number: '2026-000300/2', ordinal: 2, of: 2 });
const old = aRow({ case: 'old', number: '2025-000101', status: 'closed' });
const all = [one, two, first, second, old];
const book: CaseBook = {
  shown: [one, first, two],
  rows: new Map(all.map((row) => [row.case, row])),
  open: ['two'],
  now: NOW,
};
const ids = (...refs: string[]) => nameCases(refs, book).cases.map((row) => row.case);

describe('nameCases', () => {
  it('knows a case by every number it has, and the open one by none', () => {
    expect(ids('2026-000101', 'k7-31', '101')).toEqual(['one']);
    expect(ids('25-101')).toEqual(['old']);
    expect(ids('300/2')).toEqual(['second']);
    expect(ids('300')).toEqual(['first', 'second']);
    expect(ids()).toEqual(['two']);
    expect(ids('ini')).toEqual(['two']);
  });

  it('takes rows by their place on this screen', () => {
    expect(ids('#2')).toEqual(['first']);
    expect(ids('1-3')).toEqual(['one', 'first', 'two']);
    expect(ids('3')).toEqual(['two']);
  });

  it('asks when a number is a row and another case', () => {
    // Row 2 is 300/1; case 2 is another.
    const { cases, unclear } = nameCases(['2'], book);
    expect(cases).toEqual([]);
    expect(unclear).toEqual([
      {
        ref: '2',
        ways: [
          { say: '#2', cases: [first] },
          { say: '2026-000002', cases: [two] },
        ],
      },
    ]);
  });

  it('says what it does not know', () => {
    expect(nameCases(['999', '#9', 'Z1-1'], book).unknown).toEqual(['999', '#9', 'Z1-1']);
    expect(nameCases(['ini'], { ...book, open: [] }).unknown).toEqual(['ini']);
  });
});
