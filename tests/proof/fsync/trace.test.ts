import { describe, expect, it } from 'vitest';
import { readTrace, whyNotSynced } from './trace.ts';

const toDesk = ({ path }: { path: string }) => path.startsWith('socket');
const WRITE = '11 pwrite64(23</tmp/a/console.sqlite-wal>, "\\0act-1\\1", 4120, 32) = 4120';
const SYNC = '11 fdatasync(23</tmp/a/console.sqlite-wal>) = 0';
const ANSWER = '10 write(1<socket:[7]>, "act-1 case-1\\n", 13) = 13';
const verdict = (...lines: string[]) => whyNotSynced(readTrace(lines.join('\n')), 'act-1', toDesk);

describe('the reading of a trace', () => {
  it('takes written, synced, answered for durable', () => {
    expect(verdict(WRITE, SYNC, ANSWER)).toBeNull();
  });

  it.each([
    ['no sync at all', [WRITE, ANSWER], 'before the log was synced'],
    ['the sync came before the write', [SYNC, WRITE, ANSWER], 'before the log was synced'],
    ['the sync came after the answer', [WRITE, ANSWER, SYNC], 'before the log was synced'],
    ['the write came after the answer', [ANSWER, WRITE, SYNC], 'before it was written'],
    ['the sync was of another file', [WRITE, SYNC.replace('/a/', '/b/'), ANSWER], 'before the log was synced'],
    ['the sync failed', [WRITE, SYNC.replace('= 0', '= -1 EIO'), ANSWER], 'before the log was synced'],
    ['nobody was answered', [WRITE, SYNC], 'no answer'],
  ])('sees that %s', (_why, lines, words) => {
    expect(verdict(...lines)).toContain(words);
  });

  it('counts a sync from when it returned, not from when it began', () => {
    const begun = '11 fdatasync(23</tmp/a/console.sqlite-wal> <unfinished ...>';
    const resumed = '11 <... fdatasync resumed>) = 0';
    expect(verdict(WRITE, begun, resumed, ANSWER)).toBeNull();
    expect(verdict(WRITE, begun, ANSWER, resumed)).toContain('before the log was synced');
  });
});
