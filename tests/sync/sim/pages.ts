import type { PullReply } from '#shared/contract/wire/sync.ts';
import type { Answer, Sent } from './line.ts';
import type { Tally } from './tally.ts';

/** One page of the log as central gave it to somebody: what S-13 speaks of. */
interface Page {
  epoch: string;
  after: number;
  next: number;
  ids: Set<string>;
}

/** Keeps every page given to those who see everything, to hold them against the log later. */
export interface Pages {
  note(sent: Sent, answer: Answer): void;
  /** How many pages told somebody that this subject left their sight. */
  left(subject: string): number;
  /** Pages of this epoch that lack an event of the log at or before their `next`. @param log id by seq */
  faults(epoch: string, log: ReadonlyMap<number, string>): string[];
}

/** Keeps none yet. */
export function createPages(tally: Tally): Pages {
  const pages: Page[] = [];
  const gone = new Map<string, number>();
  return {
    left: (subject) => gone.get(subject) ?? 0,
    note(sent, answer) {
      if (answer?.status !== 200 || !sent.path.startsWith('/v1/sync/pull')) return;
      const page = JSON.parse(answer.body.toString()) as PullReply;
      for (const { id } of page.left) gone.set(id, (gone.get(id) ?? 0) + 1);
      for (const { subject } of page.entered) tally.add('sight', `entered ${subject.kind}`);
      for (const { kind } of page.left) tally.add('sight', `left ${kind}`);
      if (page.scope.kind !== 'hq') return;
      const after = Number(new URL(sent.path, 'http://central').searchParams.get('after'));
      pages.push({ epoch: page.epoch, after, next: page.next, ids: new Set(page.events.map((event) => event.id)) });
    },
    faults(epoch, log) {
      const faults: string[] = [];
      for (const page of pages.filter((one) => one.epoch === epoch)) {
        for (const [seq, id] of log)
          if (seq > page.after && seq <= page.next && !page.ids.has(id))
            faults.push(`S-13: seq ${seq} appeared after a page up to ${page.next}`);
      }
      return faults;
    },
  };
}
