/** Name of the field that holds the time a supervisor set for an event; the rest of it is the event's id. */
const FIELD = 'time.';

/** Fields of which a case has one for each branch, law or payee. */
const FAMILIES = ['assist', 'scheme', 'payee'] as const;

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
  if (eventOfTimeField(field) !== null) return 'field.time';
  const family = FAMILIES.find((one) => field.startsWith(`${one}.`));
  return `field.${family ?? field}`;
}
