import { afterEach, expect, it } from 'vitest';
import { createMail } from '#central/notify/mail.ts';
import type { NotifyOptions } from '#central/notify/start-notify.ts';
import type { Database } from '#central/store/database.ts';
import type { TestCentral } from '#tests/support/central.ts';
import { logIn } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';
import { type MailPeer, startMailPeer } from '#tests/support/mail-peer.ts';
import { assignedCase, MORNING, pushAt, putOnDuty } from '#tests/support/notify-desk.ts';

const MINUTE = 60_000;
const squad = { kind: 'branch', branch: 'SBN' } as const;
const state = { kind: 'state', state: 'Negeri Sembilan' } as const;

interface NoticeItem {
  state: string;
  error: string | null;
  percent: number;
  level: string;
  called: string | null;
  passed: string[];
  late: boolean;
  attempts: number;
}

let peer: MailPeer | null = null;
afterEach(async () => {
  await peer?.stop();
  peer = null;
});

/** Mail to a peer of this test's own, in English. */
async function byMail(): Promise<{ mail: MailPeer; notify: NotifyOptions }> {
  peer = await startMailPeer();
  const channels = [createMail({ url: peer.url, from: 'prihatin@example.my' })];
  return { mail: peer, notify: { channels, lang: 'en', link: null } };
}

async function noticesOf(central: TestCentral, which: string, user = 'penyelia') {
  const { accessToken } = await logIn(central, user);
  const headers = { authorization: `Bearer ${accessToken}` };
  const reply = await fetch(`${central.url}/v1/notices?state=${which}`, { headers });
  const body = (await reply.json()) as { items: NoticeItem[] };
  return { status: reply.status, items: body.items };
}

