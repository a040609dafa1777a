import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether this machine has strace at all; one that may not trace is a failure, not an absence. */
export function hasStrace(): boolean {
  return spawnSync('strace', ['-V']).error === undefined;
}

const CALLS = 'fsync,fdatasync,write,pwrite64,writev,sendto,sendmsg';

/** The words that trace a program and all its threads into `file`, whole pages of what it writes included. */
export function strace(file: string): string[] {
  return ['strace', '-f', '--seccomp-bpf', '-y', '-s', '32768', '-e', `trace=${CALLS}`, '-o', file];
}

/** Ends the traced program: strace itself does not pass signals on. */
export function endTraced(file: string, signal: 'SIGTERM' | 'SIGKILL'): void {
  const pid = existsSync(file) ? /^\d+/.exec(readFileSync(file, 'utf8').slice(0, 20))?.[0] : undefined;
  if (pid === undefined) throw new Error('strace is here but could not trace: is ptrace allowed?');
  process.kill(Number(pid), signal);
}
