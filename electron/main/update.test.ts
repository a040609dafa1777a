import { describe, expect, it } from 'vitest';
import { answerFor, answerForFailure } from './update.ts';

describe('what is said of updates', () => {
  it('tells a newer version, by itself or by hand', () => {
    expect(answerFor('2.0.0', true, '1.0.0')).toMatchObject({ state: 'available', version: '2.0.0' });
    expect(answerFor('2.0.0', false, '1.0.0')).toMatchObject({
      state: 'unsupported',
      words: { key: 'update.by-hand' },
    });
    expect(answerFor(null, true, '1.0.0')).toMatchObject({ state: 'none', version: '1.0.0' });
  });
  it('takes a central without a feed for no update, one that does not answer for a failure', () => {
    expect(answerForFailure('HttpError: 404')).toMatchObject({ state: 'none', words: { key: 'update.no-feed' } });
    expect(answerForFailure('Error: net::ERR_CONNECTION_REFUSED')).toMatchObject({ state: 'failed' });
  });
});
