import { describe, expect, it } from 'vitest';
import { makeSay } from '#renderer/ui/use-say.ts';
import type { ConflictSide, ConflictView } from '#shared/contract/view/conflict.ts';
import { choiceWords, sawWords, seenWords, valueWords } from './conflict-words.ts';

const say = makeSay({ lang: 'en', names: { branch: (code) => code } });
const side = (change: Partial<ConflictSide>): ConflictSide => ({
  event: 'e',
  value: 'KLU',
  actor: 'N. Hamid',
  at: 0,
  arrivedAt: 1,
  online: true,
  seenSeq: 100,
  saw: null,
  reason: null,
  clocks: [],
  ...change,
});
const conflict = (field: string): ConflictView => ({
  subject: { kind: 'case', id: 'c' },
  field,
  kept: side({}),
  other: side({ value: 'IPH' }),
  both: field === 'lead',
});

describe('the words of a conflict', () => {
  it('name an office by code and town, a fixed word by its name, anything else as written', () => {
    expect(valueWords('lead', 'IPH', say)).toBe('IPH Ipoh');
    expect(valueWords('severity', 'death', say)).toBe('Fatal');
    expect(valueWords('kind', 'road', say)).toBe('Road accident');
    expect(valueWords('outcome', 'duplicate', say)).toBe('Duplicate');
    expect(valueWords('outcome', 'null', say)).toBe('Case open again');
    expect(valueWords('lead', 'null', say)).toBe('no branch');
    expect(valueWords('victim.sex', 'male', say)).toBe('Male');
    expect(valueWords('place', 'Gambang, Pahang', say)).toBe('Gambang, Pahang');
    expect(valueWords('status', 'closed', say)).toBe('Case closed');
    expect(valueWords('status', 'IPH', say)).toBe('Assigned to IPH');
  });

  it('say what an author saw, or that there was nothing', () => {
    expect(sawWords('lead', side({}), say)).toBe('Unassigned');
    expect(sawWords('severity', side({ saw: 'injury' }), say)).toBe('Injured');
    expect(sawWords('place', side({}), say)).toBe('nothing yet');
  });

  it('tell how far behind the other an author was, and only of the one behind', () => {
    expect(seenWords(side({ seenSeq: 59 }), side({}), say)).toBe('sequence 59, 41 older');
    expect(seenWords(side({}), side({ seenSeq: 59 }), say)).toBe('sequence 100');
  });

  it('name the office on the buttons of a lead, and stay short elsewhere', () => {
    expect(choiceWords(conflict('lead'), say)).toEqual({
      kept: 'Keep KLU',
      other: 'Choose IPH',
      both: 'KLU leads, IPH assists',
    });
    const refused = { ...conflict('lead'), kept: side({ value: 'null' }), both: false };
    expect(choiceWords(refused, say)).toMatchObject({ kept: 'Keep this', other: 'Choose IPH' });
    expect(choiceWords(conflict('place'), say)).toMatchObject({ kept: 'Keep this', other: 'Choose this' });
  });
});
