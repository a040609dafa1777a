import { expect, it } from 'vitest';
import type { AnyEvent, EventDraft } from '#shared/contract/wire/event.ts';
import type { TestCentral } from '#tests/support/central.ts';
import { asAdmin } from '#tests/support/central-admin.ts';
import { assignDraft, enrol, incidentDrafts, post, type TestConsole } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';

const noted = (id: string): EventDraft => ({
  type: 'case.noted',
  subject: { kind: 'case', id },
  payload: {},
  private: { text: 'Waris dihubungi' },
});
const decision = (type: 'act.admitted' | 'act.turned-down', act: string): EventDraft =>
  type === 'act.admitted'
    ? { type, subject: { kind: 'act', id: act }, payload: {} }
    : { type, subject: { kind: 'act', id: act }, payload: {}, private: { reason: 'Kes sudah ditutup' } };
const actOf = (events: readonly AnyEvent[]) => events[0]?.act ?? '';

/** A case in Nilai, led by Seremban, and how far its console has read the log. */
async function openCase(desk: TestConsole): Promise<{ id: string; seen: number }> {
  const { drafts, cases } = incidentDrafts();
  await desk.push(desk.act(drafts));
  const id = cases[0] ?? '';
  await desk.push(desk.act([assignDraft(id, 'SBN')]));
  return { id, seen: (await desk.pull()).head };
}
/** An act before a supervisor: a note by somebody whose right to it was withdrawn meanwhile. */
async function holdNote(central: TestCentral) {
  const [desk, boss, admin] = [await enrol(central), await enrol(central, 'penyelia'), await asAdmin(central)];
  const { id, seen } = await openCase(desk);
  const late = desk.act([noted(id)], { seen });
  await admin.change(desk.user.id, { role: 'admin' });
  await desk.push(late);
  return { desk, boss, id, late };
}
const onAct = async (console: TestConsole, act: string) => {
  const page = await console.pull();
  const all = [...page.events, ...page.entered.flatMap(({ events }) => events)];
  return all.filter(({ subject }) => subject.id === act).map(({ type }) => type);
};

