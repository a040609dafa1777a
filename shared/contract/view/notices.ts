import { z } from 'zod';
import { ROTA_LEVELS } from '#shared/contract/wire/rule-values.ts';

/** Which messages a list holds. */
export const NOTICE_LISTS = ['undelivered', 'waiting', 'sent'] as const;
export type NoticeList = (typeof NOTICE_LISTS)[number];

/** Somebody on duty, to be phoned. */
const phonedSchema = z.object({ level: z.enum(ROTA_LEVELS), name: z.string(), phone: z.string().nullable() });

/** One message that central sent, tried to send or will send. Moments in ms since 1970. */
const noticeSchema = z.object({
  id: z.string(),
  channel: z.string(),
  about: z.enum(['call', 'withdrawal']),
  case: z.string(),
  number: z.string(),
  branch: z.string().nullable(),
  clock: z.string(),
  percent: z.int(),
  due: z.number(),
  level: z.enum(ROTA_LEVELS),
  called: z.enum(ROTA_LEVELS).nullable(),
  state: z.string(),
  at: z.number(),
  sentAt: z.number().nullable(),
  late: z.boolean(),
  attempts: z.int(),
  /** What the channel answered, as it answered it. */
  error: z.string().nullable(),
  nextTry: z.number().nullable(),
  /** By this console's rota: whom to phone instead. Null when nobody is on duty at any level. */
  phone: phonedSchema.nullable(),
});
export type NoticeView = z.infer<typeof noticeSchema>;

export const noticesViewSchema = z.object({ items: z.array(noticeSchema), next: z.string().nullable() });
export type NoticesView = z.infer<typeof noticesViewSchema>;

/** Without central: the late cases, the latest due first, and whom to phone about each by this console's rota. */
export const phoneListSchema = z.object({
  late: z.int(),
  items: z.array(
    z.object({
      case: z.string(),
      number: z.string(),
      branch: z.string().nullable(),
      clock: z.string(),
      due: z.number(),
      level: z.enum(ROTA_LEVELS),
      passed: z.array(z.enum(ROTA_LEVELS)),
      phone: phonedSchema.nullable(),
    }),
  ),
});
export type PhoneListView = z.infer<typeof phoneListSchema>;
