import { expect, it } from 'vitest';
import type { TileSource } from '#shared/domain/tile-source.ts';
import { replyValue, startEngine, TEST_USER, temporaryFolder } from '#tests/support/engine.ts';

const source = { url: 'https://tiles.example/{z}/{x}/{y}.png?key=k', credit: '© Peta', look: 'paper' as const };
/** What a window hears that cannot set them: nothing of the key. */
const heard = {
  url: null,
  host: 'tiles.example',
  credit: '© Peta',
  look: 'paper',
  mark: expect.stringMatching(/^\w+$/),
};
const admin = { ...TEST_USER, role: 'admin' as const };

it('an admin sets where pictures under the map come from; shell and windows hear of it, also after a restart; nobody else may', async () => {
  const { folder, remove } = await temporaryFolder();
  const told: (TileSource | null)[] = [];
  const tiles = (source: TileSource | null) => void told.push(source);
  const first = await startEngine(folder, { user: admin, tiles });
  expect((await first.ask('session.get', {})).tiles).toBeNull();
  expect(told).toEqual([null]);
  const set = (await first.ask('session.set', { tiles: source })).tiles;
  expect(set).toEqual({ ...heard, url: source.url });
  const elsewhere = { ...source, url: `${source.url}2` };
  expect((await first.ask('session.set', { tiles: elsewhere })).tiles?.mark).not.toBe(set?.mark);
  expect((await first.ask('session.set', { tiles: source })).tiles).toEqual(set);
  expect(replyValue(await first.window('wall').call('session.get', {})).tiles).toEqual(heard);
  expect(told.at(-1)).toEqual(source);
  for (const url of ['http://tiles.example/{z}/{x}/{y}', 'https://tiles.example/', 'javascript:{z}{x}{y}'])
    await expect(first.ask('session.set', { tiles: { ...source, url } })).rejects.toThrow('bad-input (tiles.url)');
  await expect(first.ask('session.set', { tiles: { ...source, credit: ' ' } })).rejects.toThrow('(tiles.credit)');
  await first.stop();

  told.length = 0;
  const next = await startEngine(folder, { user: TEST_USER, tiles });
  expect(told[0]).toEqual(source);
  expect((await next.ask('session.get', {})).tiles).toEqual(heard);
  await expect(next.ask('session.set', { tiles: null })).rejects.toThrow('not-allowed');
  expect((await next.ask('session.set', { theme: 'light' })).tiles).toEqual(heard);
  await next.stop();
  await remove();
});
