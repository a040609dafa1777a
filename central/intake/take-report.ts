import type { ApiKey } from '#central/store/api-key-rows.ts';
import { insertOrigin, type Origin, originOf } from '#central/store/intake-rows.ts';
import type { LogSession } from '#central/store/log-session.ts';
import type { ReportInput } from '#shared/contract/api/intake.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { gradeOfSource, type IncidentIds, openIncident, type ReportReading } from '#shared/sync/open-incident.ts';

/** A checked report with what was read from it. */
export interface ReadReport {
  input: ReportInput;
  reading: Omit<ReportReading, 'grade'>;
}

/**
 * Takes one report into the log as a new incident with its cases. The same channel's same `externalId` again answers
 * what it became the first time. A demo central believes the sender's `receivedAt`; a live one uses its own time and
 * keeps the claim beside it.
 */
export async function takeReport(
  session: LogSession,
  report: ReadReport,
  key: ApiKey,
  profile: 'demo' | 'live',
  newId: () => string,
  ids: IncidentIds = makeIds(report.reading.severities.length, newId),
): Promise<Origin> {
  const { input, reading } = report;
  const channel = input.channel ?? key.channel;
  const source = input.source ?? key.source;
  const known = input.externalId === undefined ? null : await originOf(session.tx, channel, input.externalId);
  if (known !== null) return known;
  const receivedAt = profile === 'demo' && input.receivedAt !== undefined ? input.receivedAt : isoMalaysia(session.now);
  const drafts = openIncident(
    {
      source,
      channel,
      receivedAt,
      ...(input.externalId === undefined ? {} : { externalId: input.externalId }),
      ...(input.publishedAt === undefined ? {} : { publishedAt: input.publishedAt }),
      ...(profile === 'live' && input.receivedAt !== undefined ? { claimedReceivedAt: input.receivedAt } : {}),
      ...(input.place?.lat === undefined ? {} : { lat: input.place.lat }),
      ...(input.place?.lon === undefined ? {} : { lon: input.place.lon }),
    },
    { text: input.text, url: input.url, placeName: input.place?.name, reporter: input.reporter },
    { ...reading, grade: gradeOfSource(source) },
    ids,
  );
  session.write(drafts, {
    act: newId(),
    actor: `key:${key.id}`,
    session: 'intake',
    via: 'api',
    happenedAt: receivedAt,
  });
  const origin = { reportId: ids.report, incidentId: ids.incident };
  if (input.externalId !== undefined) await insertOrigin(session.tx, channel, input.externalId, origin);
  return origin;
}

/** Ids of what a report makes, one case for each victim. */
export function makeIds(victims: number, newId: () => string): IncidentIds {
  return { report: newId(), incident: newId(), cases: Array.from({ length: victims }, newId) };
}
