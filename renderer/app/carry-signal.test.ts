import { expect, test, vi } from 'vitest';
import { openCarrySignal } from './carry-signal.ts';

test('another window hears what is in the air, and when it is let go', async () => {
  const [here, there] = [openCarrySignal(), openCarrySignal()];
  here.tell(['a', 'b']);
  await vi.waitFor(() => expect(there.inAir()).toEqual(['a', 'b']));
  expect(here.inAir()).toEqual([]);
  here.tell([]);
  await vi.waitFor(() => expect(there.inAir()).toEqual([]));
  here.close();
  there.close();
});
