import type { LoginReply, Problem } from '#shared/contract/wire/sync.ts';
import type { TestCentral } from './central.ts';
import { type Answer, logIn, post } from './central-console.ts';

/** The demo's admin, who changes people and withdraws consoles. */
export interface TestAdmin {
  change(person: string, change: object): Promise<Answer<LoginReply['user'] & Partial<Problem>>>;
  revoke(device: string): Promise<Answer<{ revoked: boolean } & Partial<Problem>>>;
  devices(): Promise<{ id: string; revoked: boolean; seenAt: string | null }[]>;
}

/** Signs the admin in. */
export async function asAdmin(central: TestCentral): Promise<TestAdmin> {
  const { accessToken } = await logIn(central, 'admin');
  const auth = { authorization: `Bearer ${accessToken}` };
  return {
    change: (person, change) => post(`${central.url}/v1/users/${person}`, change, auth),
    revoke: (device) => post(`${central.url}/v1/devices/${device}/revoke`, { reason: 'hilang' }, auth),
    async devices() {
      const reply = await fetch(`${central.url}/v1/devices`, { headers: auth });
      return ((await reply.json()) as { devices: { id: string; revoked: boolean; seenAt: string | null }[] }).devices;
    },
  };
}
