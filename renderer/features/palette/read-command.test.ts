import { describe, expect, it } from 'vitest';
import { verbOf } from './command-words.ts';
import { readCommand } from './read-command.ts';

describe('readCommand', () => {
  it('reads an assignment in Malay and in English alike', () => {
    const malay = readCommand('agih 12 kepada KLU kerana waris di sana');
    expect(malay).toEqual({ verb: 'assign', refs: ['12'], aimed: true, rest: 'KLU', reason: 'waris di sana' });
    expect(readCommand('assign 12 as KLU because waris di sana')).toEqual(malay);
    expect(readCommand('agih 12 klu')).toMatchObject({ refs: ['12'], aimed: false, rest: 'klu' });
  });

  it('takes every way of naming cases', () => {
    const text = 'agih kes #3, 12-15 dan 2026-004512/3 & 4512/2 K7-31 ini ke johor bahru';
    expect(readCommand(text)).toMatchObject({
      refs: ['#3', '12-15', '2026-004512/3', '4512/2', 'K7-31', 'ini'],
      rest: 'johor bahru',
    });
  });

  it('keeps the words of a note whole', () => {
    expect(readCommand('nota 12 waris tidak dapat dihubungi kerana banjir')).toMatchObject({
      verb: 'note',
      refs: ['12'],
      rest: 'waris tidak dapat dihubungi kerana banjir',
    });
    expect(readCommand('note: 3 mangsa lagi')).toMatchObject({ refs: [], rest: '3 mangsa lagi' });
  });

  it('goes to a case that is written alone, and looks for all else', () => {
    expect(readCommand('2026-000101')).toMatchObject({ verb: 'go', refs: ['2026-000101'] });
    expect(readCommand('pergi ke 12')).toMatchObject({ verb: 'go', refs: ['12'], aimed: true, rest: '' });
    expect(readCommand('go to KLU')).toMatchObject({ verb: 'go', refs: [], aimed: true, rest: 'KLU' });
    expect(readCommand('nilai kren')).toMatchObject({ verb: null, rest: 'nilai kren' });
    expect(readCommand('  ')).toMatchObject({ verb: null, rest: '' });
    for (const place of ['kota bharu', 'Perak', 'lahat', 'Kota Tinggi kerana banjir'])
      expect(readCommand(place)).toMatchObject({ verb: null, rest: place });
    expect(readCommand('aghi 12 klu')).toMatchObject({ verb: 'assign', refs: ['12'] });
    expect(readCommand('aghi ke klu')).toMatchObject({ verb: 'assign', rest: 'klu' });
  });
});

describe('verbOf', () => {
  it('forgives what is unfinished or misspelt, and never guesses between two', () => {
    expect(['aghi', 'asign', 'agi', 'acknowlege', 'tutp', 'reusme'].map(verbOf)).toEqual([
      'assign',
      'assign',
      'assign',
      'acknowledge',
      'close',
      'resume',
    ]);
    // "ca" begins both "catat" and "cari".
    expect(['ca', 'tu', 'x', ''].map(verbOf)).toEqual([null, null, null, null]);
  });
});
