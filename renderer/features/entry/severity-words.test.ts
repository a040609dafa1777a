import { expect, it } from 'vitest';
import { makeSay } from '#renderer/ui/use-say.ts';
import { severityWords } from './severity-words.ts';

it('counts the victims by what became of them, in both languages', () => {
  const names = { person: (id: string) => id, branch: (code: string) => code };
  const told = ['death', 'death', 'death', 'injury', 'injury'] as const;
  expect(severityWords(makeSay({ lang: 'ms', names }), told)).toBe('3 maut · 2 cedera');
  expect(severityWords(makeSay({ lang: 'en', names }), [...told, 'unknown'])).toBe(
    '3 dead · 2 injured · 1 not yet known',
  );
});
