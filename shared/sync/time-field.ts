/** Name of the field that holds the time a supervisor set for an event; the rest of it is the event's id. */
const FIELD = 'time.';

/** The field of a conflict over an event's time. */
export function timeField(event: string): string {
  return `${FIELD}${event}`;
}

/** The event a field of a conflict is the time of; null for any other field. */
export function eventOfTimeField(field: string): string | null {
  return field.startsWith(FIELD) ? field.slice(FIELD.length) : null;
}

/** The key of the word for a field of a conflict; the time of any event is one. */
export function fieldWord(field: string): string {
  return eventOfTimeField(field) === null ? `field.${field}` : 'field.time';
}
