import type { words as ms } from '#shared/text/ms/pauses.ts';
import type { Translation } from '#shared/text/words.ts';

export const words: Translation<typeof ms> = {
  'pauses.title': 'Pauses',
  'pauses.now': 'paused now',
  'pauses.by': 'by {name}, {time}',
  'pauses.until': 'until {time}',
  'pauses.visit': 'To be seen again {time}; the clocks run on by themselves then.',
  'pauses.no-visit': 'No day to be seen again. The clocks run on when somebody resumes them.',
  'pauses.ended.person': 'resumed by {name}',
  'pauses.ended.plan': 'ended by itself on the day to be seen again',
  'pauses.ended.clock': 'ended when the case was closed',
  'pauses.gave': 'Added: {what}',
  'pauses.gave.one': '{clock} {time}',
  'pauses.capped': '{clock}: pauses count for {cap} at most; beyond that the clock runs on.',
  'pauses.gave.none': 'Added no time to any clock.',
  'move.open': 'Move to another version',
  'move.title': 'Move to another version',
  'move.lead': 'The clock still counts from its start; only the promise it is under changes.',
  'move.version': '{promise}, from {time}',
  'move.effect': '{before} → {after}',
  'move.becomes-late': 'becomes late',
  'move.not-late': 'late no more',
  'move.reason': 'Reason',
  'move.do': 'Move it',
};
