import { z } from 'zod';
import { hashSecret } from '#central/auth/secrets.ts';
import { type ReadReport, takeReport } from '#central/intake/take-report.ts';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { type ApiKey, apiKeyByHash } from '#central/store/api-key-rows.ts';
import { answerTo, keepAnswer } from '#central/store/intake-rows.ts';
import {
  type IntakeReply,
  intakeReplySchema,
  type ReportInput,
  reportInputSchema,
} from '#shared/contract/api/intake.ts';
import { plainFault } from '#shared/contract/plain-fault.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { sayRef } from '#shared/text/say.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';
import { createRateGate } from './rate-gate.ts';
import { bearerOf } from './who-asks.ts';

const MOST_REPORTS = 500;
const NUL_OR_HALF = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

type Rejected = IntakeReply['rejected'][number];

/** The door for agencies and feeds. */
export function intakeRoute(app: App, parts: Parts): void {
  const gate = createRateGate(parts.clock);
  app.post(
    '/v1/intake/reports',
    {
      schema: {
        tags: ['intake'],
        summary: 'Hand in reports',
        description:
          'One report or an array of them; a text alone is enough. Send Idempotency-Key to be able to repeat safely.',
        body: z.union([reportInputSchema, z.array(reportInputSchema).max(MOST_REPORTS)]),
        response: { 202: intakeReplySchema, ...problemReplies },
      },
      // Checked below, report by report, so that a bad one does not cost the good ones beside it.
      validatorCompiler: () => (value) => ({ value }),
    },
    async (request, reply) => {
      const key = await apiKeyByHash(parts.database.reader, hashSecret(bearerOf(request)));
      if (key === null)
        throw new Problem(401, 'bad-key', 'This API key is not known here: ask the admin for one', 'authorization');
      const { good, rejected, total } = checkReports(request.body);
      const wait = gate(key.id, total, key.perMinute);
      if (wait > 0) {
        reply.header('retry-after', String(wait));
        throw new Problem(429, 'too-many', `This key may post ${key.perMinute} reports a minute: wait ${wait} s`);
      }
      const read = good.map(({ input }) => ({ input, reading: parts.readReport(input.text, input.place) }));
      const answer = await take(parts, key, read, rejected, request.headers['idempotency-key'], request.body);
      parts.metrics.reports.inc({ outcome: 'accepted' }, answer.accepted.length);
      parts.metrics.reports.inc({ outcome: 'rejected' }, answer.rejected.length);
      reply.code(202);
      return answer;
    },
  );
}

async function take(
  parts: Parts,
  key: ApiKey,
  reports: readonly ReadReport[],
  rejected: Rejected[],
  header: string | string[] | undefined,
  body: unknown,
): Promise<IntakeReply> {
  const once = typeof header === 'string' && header !== '' ? header.slice(0, 200) : null;
  const bodyHash = hashSecret(canonicalJson(body));
  return parts.writer.submit(async (session) => {
    const given = once === null ? null : await answerTo(session.tx, key.id, once);
    if (given !== null) {
      if (given.bodyHash !== bodyHash) {
        throw new Problem(
          409,
          'idempotency-key-reused',
          'This Idempotency-Key was used for another body: send a new key',
          'Idempotency-Key',
        );
      }
      return JSON.parse(given.reply) as IntakeReply;
    }
    const accepted: IntakeReply['accepted'] = [];
    for (const report of reports)
      accepted.push(await takeReport(session, report, key, parts.identity.profile, parts.newId));
    const answer = { accepted, rejected };
    if (once !== null)
      await keepAnswer(session.tx, key.id, once, { bodyHash, reply: JSON.stringify(answer) }, session.now);
    return answer;
  });
}

/** Good and bad reports of a body. @throws Problem 400 when the body as a whole, or its only report, is not right. */
function checkReports(body: unknown): { good: { input: ReportInput }[]; rejected: Rejected[]; total: number } {
  const many = Array.isArray(body);
  const items: unknown[] = many ? body : [body];
  if (items.length === 0) throw new Problem(400, 'bad-input', 'The array is empty: send at least one report', 'body');
  if (items.length > MOST_REPORTS)
    throw new Problem(400, 'bad-input', `Send at most ${MOST_REPORTS} reports at a time`, 'body');
  const good: { input: ReportInput }[] = [];
  const rejected: Rejected[] = [];
  items.forEach((item, index) => {
    const checked = checkReport(item);
    if ('input' in checked) good.push(checked);
    else rejected.push({ index, code: 'bad-input', ...checked });
  });
  const only = rejected[0];
  if (!many && only !== undefined) throw new Problem(400, only.code, only.message, only.field);
  return { good, rejected, total: items.length };
}

function checkReport(item: unknown): { input: ReportInput } | { message: string; field: string } {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { message: 'a report is an object with at least a text: {"text": "…"}', field: 'body' };
  }
  const parsed = reportInputSchema.safeParse(item);
  if (!parsed.success) {
    const { field, message } = plainFault(parsed.error.issues[0], item, 'body');
    return { message: sayRef('en', message), field };
  }
  const { place } = parsed.data;
  if ((place?.lat === undefined) !== (place?.lon === undefined)) {
    const field = place?.lat === undefined ? 'place.lat' : 'place.lon';
    return { message: `${field}: give lat and lon together, or neither`, field };
  }
  if (NUL_OR_HALF.test(textsOf(parsed.data))) {
    return { message: 'text: it holds a NUL or half a character; send clean UTF-8', field: 'text' };
  }
  return { input: parsed.data };
}

/** All free texts of a report as one. */
function textsOf({ text, channel, externalId, place, reporter }: ReportInput): string {
  return [text, channel, externalId, place?.name, reporter?.name, reporter?.organisation, reporter?.phone].join(' ');
}
