import { expect, it } from 'vitest';
import type { LoginReply, Problem } from '#shared/contract/wire/sync.ts';
import { asAdmin } from '#tests/support/central-admin.ts';
import { enrol, incidentDrafts, logIn, post } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';

onEachDatabase('what an admin takes away', (start) => {
  it('is for admins alone, and not for themselves', async () => {
    const central = await start();
    const admin = await asAdmin(central);
    const { accessToken } = await logIn(central, 'penyelia');
    const auth = { authorization: `Bearer ${accessToken}` };
    const desk = await enrol(central);
    for (const path of [`/v1/users/${desk.user.id}`, `/v1/devices/${desk.device}/revoke`]) {
      expect((await post(`${central.url}${path}`, { disabled: true, reason: 'x' }, auth)).status).toBe(403);
    }
    expect((await fetch(`${central.url}/v1/devices`, { headers: auth })).status).toBe(403);
    const self = (await logIn(central, 'admin')).user.id;
    expect(await admin.change(self, { disabled: true })).toMatchObject({ status: 409, body: { code: 'own-account' } });
    expect((await admin.change('nobody', { role: 'wall' })).status).toBe(404);
    expect(await admin.change(desk.user.id, { scope: { kind: 'branch', branch: 'ZZZ' } })).toMatchObject({
      status: 400,
      body: { field: 'scope.branch' },
    });
  });

  it('tells every console of a changed right in the log, and ends a closed account’s sessions at once', async () => {
    const central = await start();
    const [desk, boss, admin] = [await enrol(central), await enrol(central, 'penyelia'), await asAdmin(central)];
    const { refreshToken } = await logIn(central, 'penyelaras');
    const scope = { kind: 'state', state: 'Johor' };
    expect((await admin.change(desk.user.id, { scope })).body).toMatchObject({ role: 'coordinator', scope });
    const told = (await boss.pull()).events.filter(({ subject }) => subject.id === desk.user.id).at(-1);
    expect(told).toMatchObject({ type: 'user.described', payload: { role: 'coordinator', scope } });
    await admin.change(desk.user.id, { disabled: true });
    const refreshed = await post<LoginReply & Problem>(`${central.url}/v1/auth/refresh`, { refreshToken });
    expect(refreshed).toMatchObject({ status: 401, body: { code: 'account-closed' } });
    expect((await desk.get('/v1/branches')).status).toBe(401);
    await expect(logIn(central, 'penyelaras')).rejects.toThrow('wrong-password');
  });

  it('S-29: refuses a withdrawn device at every call but the push of what it still has', async () => {
    const central = await start();
    const [desk, admin] = [await enrol(central), await asAdmin(central)];
    const { drafts } = incidentDrafts();
    const { refreshToken } = await logIn(central, 'penyelaras', desk.device);
    const kept = desk.act(drafts);
    expect((await admin.revoke(desk.device)).body.revoked).toBe(true);
    const withdrawn = { status: 403, body: { code: 'device-revoked' } };
    expect(await desk.get('/v1/sync/pull?protocol=1&after=0')).toMatchObject(withdrawn);
    expect(await post(`${central.url}/v1/auth/refresh`, { refreshToken })).toMatchObject(withdrawn);
    expect(await desk.push([])).toMatchObject(withdrawn);
    const itself = await desk.asDevice();
    const { body } = await itself.push(kept, { epoch: 'one it never heard of' });
    expect(body.held?.map(({ code }) => code)).toEqual(kept.map(() => 'device-revoked'));
    expect((await itself.push(kept)).body.held).toHaveLength(kept.length);
    expect(await itself.push([])).toMatchObject(withdrawn);
    const listed = (await admin.devices()).find(({ id }) => id === desk.device);
    expect(listed).toMatchObject({ revoked: true });
    expect(listed?.seenAt).not.toBeNull();
  });
});
