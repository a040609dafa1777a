import type { ReportReader } from '#central/intake/read-report.ts';
import type { ReportInput } from '#shared/contract/api/intake.ts';
import type { Lead } from './lead.ts';

/** A lead as it would come in at the door, and what was read from it. */
export interface ReadLead {
  input: ReportInput;
  reading: ReturnType<ReportReader>;
}

/** Reads a lead from its words alone; only where that finds the wrong state does its author give the coordinates. */
export function readLead(lead: Lead, read: ReportReader): ReadLead {
  const base: ReportInput = { text: lead.text, source: lead.source, channel: 'demo' };
  const reading = read(lead.text);
  if (reading.place?.state === lead.state) return { input: base, reading };
  const place = { lat: lead.lat, lon: lead.lon };
  return { input: { ...base, place }, reading: read(lead.text, place) };
}
