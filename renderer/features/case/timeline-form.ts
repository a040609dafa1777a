import type { TimelineEntry } from '#shared/contract/view/case-detail.ts';

/** The form that stands open under a record of the timeline. */
export type TimelineForm = { kind: 'reverse'; act: string } | { kind: 'set-time'; entry: string };

/** Whether it stands under this record: of an act with several, under the first that is shown. */
export function standsUnder(
  form: TimelineForm | null,
  entry: TimelineEntry,
  entries: readonly TimelineEntry[],
): boolean {
  if (form === null) return false;
  if (form.kind === 'set-time') return form.entry === entry.id;
  return entries.find((one) => one.act === form.act)?.id === entry.id;
}
