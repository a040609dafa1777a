import { readFileSync } from 'node:fs';

const MS_PER_TICK = 10;

/** CPU time a process has used so far, user and system, ms; NaN where the system does not tell (it is Linux that does). */
export function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  } catch {
    return Number.NaN;
  }
}

/** CPU time this process has used since `before`, user and system, s. */
export function cpuSeconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
