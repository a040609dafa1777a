import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Parts } from '#central/parts.ts';
import { plainError } from '#central/plain-error.ts';
import { heldAbout } from '#central/store/held-about.ts';
import type { Accepted } from '#central/store/log-session.ts';
import { scrubKeys } from '#central/store/subject-keys.ts';
import type { App } from './app.ts';
import { findCase } from './find-case.ts';
import { problemReplies } from './problems.ts';
import { personOf } from './who-asks.ts';

const MAY_ERASE = ['supervisor', 'admin'] as const;

const nameSchema = z.string().min(1).max(80);
const eraseSchema = z.strictObject({
  /** Why; it stays on record, under a key of its own. */
  reason: z.string().trim().min(1).max(2_000),
  /** The reports of its incident too, and what was said of the incident: they are one with its other cases. */
  reports: z.boolean().default(false),
});
const erasedSchema = z.object({
  /** Keys destroyed now; 0 when nothing private was left. */
  keys: z.int(),
  /** Where it stands in the log; null when nothing was left to erase. */
  seq: z.int().nullable(),
});

/** S-26: what names people in a case is made unreadable everywhere, for retention or at a person's demand. */
export function eraseRoute(app: App, parts: Parts): void {
  const schema = {
    tags: ['admin'],
    summary: 'Erase what names people in a case',
    description:
      'Supervisors and admins. Destroys the keys of the case, and of its reports when asked: names, numbers and words cannot be read again, here or at any console that pulls. Facts, clocks and the trail stand. Cannot be taken back.',
    body: eraseSchema,
    response: { 200: erasedSchema, ...problemReplies },
  };
  app.post('/v1/cases/:id/erase', { schema: { ...schema, params: z.object({ id: nameSchema }) } }, (request) =>
    erase(parts, request, request.params.id, request.body),
  );
  // A number holds a slash.
  app.post(
    '/v1/cases/:incident/:ordinal/erase',
    { schema: { ...schema, hide: true, params: z.object({ incident: nameSchema, ordinal: nameSchema }) } },
    (request) => erase(parts, request, `${request.params.incident}/${request.params.ordinal}`, request.body),
  );
}

async function erase(
  parts: Parts,
  request: FastifyRequest,
  name: string,
  { reason, reports }: z.output<typeof eraseSchema>,
): Promise<z.output<typeof erasedSchema>> {
  const person = await personOf(request, parts, MAY_ERASE);
  const { id } = (await findCase(parts, name, person.scope)).state;
  const done = await parts.writer.submit(async (session) => {
    await session.load([id]);
    const incident = session.incidentOf(session.caseOf(id)?.incident ?? '');
    const wider = reports && incident !== null ? [incident.id, ...incident.reports.map(({ report }) => report)] : [];
    await session.load(wider);
    const acts = await heldAbout(session.tx, [id, ...wider]);
    await session.load(acts);
    const subjects = [id, ...wider, ...acts];
    const keys = session.keys.idsOf(subjects);
    if (keys.length === 0) return { keys: 0, written: null };
    const subject = { kind: 'case', id } as const;
    const own = { act: parts.newId(), actor: person.id, session: 'central', via: 'api' } as const;
    const [written]: (Accepted | undefined)[] = session.write(
      [{ type: 'case.erased', subject, payload: { keys, subjects }, private: { reason } }],
      own,
    );
    return { keys: keys.length, written: written ?? null };
  });
  if (done.written !== null) {
    await scrubKeys(parts.database).catch((error: unknown) =>
      parts.log.error({ error: plainError(error) }, 'what was destroyed could not be taken off the disk at once'),
    );
  }
  return { keys: done.keys, seq: done.written?.seq ?? null };
}
