import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import type { LoginReply, Problem } from '#shared/contract/wire/sync.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { enrol, incidentDrafts, logIn, post } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';

onEachDatabase('auth', (start) => {
  it('signs in with the right password only, and says who it is', async () => {
    const central = await start();
    const { user } = await logIn(central);
    expect(user).toMatchObject({ role: 'supervisor', scope: { kind: 'hq' } });
    for (const username of [central.credentials.users[0]?.username, 'nobody']) {
      const reply = await post<Problem>(`${central.url}/v1/auth/login`, { username, password: 'wrong', device: 'x' });
      expect(reply).toMatchObject({ status: 401, body: { code: 'wrong-password', status: 401 } });
    }
  });

  it('refreshes in turn; a lost answer costs nothing; an older token ends the session', async () => {
    const central = await start();
    const refresh = (refreshToken: string) =>
      post<LoginReply & Problem>(`${central.url}/v1/auth/refresh`, { refreshToken });
    const first = await logIn(central);
    const lost = await refresh(first.refreshToken);
    expect(lost.status).toBe(200);
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(200);
    const third = await refresh(second.body.refreshToken);
    expect(third.status).toBe(200);
    expect(third.body.user).toEqual(first.user);

    expect(await refresh(first.refreshToken)).toMatchObject({ status: 401, body: { code: 'session-ended' } });
    expect((await refresh(third.body.refreshToken)).status).toBe(401);
    expect((await refresh('nonsense')).body.code).toBe('not-signed-in');
    expect((await logIn(central)).user).toEqual(first.user);
  });

  it('takes a token whose twin was used for a copied one', async () => {
    const central = await start();
    const refresh = (refreshToken: string) =>
      post<LoginReply & Problem>(`${central.url}/v1/auth/refresh`, { refreshToken });
    const first = await logIn(central);
    const [lost, kept] = [await refresh(first.refreshToken), await refresh(first.refreshToken)];
    const next = await refresh(kept.body.refreshToken);
    expect(next.status).toBe(200);
    // The answer that was thought lost turns up in other hands.
    expect(await refresh(lost.body.refreshToken)).toMatchObject({ status: 401, body: { code: 'session-ended' } });
    expect((await refresh(next.body.refreshToken)).status).toBe(401);
  });

  it('slows down who tries passwords, for names nobody has alike, and forgets it at the right one', async () => {
    let ahead = 0;
    const central = await start({ clock: () => Date.now() + ahead });
    const user = central.credentials.users[0];
    const login = (username: string, password: string) =>
      post<Problem>(`${central.url}/v1/auth/login`, { username, password, device: 'x' });
    for (const username of [user?.username ?? '', 'nobody']) {
      for (let tries = 0; tries < 5; tries += 1) expect((await login(username, 'wrong')).status).toBe(401);
      expect(await login(username, user?.password ?? '')).toMatchObject({ status: 429, body: { code: 'too-many' } });
    }
    ahead = 6_000;
    expect((await login(user?.username ?? '', user?.password ?? '')).status).toBe(200);
    expect((await login(user?.username ?? '', 'wrong')).status).toBe(401);
    expect((await login(user?.username ?? '', user?.password ?? '')).status).toBe(200);
  });

  it('slows down passwords that are tried all at once as well', async () => {
    const central = await start();
    const user = central.credentials.users[0];
    const login = (password: string) =>
      post<Problem>(`${central.url}/v1/auth/login`, { username: user?.username ?? '', password, device: 'x' });
    const tries = await Promise.all(Array.from({ length: 30 }, (_, index) => login(`wrong ${index}`)));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(25);
    expect((await login(user?.password ?? '')).status).toBe(429);
  });

  it('S-29: gives a device a token by its own key alone, good for pushing and nothing else', async () => {
    const central = await start();
    const [console, other] = [await enrol(central), await enrol(central)];
    const body = { device: console.device, at: new Date().toISOString() };
    const ask = (proof: object) =>
      post<Problem & { accessToken: string; revoked: boolean }>(`${central.url}/v1/auth/device`, proof);
    const signed = (key: typeof console.key, what: object) =>
      sign(null, Buffer.from(canonicalJson({ ...what, for: 'push' })), key).toString('base64');
    const good = await ask({ ...body, signature: signed(console.key, body) });
    expect(good).toMatchObject({ status: 200, body: { revoked: false } });
    expect(await ask({ ...body, signature: signed(other.key, body) })).toMatchObject({
      status: 403,
      body: { code: 'device-unknown' },
    });
    const old = { ...body, at: new Date(Date.now() - 600_000).toISOString() };
    expect((await ask({ ...old, signature: signed(console.key, old) })).body.code).toBe('wrong-time');
    const reading = await console.get<Problem>('/v1/branches', { authorization: `Bearer ${good.body.accessToken}` });
    expect(reading).toMatchObject({ status: 403, body: { code: 'push-only' } });
    const byOther = await (await console.asDevice()).push([], { device: other.device });
    expect(byOther).toMatchObject({ status: 403 });
  });

  it('S-38: a console that goes on as another stays signed in under its new id, and its twin as it was', async () => {
    const central = await start();
    const twin = await enrol(central, 'penyelia');
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const first = await logIn(central, 'penyelia', twin.device);
    const elsewhere = await logIn(central, 'penyelia', 'other');
    const device = randomUUID();
    const proofOf = (what: object, key = privateKey) =>
      sign(null, Buffer.from(canonicalJson({ ...what, for: 'session' })), key).toString('base64');
    const ask = (proof: string, token = twin.token, id = device) =>
      post<Problem & { prefix: string; session?: LoginReply }>(
        `${central.url}/v1/devices`,
        { device: id, name: 'x', publicKey: spki, proof },
        { authorization: `Bearer ${token}` },
      );
    const proof = proofOf({ device, token: twin.token });
    for (const wrong of [
      proofOf({ device, token: elsewhere.accessToken }),
      proofOf({ device: twin.device, token: twin.token }),
      proofOf({ device, token: twin.token }, twin.key),
      'nonsense',
    ]) {
      expect(await ask(wrong)).toMatchObject({ status: 403, body: { code: 'bad-signature', field: 'proof' } });
    }
    // An answer that was lost: the same again harms nobody.
    const [lost, moved] = [await ask(proof), await ask(proof)];
    expect(moved.body).toMatchObject({ device, prefix: lost.body.prefix, session: { user: twin.user } });
    const session = moved.body.session as LoginReply;
    const again = await ask(proofOf({ device, token: session.accessToken }), session.accessToken);
    expect(again).toMatchObject({ status: 200, body: { prefix: lost.body.prefix } });
    expect(again.body.session).toBeUndefined();

    const refresh = async ({ refreshToken }: LoginReply) =>
      (await post<Problem>(`${central.url}/v1/auth/refresh`, { refreshToken })).status;
    expect(await refresh(session)).toBe(200);
    expect(await refresh(first)).toBe(200);
    const admin = await logIn(central, 'admin');
    const auth = { authorization: `Bearer ${admin.accessToken}` };
    await post(`${central.url}/v1/devices/${twin.device}/revoke`, { reason: 'hilang' }, auth);
    expect(await refresh(first)).toBe(403);
    expect((await ask(proof)).status).toBe(403);
    const still = { authorization: `Bearer ${session.accessToken}` };
    expect((await twin.get('/v1/branches', still)).status).toBe(200);
  });

  it('S-38: takes at the console that one goes on as what its people did, told by the former one’s key alone', async () => {
    const central = await start();
    const [was, now] = [await enrol(central, 'penyelia'), await enrol(central, 'penyelaras')];
    const { drafts } = incidentDrafts();
    const inTheirName = () => now.act(drafts, { actor: was.user.id });
    const refused = await now.push(inTheirName());
    expect(refused.body.rejected[0]).toMatchObject({ code: 'not-signed-in-here' });
    const tell = (token: string, device = now.device) =>
      post<Problem>(`${central.url}/v1/devices/moved`, { device }, { authorization: `Bearer ${token}` });
    expect(await tell(was.token)).toMatchObject({ status: 403, body: { code: 'device-only' } });
    const proof = { device: was.device, at: new Date().toISOString() };
    const signature = was.sign({ ...proof, for: 'push' } as never);
    const own = await post<{ accessToken: string }>(`${central.url}/v1/auth/device`, { ...proof, signature });
    expect(await tell(own.body.accessToken, randomUUID())).toMatchObject({ status: 404 });
    for (let twice = 0; twice < 2; twice++) expect((await tell(own.body.accessToken)).status).toBe(200);
    expect((await now.push(inTheirName())).body.rejected).toEqual([]);
  });

  it('lets access tokens run out', async () => {
    let ahead = 0;
    const central = await start({ clock: () => Date.now() + ahead });
    const console = await enrol(central);
    expect((await console.get('/v1/branches')).status).toBe(200);
    ahead = 16 * 60_000;
    expect(await console.get('/v1/branches')).toMatchObject({ status: 401, body: { code: 'token-expired' } });
    expect((await fetch(`${central.url}/v1/branches`)).status).toBe(401);
  });

  it('gives each console a prefix of its own, the same again for the same key, none for another key', async () => {
    const central = await start();
    const [one, two] = [await enrol(central), await enrol(central)];
    expect([one.prefix, two.prefix]).toEqual(['K1', 'K2']);
    const { publicKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const auth = { authorization: `Bearer ${one.token}` };
    const again = (body: object) => post<Problem & { prefix: string }>(`${central.url}/v1/devices`, body, auth);
    expect(await again({ device: one.device, name: 'x', publicKey: key })).toMatchObject({
      status: 409,
      body: { code: 'device-taken' },
    });
    expect(await again({ device: one.device, name: 'x', publicKey: 'A'.repeat(60) })).toMatchObject({
      status: 400,
      body: { field: 'publicKey' },
    });
  });

  it('keeps walls from pushing and from enrolling', async () => {
    const central = await start();
    const wall = await enrol(central, 'dinding');
    expect(wall.prefix).toBeUndefined();
    expect((await wall.push([])).status).toBe(403);
  });
});
