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

/**
 * What a first report makes: the report, its incident and the incident's first case, whose victim is not known yet.
 * @param receivedAt ms since 1970; when left out, one second before that of the case before it
 */
export function newCase(
  index: number,
  office: Office,
  newId: () => string,
  receivedAt = Date.now() - (index % 50_000) * 1_000,
): EventDraft[] {
  const { short, state, lat, lon } = office;
  return openIncident(
    { source: 'press', receivedAt: isoMalaysia(receivedAt) },
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

const SPREAD_S = 60;

/** The same, received within the last minute and assigned at once: no clock of it has a threshold for 15 minutes. */
export function assignedCase(index: number, office: Office & { code: string }, newId: () => string): EventDraft[] {
  const drafts = newCase(index, office, newId, Date.now() - (index % SPREAD_S) * 1_000);
  const opened = drafts.find(({ type }) => type === 'case.opened');
  if (opened === undefined) throw new Error('a report that opens no case');
  const payload = { branch: office.code, believedLead: null, suggested: null };
  return [...drafts, { type: 'case.assigned', subject: { kind: 'case', id: opened.subject.id }, payload }];
}
