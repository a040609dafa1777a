/** One system call of a traced process: where it began and ended among the lines of its trace. */
export interface TracedCall {
  name: string;
  /** File or socket behind its descriptor. */
  path: string;
  /** What it was given, as strace prints it. */
  words: string;
  began: number;
  ended: number;
  ok: boolean;
}

const WHOLE = /^(\d+) +(\w+)\((\d+)<([^>]*)>(.*)\) += (-?\d+)/;
const BEGUN = /^(\d+) +(\w+)\((\d+)<([^>]*)>(.*) <unfinished \.\.\.>$/;
const RESUMED = /^(\d+) +<\.\.\. (\w+) resumed>.*\) += (-?\d+)/;

/** Reads what `strace -f -y -o FILE` wrote. Calls that never returned are left out. */
export function readTrace(text: string): TracedCall[] {
  const calls: TracedCall[] = [];
  const open = new Map<string, TracedCall>();
  text.split('\n').forEach((line, index) => {
    const whole = WHOLE.exec(line);
    if (whole) {
      const [, , name = '', , path = '', words = '', result] = whole;
      calls.push({ name, path, words, began: index, ended: index, ok: Number(result) >= 0 });
      return;
    }
    const begun = BEGUN.exec(line);
    if (begun) {
      const [, thread = '', name = '', , path = '', words = ''] = begun;
      open.set(thread, { name, path, words, began: index, ended: -1, ok: false });
      return;
    }
    const [, thread = '', , result] = RESUMED.exec(line) ?? [];
    const call = open.get(thread);
    if (call === undefined) return;
    open.delete(thread);
    calls.push({ ...call, ended: index, ok: Number(result) >= 0 });
  });
  return calls.sort((a, b) => a.began - b.began);
}

const WRITES = new Set(['write', 'pwrite64', 'writev', 'sendto', 'sendmsg']);
const SYNCS = new Set(['fsync', 'fdatasync']);

/**
 * Why the answer that names `token` was not preceded by its bytes in the write-ahead log and a sync of that log after
 * them; null when it was.
 * @param isAnswer whether a write is to whoever waits for the answer
 */
export function whyNotSynced(
  calls: readonly TracedCall[],
  token: string,
  isAnswer: (call: TracedCall) => boolean,
): string | null {
  const names = (call: TracedCall) => WRITES.has(call.name) && call.words.includes(token);
  const answer = calls.find((call) => isAnswer(call) && names(call));
  if (answer === undefined) return `${token}: no answer in the trace`;
  const written = calls.findLast((call) => call.path.endsWith('-wal') && names(call) && call.began < answer.began);
  if (written === undefined) return `${token}: answered before it was written to the log`;
  const synced = calls.some(
    (call) =>
      SYNCS.has(call.name) &&
      call.ok &&
      call.path === written.path &&
      call.began > written.ended &&
      call.ended < answer.began,
  );
  return synced ? null : `${token}: answered before the log was synced`;
}
