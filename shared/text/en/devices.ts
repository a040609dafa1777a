import type { words as ms } from '#shared/text/ms/devices.ts';
import type { Translation } from '#shared/text/words.ts';

export const words: Translation<typeof ms> = {
  'lock.title': 'The screens are locked',
  'lock.why': 'Central could not be reached for too long since the last sign-in. Sign in again to go on.',
  'lock.works': 'Case clocks, alarms and wall screens go on, and waiting acts are still sent.',
  'lock.waiting': 'Waiting to be sent: {n}',
  'withdrawn.title': 'This console was withdrawn',
  'withdrawn.working': 'What was not sent yet is being handed to central. Then this console’s store is wiped.',
  'withdrawn.waiting': 'Not sent yet: {n}. Leave this console connected to central.',
  'withdrawn.wiped': 'This console’s store was wiped. Close this window and return the computer to the administrator.',
  'withdrawn.left':
    'Part of the store could NOT be deleted. Close the console, then delete these files or tell the administrator:',
  'devices.title': 'Enrolled consoles',
  'devices.open': 'Manage consoles',
  'devices.loading': 'Reading the list…',
  'devices.failed': 'The list could not be read.',
  'devices.here': 'this console',
  'devices.seen': 'seen {time}',
  'devices.unseen': 'not seen yet',
  'devices.withdrawn': 'withdrawn {time}: {why}',
  'devices.revoke': 'Withdraw',
  'devices.revoke.do': 'Withdraw this console',
  'devices.revoke.reason': 'Reason',
  'devices.revoke.hint':
    'Cannot be taken back. What it has not sent goes before a supervisor, then its store is wiped.',
  'sign-in.offline.until': 'Without central you can go on working at this desk until {time}.',
  'notice.case-left':
    'Case {numbers} has left your area; another office goes on with it. Your acts on it are still sent.',
};
