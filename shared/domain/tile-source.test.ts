import { describe, expect, it } from 'vitest';
import { tileAddress, tileFault, tileHost } from './tile-source.ts';

describe('tileFault', () => {
  it.each([
    'https://tile.example/{z}/{x}/{y}.png',
    'https://tile.example:8443/v1/{z}/{y}/{x}?key=abc',
    'http://127.0.0.1:8080/{z}/{x}/{y}.webp',
  ])('takes %s', (url) => expect(tileFault(url)).toBeNull());

  it.each([
    ['', 'form'],
    ['tile.example/{z}/{x}/{y}', 'form'],
    ['https://{s}.tile.example/{z}/{x}/{y}', 'form'],
    ['https://tile.example/{z}/{x}/{y} .png', 'form'],
    ['https://me:pw@tile.example/{z}/{x}/{y}', 'secret'],
    ['http://tile.example/{z}/{x}/{y}', 'scheme'],
    ['http://127.0.0.1.example/{z}/{x}/{y}', 'scheme'],
    ['file://etc/{z}/{x}/{y}', 'scheme'],
    ['https://tile.example/{z}/{x}.png', 'places'],
    ['https://tile.example/{z}/{x}/{y}/{y}', 'places'],
    ['https://tile.example/{z}/{x}/{y}{r}.png', 'words'],
  ] as const)('says of %j what is wrong: %s', (url, fault) => expect(tileFault(url)).toBe(fault));
});

it('fills in the numbers of a tile, and names the host that is asked', () => {
  const source = { url: 'https://tile.example/{z}/{y}/{x}.png?key=a', credit: '', look: 'paper' as const };
  expect(tileAddress(source, 7, 100, 62)).toBe('https://tile.example/7/62/100.png?key=a');
  expect(tileHost(source)).toBe('tile.example');
  expect(tileHost({ ...source, url: 'http://127.0.0.1:8080/{z}/{x}/{y}' })).toBe('127.0.0.1:8080');
});
