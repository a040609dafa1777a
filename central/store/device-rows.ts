import type { Connection } from './database.ts';
import type { Head } from './head-row.ts';

/** An enrolled console. `publicKey` is SPKI, base64. */
export interface Device {
  id: string;
  prefix: string;
  publicKey: string;
  revoked: boolean;
}

interface DeviceRow {
  id: string;
  prefix: string;
  public_key: string;
  revoked: number;
}

const toDevice = (row: DeviceRow): Device => ({
  id: row.id,
  prefix: row.prefix,
  publicKey: row.public_key,
  revoked: row.revoked !== 0,
});

/** The enrolled console of this id. */
export async function deviceById(reader: Connection, id: string): Promise<Device | null> {
  const row: DeviceRow | undefined = await reader('device').where({ id }).first();
  return row === undefined ? null : toDevice(row);
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
