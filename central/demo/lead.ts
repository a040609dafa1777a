import type { Source } from '#shared/domain/incident-kind.ts';

/** An invented piece of news, and where its author means it happened (degrees WGS 84). */
export interface Lead {
  text: string;
  state: string;
  lat: number;
  lon: number;
  source: Source;
}

/** Written as rows to keep the lists readable. */
export type LeadRow = readonly [text: string, state: string, lat: number, lon: number, source?: Source];

/** Rows as leads; press where nothing else is said. */
export function leadsOf(rows: readonly LeadRow[]): Lead[] {
  return rows.map(([text, state, lat, lon, source]) => ({ text, state, lat, lon, source: source ?? 'press' }));
}
