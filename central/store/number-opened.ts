import { type AnyEvent, type EventDraft, isKnown } from '#shared/contract/wire/event.ts';
import type { IncidentState } from '#shared/domain/case-state.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { Head } from './head-row.ts';

/** What giving numbers needs of its session. */
export interface NumberBook {
  head: Head;
  /** ms since 1970. */
  now: number;
  incidentOf(id: string): IncidentState | null;
  firstEventOf(subject: string): AnyEvent | undefined;
  /** The last number given in each incident; counted up here. @throws Error for one that was not counted. */
  casesOf: Map<string, number>;
}

/** Numbers for people, in the same transaction as what they name: an incident's, then its cases' behind a slash. */
export function numberOpened(accepted: readonly AnyEvent[], book: NumberBook): EventDraft[] {
  const drafts: EventDraft[] = [];
  const given = new Map<string, string>();
  const opens = (event: AnyEvent) => book.firstEventOf(event.subject.id)?.id === event.id;
  for (const event of accepted) {
    if (!isKnown(event) || event.type !== 'incident.opened' || !opens(event)) continue;
    const { id } = event.subject;
    const number = nextNumber(book);
    given.set(id, number);
    book.casesOf.set(id, 0);
    drafts.push({ type: 'incident.numbered', subject: { kind: 'incident', id }, payload: { number } });
  }
  for (const event of accepted) {
    if (!isKnown(event) || event.type !== 'case.opened' || !opens(event)) continue;
    const { incident } = event.payload;
    const base = given.get(incident) ?? book.incidentOf(incident)?.number;
    if (base === undefined || base === null) continue;
    const before = book.casesOf.get(incident);
    if (before === undefined) throw new Error('a case was opened in an incident that was not loaded first');
    book.casesOf.set(incident, before + 1);
    drafts.push({
      type: 'case.numbered',
      subject: { kind: 'case', id: event.subject.id },
      payload: { number: `${base}/${before + 1}` },
    });
  }
  return drafts;
}

function nextNumber({ head, now }: NumberBook): string {
  const year = Number(isoMalaysia(now).slice(0, 4));
  if (year > head.number_year) Object.assign(head, { number_year: year, number_last: 0 });
  head.number_last += 1;
  return `${head.number_year}-${String(head.number_last).padStart(6, '0')}`;
}
