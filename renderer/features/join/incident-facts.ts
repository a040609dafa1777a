import type { QueueRow } from '#shared/contract/view/queue-row.ts';

/** An incident as the desk's rows tell of it. `receivedAt` in ms since 1970. */
export interface IncidentFacts {
  incident: string;
  number: string;
  /** Its first case, whose row speaks for it. */
  row: QueueRow;
  cases: readonly QueueRow[];
  /** Some case of it is not closed. */
  open: boolean;
  leads: readonly string[];
}

/** Every incident among the rows, its cases in their order. */
export function incidentsOf(rows: Iterable<QueueRow>): Map<string, IncidentFacts> {
  const cases = new Map<string, QueueRow[]>();
  for (const row of rows) cases.set(row.incident, [...(cases.get(row.incident) ?? []), row]);
  const facts = new Map<string, IncidentFacts>();
  for (const [incident, unsorted] of cases) {
    const own = unsorted.sort((a, b) => a.ordinal - b.ordinal);
    const row = own[0];
    if (!row) continue;
    facts.set(incident, {
      incident,
      number: row.number.replace(/\/\d+$/, ''),
      row,
      cases: own,
      open: own.some((one) => one.status !== 'closed'),
      leads: [...new Set(own.flatMap((one) => one.lead ?? []))],
    });
  }
  return facts;
}

/** Of two incidents that become one the older stays, by its first report; ids break a tie as everywhere. */
export function survivorOf(a: IncidentFacts, b: IncidentFacts): IncidentFacts {
  const older = a.row.receivedAt - b.row.receivedAt || (a.incident < b.incident ? -1 : 1);
  return older < 0 ? a : b;
}
