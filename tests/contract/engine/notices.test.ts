import { afterEach, expect, it } from 'vitest';
import { createMail } from '#central/notify/mail.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { startEngine, type TestEngine, temporaryFolder } from '#tests/support/engine.ts';
import { assignedCase } from '#tests/support/notify-desk.ts';

const HOUR = 3_600_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function sitting(central: TestCentral, at: number): Promise<TestEngine> {
  const { folder, remove } = await temporaryFolder();
  const desk = await startEngine(folder, { central: { url: central.url, credentialsFile: null } });
  ends.push(remove, () => desk.stop());
  const { username, password } = central.credentials.users[at] ?? { username: '', password: '' };
  await desk.ask('session.sign-in', { username, password });
  return desk;
}

it('shows a supervisor what did not arrive and why, and whom to phone by the rota of this console', async () => {
  let shift = -HOUR;
  const notify = {
    channels: [createMail({ url: 'smtp://127.0.0.1:9', from: 'a@x.my' })],
    lang: 'en',
    link: null,
  } as const;
  const central = await startCentral({ clock: () => Date.now() + shift, notify });
  ends.push(() => central.stop());
  await assignedCase(central, Date.now() - HOUR, 'SBN');
  // What was just recorded may be undone for a while: it leaves the house after that.
  for (const ahead of [0, 15_000, 30_000]) {
    shift = ahead;
    await central.central.notify?.tick();
  }

  const desk = await sitting(central, 0);
  const list = () => desk.ask('rules.notices', { list: 'undelivered' });
  await expect.poll(async () => (await list()).items.length, { timeout: 20_000 }).toBeGreaterThan(0);
  expect((await list()).items[0]).toMatchObject({ branch: 'SBN', channel: 'mail', error: 'nobody', phone: null });
  const span = { from: isoMalaysia(Date.now() - HOUR), to: isoMalaysia(Date.now() + HOUR) };
  const duty = { area: { kind: 'hq' }, level: 'hq', ...span, name: 'Ibu Pejabat', phone: '03-4257 1234' } as const;
  await desk.commit({ kind: 'set-rota', duties: [duty] });
  expect((await list()).items[0]?.phone).toEqual({ level: 'hq', name: 'Ibu Pejabat', phone: '•••-•••••34' });
  expect((await desk.ask('rules.notices', { list: 'sent' })).items).toEqual([]);

  const coordinator = await sitting(central, 1);
  await expect(coordinator.ask('rules.notices', { list: 'undelivered' })).rejects.toThrow(/role|not-allowed/);
  await central.stop();
  await expect(desk.ask('rules.notices', { list: 'undelivered' })).rejects.toThrow('offline');
});
