import { expect, it } from 'vitest';
import { tilesUnder } from './tiles-under.ts';

const tiles = { url: null, host: 'tiles.example', mark: 'a1', credit: '© Peta', look: 'paper' as const };
const SERVED = 'app://console/tile/{z}/{x}/{y}';

it('gives the shell’s own address, another one for each source, and none in high contrast or where none are served', () => {
  const dark = { tiles, theme: 'dark' } as Parameters<typeof tilesUnder>[0];
  const address = tilesUnder(dark, SERVED) ?? '';
  expect(address.startsWith(`${SERVED}?`)).toBe(true);
  expect(address.replace(SERVED, '')).not.toMatch(/[{}]/);
  expect(tilesUnder({ ...dark, tiles: { ...tiles, mark: 'b2' } }, SERVED)).not.toBe(address);
  expect(tilesUnder({ ...dark, theme: 'hc' }, SERVED)).toBeNull();
  expect(tilesUnder({ ...dark, tiles: null }, SERVED)).toBeNull();
  expect(tilesUnder(dark, null)).toBeNull();
});
