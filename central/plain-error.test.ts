import { expect, it } from 'vitest';
import { plainError } from './plain-error.ts';

it('logs the cause of a database error without the statement and its values', () => {
  const error = Object.assign(
    new Error("insert into `event_private` values ('Azmi bin Rosdan') - SQLITE_CONSTRAINT: UNIQUE failed"),
    {
      code: 'SQLITE_CONSTRAINT',
    },
  );
  const plain = plainError(error);
  expect(plain).toMatchObject({
    name: 'Error',
    code: 'SQLITE_CONSTRAINT',
    message: '- SQLITE_CONSTRAINT: UNIQUE failed',
  });
  expect(JSON.stringify(plain)).not.toContain('Azmi');
});

it('names what is no error', () => {
  expect(plainError('Azmi')).toEqual({ name: 'thrown', message: 'string', at: [] });
});
