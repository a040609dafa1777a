import { z } from 'zod';

/** A console as an admin sees it; moments in ISO 8601. */
export const deviceViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  enrolledAt: z.string(),
  /** When it last signed somebody in or asked to hand something in; null before the first time. */
  seenAt: z.string().nullable(),
  revoked: z.boolean(),
  revokedAt: z.string().nullable(),
  revokedWhy: z.string().nullable(),
});
export const deviceListSchema = z.object({ devices: z.array(deviceViewSchema) });
export type DeviceView = z.infer<typeof deviceViewSchema>;
