import { expect, it } from 'vitest';
import { fileOf } from './page-file.ts';

it('finds files below its folder only', () => {
  expect(fileOf('/out/renderer', 'app://console/desk.html')).toBe('/out/renderer/desk.html');
  expect(fileOf('/out/renderer', 'app://console/assets/a%20b.js')).toBe('/out/renderer/assets/a b.js');
  expect(fileOf('/out/renderer', 'app://console/..%2f..%2fetc/passwd.html')).toBeNull();
  expect(fileOf('/out/renderer', 'app://console/%2e%2e/%2e%2e/secret.js')).toBe('/out/renderer/secret.js');
  expect(fileOf('/out/renderer', 'app://elsewhere/desk.html')).toBeNull();
  expect(fileOf('/out/renderer', 'app://console/desk.html%00.png')).toBeNull();
  expect(fileOf('/out/renderer', 'app://console/%E0%A4%A')).toBeNull();
  expect(fileOf('/out/renderer', 'app://console/passwd')).toBeNull();
});
