import { expect, it } from 'vitest';
import { keyBox } from './key-box.ts';

const key = new Uint8Array(32).fill(7);

it('opens what it sealed, never twice the same, never with another key or once changed', () => {
  const box = keyBox(key);
  const sealed = box.seal('rahsia ✓');
  expect(box.open(sealed)).toBe('rahsia ✓');
  expect(box.seal('rahsia ✓')).not.toBe(sealed);
  expect(sealed).not.toContain('rahsia');
  expect(() => keyBox(new Uint8Array(32).fill(8)).open(sealed)).toThrow('unable to authenticate');
  const changed = Buffer.from(sealed.slice(5), 'base64');
  changed[20] = (changed[20] ?? 0) ^ 1;
  expect(() => box.open(`key1:${changed.toString('base64')}`)).toThrow('unable to authenticate');
  expect(() => box.open('plain:x')).toThrow('another box');
});
