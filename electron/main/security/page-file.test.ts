import { expect, it } from 'vitest';
import { pageFile, tilePath } from './page-file.ts';

it('finds files below its folder only', () => {
  expect(pageFile('/out/renderer', 'app://console/desk.html')?.file).toBe('/out/renderer/desk.html');
  expect(pageFile('/out/renderer', 'app://console/assets/a%20b.js')?.file).toBe('/out/renderer/assets/a b.js');
  expect(pageFile('/out/renderer', 'app://console/..%2f..%2fetc/passwd.html')).toBeNull();
  expect(pageFile('/out/renderer', 'app://console/%2e%2e/%2e%2e/secret.js')?.file).toBe('/out/renderer/secret.js');
  expect(pageFile('/out/renderer', 'app://elsewhere/desk.html')).toBeNull();
  expect(pageFile('/out/renderer', 'app://console/desk.html%00.png')).toBeNull();
  expect(pageFile('/out/renderer', 'app://console/%E0%A4%A')).toBeNull();
  expect(pageFile('/out/renderer', 'app://console/passwd')).toBeNull();
});

it('knows a tile by its path', () => {
  expect(tilePath('app://console/tile/7/100/62?https%3A')).toBe('/tile/7/100/62');
  expect(tilePath('app://console/desk.html')).toBeNull();
  expect(tilePath('app://elsewhere/tile/7/100/62')).toBeNull();
});
