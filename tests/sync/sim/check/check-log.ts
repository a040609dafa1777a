import type { AnyEvent } from '#shared/contract/wire/event.ts';

/** S-02, S-12: each event once, each count of a device once; numbers for people are given once and to one (S-22). */
export function checkLog(log: readonly AnyEvent[], sameBackupTwice: boolean): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const counts = new Set<string>();
  const backAt = new Set<string>();
  const numbers = new Map<string, string>();
  const numbered = new Set<string>();
  const numberedAnew = new Set<string>();
  for (const event of log) {
    if (ids.has(event.id)) faults.push(`S-12: event ${event.id} is in the log twice`);
    ids.add(event.id);
    const count = `${event.device} ${event.n}`;
    // S-37: what came back keeps its count, also where that was given anew in the time it was lost.
    if (counts.has(count) && !event.was && !backAt.has(count)) faults.push(`S-12: count ${count} was given twice`);
    counts.add(count);
    if (event.was) backAt.add(count);
    if (event.type !== 'case.numbered' && event.type !== 'incident.numbered') continue;
    const number = String(event.payload.number);
    if (numbers.has(number) && !sameBackupTwice)
      faults.push(`number ${number} was given to ${numbers.get(number)} and ${event.subject.id}`);
    numbers.set(number, event.subject.id);
    // S-37: one that came back stands beside one given anew meanwhile; people go on with the first.
    const fresh = event.was === undefined;
    if (fresh && numberedAnew.has(event.subject.id)) faults.push(`${event.subject.id} was numbered twice`);
    if (fresh) numberedAnew.add(event.subject.id);
    numbered.add(event.subject.id);
  }
  for (const event of log)
    if ((event.type === 'case.opened' || event.type === 'incident.opened') && !numbered.has(event.subject.id))
      faults.push(`${event.subject.id} has no number`);
  return faults;
}
