import type { words as ms } from '#shared/text/ms/setup.ts';
import type { Translation } from '#shared/text/words.ts';

export const words: Translation<typeof ms> = {
  'setup.title': 'First admin',
  'setup.intro': 'This central has no admin yet. Fill this in once; the link is good for 24 hours.',
  'setup.username': 'User name',
  'setup.name': 'Full name',
  'setup.password': 'Password',
  'setup.password.hint': 'At least 12 characters.',
  'setup.send': 'Make this admin',
  'setup.bad.username': 'User name: type 3 to 80 characters.',
  'setup.bad.name': 'Full name: type 1 to 120 characters.',
  'setup.bad.password': 'Password: type 12 to 200 characters.',
  'setup.bad.taken': 'Somebody has this user name already: choose another.',
  'setup.done.title': 'The admin is made',
  'setup.done': '{username} can now sign in at a console. Close this page.',
  'setup.gone.title': 'This link is not good any more',
  'setup.gone': 'It was used, or is older than 24 hours. If there is no admin yet, restart central for a new link.',
};
