import type { Connection } from './database.ts';

/** The incident and report that an outside id already stands for. */
export interface Origin {
  reportId: string;
  incidentId: string;
}

/** What a channel's own id was taken in as, if it was. */
export async function originOf(tx: Connection, channel: string, externalId: string): Promise<Origin | null> {
  const row: { report_id: string; incident_id: string } | undefined = await tx('report_origin')
    .where({ channel, external_id: externalId })
    .first();
  return row === undefined ? null : { reportId: row.report_id, incidentId: row.incident_id };
}

/** Remembers what a channel's own id became. */
export async function insertOrigin(tx: Connection, channel: string, externalId: string, origin: Origin): Promise<void> {
  await tx('report_origin').insert({
    channel,
    external_id: externalId,
    report_id: origin.reportId,
    incident_id: origin.incidentId,
  });
}

/** The answer once given under an idempotency key, and the hash of the request it answered. */
export async function answerTo(
  tx: Connection,
  apiKey: string,
  key: string,
): Promise<{ bodyHash: string; reply: string } | null> {
  const row: { body_hash: string; reply: string } | undefined = await tx('idempotency_key')
    .where({ api_key: apiKey, key })
    .first();
  return row === undefined ? null : { bodyHash: row.body_hash, reply: row.reply };
}

/** Keeps an answer under an idempotency key. @param createdMs ms since 1970. */
export async function keepAnswer(
  tx: Connection,
  apiKey: string,
  key: string,
  answer: { bodyHash: string; reply: string },
  createdMs: number,
): Promise<void> {
  await tx('idempotency_key').insert({
    api_key: apiKey,
    key,
    body_hash: answer.bodyHash,
    reply: answer.reply,
    created_ms: createdMs,
  });
}
