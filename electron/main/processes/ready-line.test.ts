import { expect, it } from 'vitest';
import { createReadyReader } from './ready-line.ts';

it('finds the address in a line that comes in pieces, among other lines', () => {
  const found: string[] = [];
  const read = createReadyReader((url) => found.push(url));
  for (const piece of ['log line\nrea', 'dy http://127.0.', '0.1:4711\nready when you are\n']) read(piece);
  expect(found).toEqual(['http://127.0.0.1:4711']);
});
