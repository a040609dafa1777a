import { readFileSync } from 'node:fs';

/**
 * What a process holds in memory, KB: its proportional share and its most ever; NaN where the system does not tell (it
 * is Linux that does).
 */
export function memoryOf(pid: number): { pss: number; peak: number } {
  const read = (file: string, name: string) => {
    try {
      const text = readFileSync(`/proc/${pid}/${file}`, 'utf8');
      return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? Number.NaN);
    } catch {
      return Number.NaN;
    }
  };
  return { pss: read('smaps_rollup', 'Pss'), peak: read('status', 'VmHWM') };
}
