import type { EventDraft } from '#shared/contract/wire/event.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { openIncident } from '#shared/sync/open-incident.ts';

/** Where a case of the bench lies. */
export interface Office {
  short: string;
  state: string;
  lat: number;
  lon: number;
}

const FILLER = 'Seorang pekerja binaan maut selepas dihempap struktur di tapak pembinaan. '.repeat(3);

/** What a first report makes: the report, its incident and the incident's first case, whose victim is not known yet. */
export function newCase(index: number, office: Office, newId: () => string): EventDraft[] {
  const { short, state, lat, lon } = office;
  return openIncident(
    { source: 'press', receivedAt: isoMalaysia(Date.now() - (index % 50_000) * 1_000) },
    { text: `${FILLER}${index}` },
    {
      place: { name: short, state: state as never, lat, lon, confidence: 0.9 },
      alternatives: [],
      suggested: null,
      kind: 'struck',
      severities: ['death'],
      grade: 'one-source',
    },
    { report: newId(), incident: newId(), cases: [newId()] },
  );
}
