import { z } from 'zod';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { readHeadSeq } from '#central/store/head-row.ts';
import { OLDEST_PROTOCOL, PROTOCOL } from '#shared/contract/version.ts';
import { centralIdentitySchema } from '#shared/contract/wire/sync.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import type { App } from './app.ts';
import { problemReplies } from './problems.ts';

const upSchema = z.object({ status: z.literal('ok') });

/** Is it up, is it ready, who is it, and the figures an operator watches. */
export function healthRoutes(app: App, parts: Parts): void {
  app.get(
    '/health/live',
    {
      schema: {
        tags: ['health'],
        summary: 'Is the process up',
        description: 'Answers as long as it runs; open to all.',
        response: { 200: upSchema },
      },
    },
    () => ({
      status: 'ok' as const,
    }),
  );

  app.get(
    '/health/ready',
    {
      schema: {
        tags: ['health'],
        summary: 'Can it serve',
        description: '503 while the database does not answer; open to all.',
        response: { 200: upSchema, ...problemReplies },
      },
    },
    async () => {
      try {
        await readHeadSeq(parts.database.reader);
      } catch {
        throw new Problem(503, 'database-down', 'The database does not answer: check it and its disk');
      }
      return { status: 'ok' as const };
    },
  );

  app.get(
    '/metrics',
    {
      schema: {
        tags: ['health'],
        summary: 'Figures for an operator',
        description: 'In the text format of Prometheus; open to all.',
        response: { 200: z.string() },
      },
    },
    async (_request, reply) => {
      reply.type(parts.metrics.registry.contentType);
      return parts.metrics.registry.metrics();
    },
  );

  app.get(
    '/v1/central',
    {
      schema: {
        tags: ['health'],
        summary: 'Who answers',
        description:
          'Identity, profile, version and protocols of this central, and its time; consoles check it before they trust their store to it. Open to all.',
        response: { 200: centralIdentitySchema },
      },
    },
    () => ({
      centralId: parts.identity.centralId,
      profile: parts.identity.profile,
      protocol: PROTOCOL,
      oldestProtocol: OLDEST_PROTOCOL,
      version: parts.version,
      now: nowText(parts),
    }),
  );
}

/** Central's time for a reply, to the millisecond: consoles measure their own clock against it. */
export function nowText(parts: Pick<Parts, 'clock'>): string {
  const ms = parts.clock();
  return isoMalaysia(ms).replace('+08:00', `.${String(ms % 1000).padStart(3, '0')}+08:00`);
}
