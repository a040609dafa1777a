import type { words as ms } from '#shared/text/ms/host.ts';
import type { Translation } from '#shared/text/words.ts';

export const words: Translation<typeof ms> = {
  'update.none': 'This console is up to date',
  'update.available': 'Version {version} is ready to install',
  'update.by-hand': 'Version {version} is out; an administrator must install it on this console',
  'update.no-feed': 'Central publishes no updates yet',
  'update.failed': 'The update check failed. Try again later',
  'update.no-central': 'Central has not answered yet, so updates cannot be checked',
  'update.at-the-host': 'In a browser the console is updated where it runs',
};
