import { expect, it } from 'vitest';
import { pagePath } from './page-path.ts';

it('names a page file and its type', () => {
  expect(pagePath('/desk.html')).toEqual({ path: 'desk.html', type: 'text/html; charset=utf-8' });
  expect(pagePath('/assets/desk-B-XI8Fto.js')?.path).toBe('assets/desk-B-XI8Fto.js');
});

it('never leaves the folder, however the way out is written', () => {
  const ways = [
    '/../a.js',
    '/%2e%2e/a.js',
    '/x/..%2f..%2fa.js',
    '/x/../../a.js',
    '/..\\a.js',
    '/%5c..%5ca.js',
    '/a.js%00.html',
    '/%',
    '/./a.js',
  ];
  expect(ways.filter((way) => pagePath(way) !== null)).toEqual([]);
});

it('serves only what pages use', () => {
  expect(['/', '/desk', '/central.sqlite', '/a.constructor', '/.env'].filter((way) => pagePath(way) !== null)).toEqual(
    [],
  );
});
