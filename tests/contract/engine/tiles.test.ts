import { expect, it } from 'vitest';
import type { TileSource } from '#shared/domain/tile-source.ts';
import { startEngine, TEST_USER, temporaryFolder } from '#tests/support/engine.ts';

const source = { url: 'https://tiles.example/{z}/{x}/{y}.png?key=k', credit: '© Peta', look: 'paper' as const };
const admin = { ...TEST_USER, role: 'admin' as const };

it('an admin sets where pictures under the map come from; shell and windows hear of it, also after a restart; nobody else may', async () => {
  const { folder, remove } = await temporaryFolder();
  const heard: (TileSource | null)[] = [];
  const tiles = (told: TileSource | null) => void heard.push(told);
  const first = await startEngine(folder, { user: admin, tiles });
  expect((await first.ask('session.get', {})).tiles).toBeNull();
  expect(heard).toEqual([null]);
  expect((await first.ask('session.set', { tiles: source })).tiles).toEqual(source);
  expect(heard.at(-1)).toEqual(source);
  for (const url of ['http://tiles.example/{z}/{x}/{y}', 'https://tiles.example/', 'javascript:{z}{x}{y}'])
    await expect(first.ask('session.set', { tiles: { ...source, url } })).rejects.toThrow('bad-input (tiles.url)');
  await expect(first.ask('session.set', { tiles: { ...source, credit: ' ' } })).rejects.toThrow('(tiles.credit)');
  await first.stop();

  heard.length = 0;
  const next = await startEngine(folder, { user: TEST_USER, tiles });
  expect(heard[0]).toEqual(source);
  expect((await next.ask('session.get', {})).tiles).toEqual(source);
  await expect(next.ask('session.set', { tiles: null })).rejects.toThrow('not-allowed');
  expect((await next.ask('session.set', { theme: 'light' })).tiles).toEqual(source);
  await next.stop();
  await remove();
});
