import { z } from 'zod';
import { intakeReplySchema, reportInputSchema } from '#shared/contract/api/intake.ts';
import { eventSchema } from '#shared/contract/wire/event.ts';
import { EVENT_TYPES } from '#shared/contract/wire/event-payloads.ts';
import {
  centralIdentitySchema,
  deviceTokenReplySchema,
  deviceTokenRequestSchema,
  enrolReplySchema,
  enrolRequestSchema,
  headSchema,
  heldReplySchema,
  loginReplySchema,
  loginRequestSchema,
  presenceRequestSchema,
  presentSchema,
  problemSchema,
  pullQuerySchema,
  pullReplySchema,
  pushReplySchema,
  pushRequestSchema,
  refreshRequestSchema,
  snapshotHeaderSchema,
} from '#shared/contract/wire/sync.ts';

const MESSAGES = {
  event: eventSchema,
  login: loginRequestSchema,
  'login-reply': loginReplySchema,
  refresh: refreshRequestSchema,
  'device-token': deviceTokenRequestSchema,
  'device-token-reply': deviceTokenReplySchema,
  enrol: enrolRequestSchema,
  'enrol-reply': enrolReplySchema,
  central: centralIdentitySchema,
  push: pushRequestSchema,
  'push-reply': pushReplySchema,
  pull: pullQuerySchema,
  'bring-back': pushRequestSchema,
  'pull-reply': pullReplySchema,
  'snapshot-header': snapshotHeaderSchema,
  'held-reply': heldReplySchema,
  head: headSchema,
  presence: presenceRequestSchema,
  present: presentSchema,
  problem: problemSchema,
  report: reportInputSchema,
  'report-reply': intakeReplySchema,
} as const;

const draw = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

/** Everything that crosses the network between a console, central and an agency, as JSON Schema by name. */
export function wireSchemas(): Record<string, unknown> {
  const messages = Object.entries(MESSAGES).map(([name, schema]) => [name, draw(schema)]);
  const events = Object.entries(EVENT_TYPES).map(([type, shape]) => [
    `${type} v${shape.v}`,
    { subject: shape.subject, payload: draw(shape.payload), private: 'private' in shape ? draw(shape.private) : null },
  ]);
  return Object.fromEntries([...messages, ...events]);
}
