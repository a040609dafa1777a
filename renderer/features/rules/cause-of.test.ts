import { expect, it } from 'vitest';
import { sayRef } from '#shared/text/say.ts';
import { causeOf } from './cause-of.ts';

it('says in words why a message did not arrive, and gives what nobody foresaw as it came', () => {
  const words = (code: string) => sayRef('en', causeOf(code), {});
  expect(
    ['nobody', 'timeout', 'ECONNECTION', 'unreachable', 'EAUTH', 'smtp-550', 'http-404', 'EODD'].map(words),
  ).toEqual([
    'nobody on duty with an address',
    'no answer in time',
    'server not reached',
    'server not reached',
    'the mail server refuses the sign-in',
    'refused by the mail server (550)',
    'the webhook answered 404',
    'not sent (EODD)',
  ]);
});
