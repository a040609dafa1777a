import type { words as ms } from '#shared/text/ms/notices.ts';
import type { Translation } from '#shared/text/words.ts';

export const words: Translation<typeof ms> = {
  'notice.case': 'Case {case}, {branch} office.',
  'notice.case-unassigned': 'Case {case}, not yet with any office.',
  'notice.what': '{clock}: {what}.',
  'notice.warned': '{share} of the time allowed is used up',
  'notice.missed': 'past its due time',
  'notice.still': 'still not done long after its due time',
  'notice.withdrawn': 'the earlier message is withdrawn',
  'notice.why.moved': 'New information moved its due time. A new message follows where one is needed.',
  'notice.why.done': 'By new information it had been done before.',
  'notice.why.gone': 'By new information this time limit does not hold for this case any more.',
  'notice.due': 'To be done by {due}.',
  'notice.passed': 'Nobody on duty could be reached at: {levels}. So this message comes to the next level.',
  'notice.late': 'This message is late. It should have been sent at {at}.',
  'notice.again': 'This message may have come before: an earlier delivery could not be confirmed.',
  'notice.level.squad': 'squad',
  'notice.level.head': 'head of the office',
  'notice.level.state': 'state office',
  'notice.level.hq': 'headquarters',
};