onEachDatabase('messages', (start, kind) => {
  it('call the squad, the next in the chain where nobody is on duty, and each only once', async () => {
    const { mail, notify } = await byMail();
    let now = MORNING;
    const central = await start({ notify, clock: () => now });
    const tick = async (minutes: number) => {
      now = MORNING + minutes * MINUTE;
      await central.central.notify?.tick();
      return mail.letters.splice(0).map(({ to, subject, text }) => ({ to, subject, text }));
    };
    await putOnDuty(central, 'squad', squad, 'skuad@example.my');
    await putOnDuty(central, 'state', state, 'negeri@example.my');
    await assignedCase(central, MORNING);
    expect(await tick(14)).toEqual([]);
    const [first, ...none] = await tick(15);
    expect(none).toEqual([]);
    expect(first?.to).toBe('skuad@example.my');
    expect(first?.subject).toMatch(/^\[DEMO\] 2026-\d{6}\/1: Branch acknowledgement, 50.?% of the time/);
    expect(first?.text).toContain('To be done by');
    expect(first?.text).not.toContain('late');
    expect(await tick(16)).toEqual([]);
    expect((await tick(23)).map(({ to }) => to)).toEqual(['skuad@example.my']);
    const [head] = await tick(27);
    expect(head?.to).toBe('negeri@example.my');
    expect(head?.text).toContain('head of the office');
    expect((await tick(31)).map(({ to }) => to)).toEqual(['negeri@example.my']);
    // Headquarters have nobody: it is not delivered, is tried again, and a supervisor sees it.
    expect(await tick(91)).toEqual([]);
    const { items } = await noticesOf(central, 'undelivered');
    expect(items).toMatchObject([{ percent: 200, level: 'hq', called: null, passed: ['hq'], error: 'nobody' }]);
    expect((await noticesOf(central, 'undelivered', 'penyelaras')).status).toBe(403);
    expect((await noticesOf(central, 'undelivered', 'penyelia.johor')).items).toEqual([]);
    const metrics = await (await fetch(`${central.url}/metrics`)).text();
    expect(metrics).toMatch(/prihatin_messages\{channel="mail",state="undelivered"\} 1/);
    // Once somebody is, they are told without waiting for the next attempt.
    await putOnDuty(central, 'hq', { kind: 'hq' }, 'ibu@example.my');
    expect(await tick(91)).toEqual([]);
    expect((await tick(91.2)).map(({ to, text }) => [to, text.includes('This message is late')])).toEqual([
      ['ibu@example.my', true],
    ]);
    expect((await noticesOf(central, 'sent')).items.map(({ late }) => late)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('wait while an act may be undone, and are taken back with words when news ends what they told of', async () => {
    const { mail, notify } = await byMail();
    let now = MORNING;
    const central = await start({ notify, clock: () => now });
    await putOnDuty(central, 'squad', squad, 'skuad@example.my');
    const heard = async (after: number) => {
      now += after;
      await central.central.notify?.tick();
      return mail.letters.splice(0).map(({ to, text, messageId }) => ({ to, text, messageId }));
    };
    expect(await heard(16 * MINUTE)).toEqual([]);
    // News of what was due a minute ago: it may yet be undone.
    const { id, assignment } = await assignedCase(central, MORNING);
    expect(await heard(0)).toEqual([]);
    expect(await heard(9_999)).toEqual([]);
    const [called] = await heard(1);
    expect(called?.text).toContain('This message is late');
    const payload = { assignment };
    const done = { type: 'case.acknowledged', subject: { kind: 'case', id }, payload } as const;
    await pushAt(central, MORNING + 5 * MINUTE, [done]);
    expect(await heard(0)).toEqual([]);
    const [words, ...more] = await heard(10_000);
    expect(more).toEqual([]);
    expect(words?.to).toBe(called?.to);
    expect(words?.text).toContain('it had been done before');
    expect(words?.messageId).not.toBe(called?.messageId);
    expect(await heard(90 * MINUTE)).toEqual([]);
    // What was never sent is taken back without a word.
    const other = await assignedCase(central, MORNING);
    expect(await heard(0)).toEqual([]);
    await pushAt(central, MORNING + 5 * MINUTE, [
      { ...done, subject: { kind: 'case', id: other.id }, payload: { assignment: other.assignment } },
    ]);
    expect(await heard(20_000)).toEqual([]);
  });

  it('come again by the same identity, and say so, when central dies between sending and recording', async () => {
    const { mail, notify } = await byMail();
    let now = MORNING;
    let dead = false;
    const holding = (database: Database): Database => ({
      ...database,
      writer: new Proxy(database.writer, {
        get: (pool, name) =>
          dead && name === 'transaction' ? () => Promise.reject(new Error('gone')) : Reflect.get(pool, name),
      }),
    });
    const central = await start({ notify, clock: () => now, holding });
    await putOnDuty(central, 'squad', squad, 'skuad@example.my');
    await assignedCase(central, MORNING);
    await central.central.notify?.tick();
    mail.onLetter(() => {
      dead = true;
    });
    now = MORNING + 15 * MINUTE;
    await central.central.notify?.tick();
    expect(mail.letters).toHaveLength(1);
    mail.onLetter(() => undefined);
    dead = false;
    const next = await start({
      notify: (await byMailTo(mail)).notify,
      clock: () => now,
      dataFolder: central.dataFolder,
      ...(central.central.parts.database.url === null ? {} : { database: central.central.parts.database.url }),
    });
    await next.central.notify?.tick();
    expect(mail.letters).toHaveLength(1);
    now += 3 * MINUTE;
    await next.central.notify?.tick();
    expect(mail.letters.map(({ messageId }) => messageId)).toEqual(Array(2).fill(mail.letters[0]?.messageId));
    expect(mail.letters.map(({ text }) => text.includes('may have come before'))).toEqual([false, true]);
    expect(mail.letters[1]?.text).toContain('This message is late');
    now += 30 * MINUTE;
    now -= 29 * MINUTE; // a clock that jumps there and back calls nobody twice
    await next.central.notify?.tick();
    expect(mail.letters).toHaveLength(2);
  });

  it('try again after a refusal that may pass, and give up after one for good', async () => {
    const { mail, notify } = await byMail();
    let now = MORNING;
    const central = await start({ notify, clock: () => now });
    await putOnDuty(central, 'squad', squad, 'skuad@example.my');
    await assignedCase(central, MORNING);
    await central.central.notify?.tick();
    mail.answer(451);
    now = MORNING + 15 * MINUTE;
    await central.central.notify?.tick();
    expect((await noticesOf(central, 'undelivered')).items).toMatchObject([{ state: 'waiting', error: 'smtp-451' }]);
    mail.answer(250);
    now += 9_000;
    await central.central.notify?.tick();
    expect(mail.letters).toEqual([]);
    now += 1_000;
    await central.central.notify?.tick();
    expect(mail.letters).toHaveLength(1);
    mail.answer(550);
    now = MORNING + 23 * MINUTE;
    await central.central.notify?.tick();
    expect((await noticesOf(central, 'failed')).items).toMatchObject([{ error: 'smtp-550', attempts: 1 }]);
  });

  it.each(kind === 'postgres' ? ['two processes'] : [])('are sent once by %s that plan and send at once', async () => {
    const { mail, notify } = await byMail();
    let now = MORNING;
    const one = await start({ notify, clock: () => now });
    const database = one.central.parts.database.url ?? '';
    const other = (await byMailTo(mail)).notify;
    const two = await start({ notify: other, clock: () => now, database, dataFolder: one.dataFolder });
    await putOnDuty(one, 'squad', squad, 'skuad@example.my');
    for (let made = 0; made < 12; made += 1) await assignedCase(made % 2 === 0 ? one : two, MORNING);
    const both = () => Promise.all([one.central.notify?.tick(), two.central.notify?.tick()]);
    await both();
    now = MORNING + 15 * MINUTE;
    for (let round = 0; round < 4; round += 1) await both();
    expect(mail.letters).toHaveLength(12);
    expect(new Set(mail.letters.map(({ messageId }) => messageId)).size).toBe(12);
  });
});

async function byMailTo(mail: MailPeer): Promise<{ notify: NotifyOptions }> {
  return {
    notify: { channels: [createMail({ url: mail.url, from: 'prihatin@example.my' })], lang: 'en', link: null },
  };
}
