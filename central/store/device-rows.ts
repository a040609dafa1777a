import type { Connection } from './database.ts';
import type { Head } from './head-row.ts';

/** An enrolled console. `publicKey` is SPKI, base64. */
export interface Device {
  id: string;
  name: string;
  prefix: string;
  publicKey: string;
  revoked: boolean;
  enrolledBy: string;
  /** ISO 8601. */
  enrolledAt: string;
  /** When it last signed somebody in or handed something over; null before the first time. ISO 8601. */
  seenAt: string | null;
  revokedAt: string | null;
  revokedWhy: string | null;
}

interface DeviceRow {
  id: string;
  name: string;
  prefix: string;
  public_key: string;
  revoked: number;
  enrolled_by: string;
  enrolled_at: string;
  seen_at: string;
  revoked_at: string;
  revoked_why: string;
}

const textOr = (text: string) => (text === '' ? null : text);

const toDevice = (row: DeviceRow): Device => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  publicKey: row.public_key,
  revoked: row.revoked !== 0,
  enrolledBy: row.enrolled_by,
  enrolledAt: row.enrolled_at,
  seenAt: textOr(row.seen_at),
  revokedAt: textOr(row.revoked_at),
  revokedWhy: textOr(row.revoked_why),
});

/** The enrolled console of this id. */
export async function deviceById(reader: Connection, id: string): Promise<Device | null> {
  const row: DeviceRow | undefined = await reader('device').where({ id }).first();
  return row === undefined ? null : toDevice(row);
}

/** Every console that was ever enrolled, oldest first. */
export async function allDevices(reader: Connection): Promise<Device[]> {
  const rows: DeviceRow[] = await reader('device').orderBy('enrolled_at').orderBy('id');
  return rows.map(toDevice);
}

/** Keys and standing of these consoles, by id. */
export async function devicesById(
  tx: Connection,
  ids: readonly string[],
): Promise<Map<string, Pick<Device, 'publicKey' | 'revoked'>>> {
  const rows: DeviceRow[] = await tx('device')
    .select('id', 'public_key', 'revoked')
    .whereIn('id', [...ids]);
  return new Map(rows.map((row) => [row.id, { publicKey: row.public_key, revoked: row.revoked !== 0 }]));
}

/** Takes a console's standing away for good. @param at ISO 8601 @returns false when there is none, or it was done before */
export async function revokeDevice(tx: Connection, id: string, at: string, why: string): Promise<boolean> {
  const change = { revoked: 1, revoked_at: at, revoked_why: why };
  return (await tx('device').where({ id, revoked: 0 }).update(change)) > 0;
}

/** Notes that a console showed itself. @param at ISO 8601 */
export async function sawDevice(tx: Connection, id: string, at: string): Promise<void> {
  await tx('device').where({ id }).update({ seen_at: at });
}

/** Enrols a console and gives it the next prefix: K1, K2 … */
export async function insertDevice(
  tx: Connection,
  head: Head,
  device: { id: string; name: string; publicKey: string; enrolledBy: string; enrolledAt: string },
): Promise<string> {
  head.prefix_last += 1;
  const prefix = `K${head.prefix_last}`;
  await tx('device').insert({
    id: device.id,
    name: device.name,
    public_key: device.publicKey,
    prefix,
    enrolled_by: device.enrolledBy,
    enrolled_at: device.enrolledAt,
    revoked: 0,
  });
  return prefix;
}

/** Remembers that a person signed in at a device, so that acts made there in their name are believed. */
export async function rememberAtDevice(tx: Connection, device: string, user: string): Promise<void> {
  await tx('device_user').insert({ device, user_id: user }).onConflict(['device', 'user_id']).ignore();
}

/** Acts at `device` in the name of anybody who signed in at `was` are believed from now on. */
export async function rememberPeopleOf(tx: Connection, was: string, device: string): Promise<void> {
  await tx.raw(
    'INSERT INTO device_user (device, user_id) SELECT ?, user_id FROM device_user WHERE device = ? ON CONFLICT DO NOTHING',
    [device, was],
  );
}
