import type { DayOffView } from '#shared/contract/view/calendar.ts';

export type DayKind = 'gazetted' | 'estimated' | 'substitute' | 'closed' | 'rest' | 'today';

/** How a day off is drawn: by its shape, never by colour alone. */
export function kindOf({ why, status }: Pick<DayOffView, 'why' | 'status'>): DayKind {
  return why === 'holiday' ? status : why;
}

/** The shape of a kind of day, as in the year. */
export function DayMark({ kind }: { kind: DayKind }) {
  return <span className="day-mark" data-kind={kind} aria-hidden />;
}
