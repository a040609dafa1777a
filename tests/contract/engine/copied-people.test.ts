import { cpSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { startEngine, type TestEngine } from '#tests/support/engine.ts';
import { openHouse, settled, type TestHouse } from '#tests/support/live-desk.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.end());

const sits = async (desk: TestEngine, username: string) => {
  await desk.ask('session.sign-in', { username, password: house.passwordOf(username) });
  return desk;
};
const report = (desk: TestEngine, text: string) => desk.commit({ kind: 'report', text, source: 'hotline', victims: 1 });
const logOf = async () => {
  const rows: { body: string }[] = await house.central.central.parts.database.reader('event').select('body');
  return rows.map(({ body }) => JSON.parse(body) as AnyEvent);
};

it('S-38: of a copy that goes on as another console the unsent acts of all who sat there arrive, not only of who sits', async () => {
  const first = await house.console();
  await settled(await sits(first, 'penyelia'));
  await settled(await sits(first, 'penyelaras'));
  await first.stop();
  const folder = `${first.folder}-copy`;
  cpSync(first.folder, folder, { recursive: true });
  const one = await house.console({ folder: first.folder });
  await report(one, 'Pekerja cedera di Ipoh');
  await settled(one);
  // The copy is alone: both make acts there, one after the other.
  const alone = await startEngine(folder);
  const made = [await report(alone, 'Pekerja maut di Klang')];
  await sits(alone, 'penyelia');
  made.push(await report(alone, 'Kebakaran kilang di Seremban'));
  await sits(alone, 'penyelaras');
  made.push(await report(alone, 'Pekerja maut di Kuching'));
  await alone.stop();
  // Who sat down without central signs in once it answers.
  const copy = await sits(await house.console({ folder }), 'penyelaras');
  const told = await copy.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 30_000);
  expect(told).toMatchObject({ rejected: 0, held: 0, notice: { key: 'notice.re-enrolled' } });
  const { device } = await copy.ask('session.get', {});
  expect((await one.ask('session.get', {})).device).not.toBe(device);
  const log = await logOf();
  const authors = made.map(({ act }) => new Set(log.filter((event) => event.act === act).map(({ actor }) => actor)));
  expect(authors.map((each) => each.size)).toEqual([1, 1, 1]);
  expect(authors[0]).toEqual(authors[2]);
  expect(authors[0]).not.toEqual(authors[1]);
  expect(new Set(log.filter(({ act }) => act === made[1]?.act).map((event) => event.device))).toEqual(
    new Set([device]),
  );
  await copy.stop();
  rmSync(folder, { recursive: true, force: true });
});
