import { Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import '@fastify/compress';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import { readHeadSeq } from '#central/store/head-row.ts';
import { type LogReader, openLogReader } from '#central/store/log-reader.ts';
import { SEALED_SINCE } from '#central/sync/open-brought.ts';
import { PACKED_TYPE } from '#shared/contract/packed-snapshot.ts';
import { pullQuerySchema, pullReplySchema } from '#shared/contract/wire/sync.ts';
import { FOLDS } from '#shared/sync/fold-version.ts';
import type { App } from './app.ts';
import { dropWhenStuck } from './drop-when-stuck.ts';
import { nowText } from './health-routes.ts';
import { framesOf, takesPacked } from './packed-snapshot.ts';
import { problemReplies } from './problems.ts';
import { checkProtocol, personOf } from './who-asks.ts';

const protocolOnly = z.object({ protocol: z.coerce.number().int() });
const snapshotQuery = protocolOnly.extend({ folds: z.coerce.number().int().optional() });
/** The first protocol whose events carry receipts. */
const RECEIPTS_SINCE = 2;
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Consoles take the log: page by page, or all of it as one compressed stream. */
export function pullRoutes(app: App, parts: Parts): void {
  const { epoch } = parts.identity;
  const reader = (person: Awaited<ReturnType<typeof personOf>>, protocol: number): LogReader =>
    openLogReader(parts.database, parts.vault, {
      person: person.id,
      scope: person.scope,
      role: person.role,
      withPrivate: person.role !== 'wall',
      opens: protocol >= SEALED_SINCE,
      device: person.device,
      receipts: protocol < RECEIPTS_SINCE ? null : parts.receipts,
    });

  app.get(
    '/v1/sync/pull',
    {
      schema: {
        tags: ['sync'],
        summary: 'Take the log, a page at a time',
        description:
          'Events in sight after a seq, whole histories of what came into scope, and what left it. A wall gets no private part and nothing of victims, kin and staff but itself.',
        querystring: pullQuerySchema,
        response: { 200: pullReplySchema, ...problemReplies },
      },
    },
    async (request, reply) => {
      const { protocol, after, limit } = request.query;
      checkProtocol(protocol);
      const person = await personOf(request, parts);
      const page = await reader(person, protocol).page(after, limit);
      if (after > page.head) {
        throw new Problem(
          409,
          'ahead-of-central',
          'You have seen more than central holds: it was restored, start again from 0',
          'after',
        );
      }
      // Put together from stored texts: parsing and checking a page that was checked on its way in costs more than reading it.
      const entered = page.entered.map(
        ({ subject, events }) => `{"subject":${JSON.stringify(subject)},"events":[${events.join(',')}]}`,
      );
      const rest = JSON.stringify({
        left: page.left,
        keys: page.keys,
        next: page.next,
        head: page.head,
        now: nowText(parts),
      }).slice(1);
      const start = JSON.stringify({ epoch, scope: person.scope }).slice(0, -1);
      const text = `${start},"events":[${page.events.join(',')}],"entered":[${entered.join(',')}],${rest}`;
      reply.type('application/json; charset=utf-8');
      const raw = reply as unknown as FastifyReply;
      return (LOOPBACK.has(request.ip) ? raw.send(text) : raw.compress(text)) as never;
    },
  );

  app.get(
    '/v1/sync/held',
    {
      schema: {
        tags: ['sync'],
        summary: 'Take the held acts',
        description:
          'Whole histories of the acts that wait, or waited, for a supervisor: those in a supervisor’s scope, and those of the asking console.',
        querystring: protocolOnly,
      },
    },
    async (request, reply) => {
      const { protocol } = request.query;
      checkProtocol(protocol);
      const { events, keys } = await reader(await personOf(request, parts), protocol).held();
      reply.type('application/json; charset=utf-8');
      return reply.send(`{"events":[${events.join(',')}],"keys":${JSON.stringify(keys)}}` as never);
    },
  );

  app.get(
    '/v1/sync/snapshot',
    {
      schema: {
        tags: ['sync'],
        summary: 'Take the whole log at once',
        description:
          'Gzip of newline-delimited JSON: first a header with the seq it stands at, then one event a line. For an empty store. A console that asks with the number of central’s own folds, for headquarters, is given frames of folded states and packed histories instead.',
        querystring: snapshotQuery,
      },
    },
    async (request, reply) => {
      checkProtocol(request.query.protocol);
      // Before the rights it is cut by: whatever changes them from here on the console hears by a page.
      const seq = await readHeadSeq(parts.database.reader);
      const person = await personOf(request, parts);
      const log = reader(person, request.query.protocol);
      if (request.query.folds === FOLDS && takesPacked(person)) {
        const packed = await parts.packedLogs.upTo(seq);
        const { scope } = person;
        const events = await log.countUpTo(packed.seq);
        const source = framesOf(parts, log, packed, { epoch, scope, seq: packed.seq, events, folds: FOLDS });
        dropWhenStuck(reply.raw);
        return reply.type(PACKED_TYPE).send(Readable.from(source, { objectMode: false }));
      }
      const header = { epoch, scope: person.scope, seq, events: await log.countUpTo(seq), now: nowText(parts) };
      async function* lines() {
        yield `${JSON.stringify(header)}\n`;
        for await (const page of log.allUpTo(seq)) yield `${page.join('\n')}\n`;
      }
      const packed = createGzip({ level: constants.Z_BEST_SPEED });
      const source = Readable.from(lines(), { objectMode: false, highWaterMark: 1 });
      source.on('error', (error) => packed.destroy(error));
      packed.on('close', () => source.destroy());
      reply.type('application/gzip');
      dropWhenStuck(reply.raw);
      return reply.send(source.pipe(packed));
    },
  );
}