onEachDatabase('acts before a supervisor', (start) => {
  it('S-27: holds what a withdrawn right would refuse and the right of its moment allowed, and answers so again', async () => {
    const central = await start();
    const [desk, admin] = [await enrol(central), await asAdmin(central)];
    const { id, seen } = await openCase(desk);
    const late = desk.act([assignDraft(id, 'KLU', 'SBN')], { seen, private: { reason: 'Waris di KL' } });
    expect(
      (await admin.change(desk.user.id, { role: 'branch', scope: { kind: 'branch', branch: 'KTN' } })).status,
    ).toBe(200);
    const { body } = await desk.push(late);
    expect(body).toMatchObject({ accepted: [], rejected: [], held: [{ id: late[0]?.id, code: 'role' }] });
    expect(body.held?.[0]?.message).toContain('penyelia');
    expect((await desk.push(late)).body).toEqual(body);
    // What they do knowing of the change is simply refused.
    const { head } = await (await enrol(central, 'penyelia')).pull();
    const knowing = await desk.push(
      desk.act([assignDraft(id, 'KLU', 'SBN')], { seen: head, private: { reason: 'x' } }),
    );
    expect(knowing.body.rejected.map(({ code }) => code)).toEqual(['role']);
    expect(knowing.body.held).toBeUndefined();
  });

  it('S-27: holds the acts of a closed account, and refuses those of one closed before', async () => {
    const central = await start();
    const [desk, other, admin] = [await enrol(central), await enrol(central, 'penyelia'), await asAdmin(central)];
    const { id, seen } = await openCase(desk);
    await admin.change(desk.user.id, { disabled: true });
    expect((await desk.push(desk.act([noted(id)], { seen }))).status).toBe(401);
    const byDevice = await desk.asDevice();
    expect((await byDevice.push(desk.act([noted(id)], { seen }))).body.held?.map(({ code }) => code)).toEqual([
      'account-closed',
    ]);
    const { head } = await other.pull();
    const { body } = await byDevice.push(desk.act([noted(id)], { seen: head }));
    expect(body.rejected.map(({ code }) => code)).toEqual(['account-closed']);
  });

  it('S-28: accepts a held act as it came when a supervisor admits it, once, however often and whoever decides', async () => {
    const central = await start();
    const desk = await enrol(central);
    const [one, two] = [await enrol(central, 'penyelia'), await enrol(central, 'penyelia')];
    const admin = await asAdmin(central);
    const { id, seen } = await openCase(desk);
    const late = desk.act([noted(id)], { seen });
    await admin.change(desk.user.id, { role: 'admin' });
    await desk.push(late);
    const act = actOf(late);
    const replies = await Promise.all([one, two].map((boss) => boss.push(boss.act([decision('act.admitted', act)]))));
    expect(replies.flatMap(({ body }) => body.rejected)).toEqual([]);
    const log = (await one.pull()).events.filter((event) => event.act === act);
    expect(log).toHaveLength(1);
    const { seq: _seq, recordedAt: _at, ...came } = log[0] ?? {};
    expect(came).toEqual(late[0]);
    expect((await desk.push(late)).body.accepted).toMatchObject([{ id: late[0]?.id, seq: log[0]?.seq }]);
    const against = await two.push(two.act([decision('act.turned-down', act)]));
    expect(against.body.rejected).toMatchObject([{ code: 'already-admitted' }]);
    expect(await onAct(one, act)).toEqual(['act.held', 'act.admitted', 'act.admitted']);
  });

  it('S-28: refuses a held act with the supervisor’s words when they turn it down; a later yes changes nothing', async () => {
    const { desk, boss, late } = await holdNote(await start());
    expect((await boss.push(boss.act([decision('act.turned-down', actOf(late))]))).body.rejected).toEqual([]);
    expect((await desk.push(late)).body.rejected).toMatchObject([
      { code: 'turned-down', message: 'Kes sudah ditutup' },
    ]);
    const yes = await boss.push(boss.act([decision('act.admitted', actOf(late))]));
    expect(yes.body.rejected.map(({ code }) => code)).toEqual(['already-turned-down']);
    expect((await boss.pull()).events.some((event) => event.act === actOf(late))).toBe(false);
  });

  it('S-38: answers of a held act alike whichever copy of its console brings it, and each with the decision', async () => {
    const central = await start();
    const [desk, boss, admin] = [await enrol(central), await enrol(central, 'penyelia'), await asAdmin(central)];
    const { id, seen } = await openCase(desk);
    const copy = await enrol(central);
    const late = desk.act([noted(id)], { seen });
    const twins = late.map((event) => ({ ...event, device: copy.device, n: event.n + 4 }));
    await admin.change(desk.user.id, { role: 'admin' });
    const { body } = await copy.push(twins);
    expect(body.held).toHaveLength(1);
    expect((await desk.push(late)).body).toEqual(body);
    const changed = late.map((event) => ({ ...event, seen: event.seen + 1 }));
    expect((await desk.push(changed)).body.rejected.map(({ code }) => code)).toEqual(['event-changed']);
    await boss.push(boss.act([decision('act.turned-down', actOf(late))]));
    for (const { rejected } of [(await desk.push(late)).body, (await copy.push(twins)).body])
      expect(rejected).toMatchObject([{ code: 'turned-down', message: 'Kes sudah ditutup' }]);
    expect(await onAct(copy, actOf(late))).toEqual(['act.held', 'act.turned-down']);
  });

  it('S-26: an erasure takes with it what was said in the decision on an act that is on the case', async () => {
    const central = await start();
    const { desk, boss, id, late } = await holdNote(central);
    await boss.push(boss.act([decision('act.turned-down', actOf(late))]));
    expect(JSON.stringify(await boss.pull())).toContain('Kes sudah ditutup');
    const auth = { authorization: `Bearer ${boss.token}` };
    expect((await post(`${central.url}/v1/cases/${id}/erase`, { reason: 'semakan' }, auth)).status).toBe(200);
    expect(JSON.stringify(await boss.pull())).not.toContain('Kes sudah ditutup');
    expect(await onAct(boss, actOf(late))).toEqual(['act.held', 'act.turned-down']);
    const { rejected } = (await desk.push(late)).body;
    expect(rejected).toMatchObject([{ code: 'turned-down' }]);
    expect(rejected[0]?.message).not.toContain('Kes sudah ditutup');
  });

  it('S-28: shows a held act to the supervisors whose scope it lies in and to the console it came from, to nobody else', async () => {
    const central = await start();
    const [desk, peer, boss] = [
      await enrol(central),
      await enrol(central, 'penyelaras2'),
      await enrol(central, 'penyelia'),
    ];
    const [johor, wall] = [await enrol(central, 'penyelia.johor'), await enrol(central, 'dinding')];
    const admin = await asAdmin(central);
    const { id, seen } = await openCase(desk);
    const late = desk.act([noted(id)], { seen });
    await admin.change(desk.user.id, { role: 'admin' });
    await desk.push(late);
    await boss.push(boss.act([decision('act.turned-down', actOf(late))]));
    const all = ['act.held', 'act.turned-down'];
    expect(await onAct(boss, actOf(late))).toEqual(all);
    expect(await onAct(desk, actOf(late))).toEqual(all);
    for (const other of [peer, johor, wall]) expect(await onAct(other, actOf(late))).toEqual([]);
    const tries = await johor.push(johor.act([decision('act.admitted', actOf(late))]));
    expect(tries.body.rejected.map(({ code }) => code)).toEqual(['scope']);
    const coordinator = await peer.push(peer.act([decision('act.admitted', actOf(late))]));
    expect(coordinator.body.rejected.map(({ code }) => code)).toEqual(['decide-supervisor']);
  });

  it('S-27: takes the late acts of a branch whose case went to another meanwhile', async () => {
    const central = await start();
    const [desk, squad] = [await enrol(central), await enrol(central, 'squad.sbn')];
    const { id, seen } = await openCase(desk);
    const late = squad.act([noted(id)], { seen });
    await desk.push(desk.act([assignDraft(id, 'KLU', 'SBN')], { seen, private: { reason: 'Waris di KL' } }));
    expect((await squad.push(late)).body.accepted).toHaveLength(1);
    const page = await squad.pull(seen);
    expect(page.left.map((subject) => subject.id)).toContain(id);
  });
});
