import { randomUUID } from 'node:crypto';
import type { MortalCentral } from './central.ts';

/** An agency that posts reports and repeats each until it is answered, whatever becomes of central. */
export interface Agency {
  /** Posts the next report under a key of its own, again and again until it is answered. */
  post(): Promise<void>;
  /** What was answered: the incident of each report. */
  readonly answered: { report: string; incident: string }[];
  readonly repeats: number;
}

/** Makes one. @param going false ends its tries */
export function createAgency(central: MortalCentral, going: () => boolean): Agency {
  const answered: Agency['answered'] = [];
  let repeats = 0;
  return {
    answered,
    get repeats() {
      return repeats;
    },
    async post() {
      const key = randomUUID();
      const body = JSON.stringify({ text: `Pekerja cedera di Nilai, laporan ${key}` });
      while (going()) {
        try {
          const reply = await fetch(`${central.url()}/v1/intake/reports`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              authorization: `Bearer ${central.credentials().apiKey}`,
              'idempotency-key': key,
            },
            body,
            signal: AbortSignal.timeout(5_000),
          });
          const found = (await reply.json()) as { accepted: { reportId: string; incidentId: string }[] };
          const [one] = found.accepted;
          if (reply.status !== 202 || one === undefined) throw new Error(`intake: ${reply.status}`);
          answered.push({ report: one.reportId, incident: one.incidentId });
          return;
        } catch {
          repeats += 1;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    },
  };
}
