import { expect, it, vi } from 'vitest';
import { asAdmin } from '#tests/support/central-admin.ts';
import { enrol, incidentDrafts, post } from '#tests/support/central-console.ts';
import { onEachDatabase, type Start } from '#tests/support/central-databases.ts';
import { readLive } from '#tests/support/live-stream.ts';

/** A branch squad of the demo with its console, the control room's, and a case that was offered to that branch. */
async function offered(start: Start) {
  const central = await start();
  const [room, squad] = [await enrol(central), await enrol(central, 'penyelaras2')];
  const own = 'KLU';
  const admin = await asAdmin(central);
  const changed = await admin.change(squad.user.id, { role: 'branch', scope: { kind: 'branch', branch: own } });
  expect(changed.status).toBe(200);
  const { drafts, cases } = incidentDrafts();
  const id = cases[0] ?? '';
  const subject = { kind: 'case', id } as const;
  await room.push(room.act(drafts));
  const offer = room.act([
    { type: 'case.assigned', subject, payload: { branch: own, believedLead: null, suggested: null } },
  ]);
  expect((await room.push(offer)).body.rejected).toEqual([]);
  const stateOf = async () =>
    (await room.get<{ lead: string | null; status: string; assist: string[] }>(`/v1/cases/${id}`)).body;
  return { central, room, squad, id, subject, own, offer: offer[0]?.id ?? '', stateOf };
}

onEachDatabase('offers', (start) => {
  it('S-47 a branch declines what it was offered: the case is with nobody, and leaves its sight', async () => {
    const { squad, subject, offer, stateOf, id } = await offered(start);
    const declined = squad.act([
      { type: 'case.declined', subject, payload: { assignment: offer, reason: 'no-officer' } },
    ]);
    expect((await squad.push(declined)).body.rejected).toEqual([]);
    expect(await stateOf()).toMatchObject({ lead: null, status: 'unassigned' });
    const pulled = await squad.pull(0, 5_000);
    expect(pulled.events.some((event) => event.subject.id === id)).toBe(false);
  });

  it('S-49 a branch hands over with a reason what it leads, and nothing else', async () => {
    const { squad, subject, own, stateOf } = await offered(start);
    // They know that they are of a branch by now.
    const { head: seen } = await squad.pull(0, 1);
    const away = (believedLead: string, reason?: string) =>
      squad.act(
        [
          {
            type: 'case.assigned',
            subject,
            payload: { branch: 'IPH', believedLead, suggested: null },
            ...(reason ? { private: { reason } } : {}),
          },
        ],
        { seen },
      );
    expect((await squad.push(away(own))).body.rejected[0]?.code).toBe('needs-reason');
    expect((await squad.push(away('KTN', 'bukan kami'))).body.rejected[0]?.code).toBe('not-lead');
    expect((await squad.push(away(own, 'waris di Ipoh'))).body.rejected).toEqual([]);
    expect((await stateOf()).lead).toBe('IPH');
  });

  it('S-50 a branch that assists has the case in sight, as long as it does', async () => {
    const { room, squad, subject, own, id, stateOf } = await offered(start);
    const moved = { branch: 'IPH', believedLead: own, suggested: null };
    await room.push(room.act([{ type: 'case.assigned', subject, payload: moved, private: { reason: 'waris' } }]));
    const assist = (on: boolean) => room.act([{ type: 'case.assist-set', subject, payload: { branch: own, on } }]);
    expect((await room.push(assist(true))).body.rejected).toEqual([]);
    expect(await stateOf()).toMatchObject({ lead: 'IPH', assist: [own] });
    const sees = async () => (await squad.get<{ id?: string }>(`/v1/cases/${id}`)).status === 200;
    expect(await sees()).toBe(true);
    await room.push(assist(false));
    expect(await sees()).toBe(false);
  });
});

onEachDatabase('who has a case open', (start) => {
  it('is told to the others who have it in sight, not to oneself, and ends with the line', async () => {
    const { central, room, squad, id } = await offered(start);
    const other = await enrol(central, 'penyelia');
    const [far] = await Promise.all([listen(central.url, other.token), listen(central.url, room.token)]);
    const own = await listen(central.url, squad.token);
    const say = (body: unknown, token = squad.token) =>
      post(`${central.url}/v1/sync/presence`, body, { authorization: `Bearer ${token}` });
    expect((await say({ case: id })).status).toBe(200);
    await until(() => far.heard.some((one) => one.case === id));
    expect(far.heard.at(-1)).toEqual({ device: squad.device, name: squad.user.name, case: id });
    expect(own.heard).toEqual([]);
    // Who comes later is told too.
    const late = await listen(central.url, other.token);
    await until(() => late.heard.length > 0);
    own.close();
    await until(() => far.heard.at(-1)?.case === null);
    expect((await say({ case: 'x' })).status).toBe(400);
    // Each is told to every console: one person cannot flood them, and slows down nobody else.
    const many = await Promise.all(Array.from({ length: 260 }, () => say({ case: null })));
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect((await say({ case: null }, other.token)).status).toBe(200);
    const { reader } = central.central.parts.database;
    const row = await reader('event').where('type', 'like', '%presence%').first();
    expect(row).toBeUndefined();
    far.close();
    late.close();
  });

  it('stays told when a console has come back by another line before its old one ends', async () => {
    const { central, room, squad, id } = await offered(start);
    const far = await listen(central.url, room.token);
    const old = await listen(central.url, squad.token);
    const now = await listen(central.url, squad.token);
    const { presence } = central.central.parts;
    const body = { case: id };
    await post(`${central.url}/v1/sync/presence`, body, { authorization: `Bearer ${squad.token}` });
    await until(() => far.heard.some((one) => one.case === id));
    const before = central.central.parts.bell.count();
    old.close();
    await until(() => central.central.parts.bell.count() < before);
    expect(presence.all().map((one) => one.case)).toEqual([id]);
    now.close();
    await until(() => far.heard.at(-1)?.case === null);
    far.close();
  });

  it('is told by the rights a person has now, not by those they had when their line began', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const { central, room, squad, id, own } = await offered(start);
      const other = await enrol(central, 'penyelia');
      const far = await listen(central.url, other.token);
      const near = await listen(central.url, room.token);
      const admin = await asAdmin(central);
      const scope = { kind: 'branch', branch: own === 'IPH' ? 'KLU' : 'IPH' };
      expect((await admin.change(other.user.id, { role: 'branch', scope })).status).toBe(200);
      await vi.advanceTimersByTimeAsync(15_000);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const body = { case: id };
      await post(`${central.url}/v1/sync/presence`, body, { authorization: `Bearer ${squad.token}` });
      await until(() => near.heard.some((one) => one.case === id));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(far.heard).toEqual([]);
      far.close();
      near.close();
    } finally {
      vi.useRealTimers();
    }
  });
});

interface Heard {
  device: string;
  name: string;
  case: string | null;
}

/** Reads a live stream's `presence` events. */
async function listen(url: string, token: string): Promise<{ heard: Heard[]; close(): void }> {
  const heard: Heard[] = [];
  const close = await readLive(url, token, 2, (event, data) => {
    if (event === 'presence') heard.push(JSON.parse(data) as Heard);
  });
  return { heard, close };
}

async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { interval: 10, timeout: 3_000 }).toBe(true);
}
