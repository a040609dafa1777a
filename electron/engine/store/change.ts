import type { QueueRow } from '#shared/contract/view/queue-row.ts';

/** What one commit changed, as windows need it. */
export interface Change {
  upserts: QueueRow[];
  removes: string[];
  /** Incidents and cases whose history or state may look different now. */
  subjects: Set<string>;
  /** Too much changed to tell: windows take a fresh picture. */
  reset: boolean;
  /** Promises, calendars or the rota changed: clocks that are not drawn yet may count otherwise. */
  rules?: boolean;
}

/** Nothing yet. */
export function noChange(): Change {
  return { upserts: [], removes: [], subjects: new Set(), reset: false };
}
