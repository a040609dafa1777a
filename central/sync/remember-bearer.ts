import { claimKey } from '#central/store/authors.ts';
import { rememberAtDevice } from '#central/store/device-rows.ts';
import type { LogSession } from '#central/store/log-session.ts';
import type { Push } from './read-push.ts';

/** Keeps that whoever's token brought this is at its device; nobody's where the device came by itself. */
export async function rememberBearer({ tx, authors }: LogSession, { device, user }: Push): Promise<void> {
  const bearer = user === null ? undefined : authors.get(claimKey(device, user));
  if (user === null || bearer === undefined || bearer.atDevice) return;
  await rememberAtDevice(tx, device, user);
  bearer.atDevice = true;
}
