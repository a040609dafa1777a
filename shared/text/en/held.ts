import type { words as ms } from '#shared/text/ms/held.ts';
import type { Translation } from '#shared/text/words.ts';

export const words: Translation<typeof ms> = {
  'held.why.role': 'Your role has changed since you acted, so this is before a supervisor',
  'held.why.scope': 'This case has left your area, so this act is before a supervisor',
  'held.why.supervisor-only': 'You are no longer a supervisor, so this act is before one',
  'held.why.decide-supervisor': 'You are no longer a supervisor, so this decision is before one',
  'held.why.account-closed': 'Its author’s account is closed, so this act is before a supervisor',
  'held.why.device-revoked': 'This console was withdrawn, so this act is before a supervisor',
};
