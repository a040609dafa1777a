import { expect, test } from 'vitest';
import { chooseSlot, type RackView, rackSlots } from './rack-slot.ts';
import { stageLayout } from './stage-layout.ts';

const slots = rackSlots(stageLayout(680, 780, null));
const view = (ends: RackView['ends'], marks: RackView['marks'] = []): RackView => ({
  ends,
  marks,
  cards: (room) => ({ height: Math.min(room, 260), dropped: 0 }),
});

test('stands in the frame where the offices are: over the sea at the right of Semenanjung, at the left of Borneo', () => {
  expect(chooseSlot(slots, view([{ x: 200, y: 180 }]))).toMatchObject({ side: 'right', y: 12 });
  const sabah = [
    { x: 480, y: 620 },
    { x: 420, y: 590 },
  ];
  const slot = chooseSlot(slots, view(sabah));
  expect(slot).toMatchObject({ side: 'left', x: 12 });
  expect(slot?.y).toBeGreaterThan(470);
});

test('hides no office in question and no red if it can', () => {
  const kuching = [
    { x: 160, y: 720 },
    { x: 280, y: 700 },
  ];
  expect(chooseSlot(slots, view(kuching))).not.toMatchObject({ side: 'left', x: 12, y: 499 });
  const red = { x: 560, y: 100, urgency: 'missed' } as const;
  const free = chooseSlot(slots, view([{ x: 340, y: 100 }], [red, red, red]));
  expect(free).not.toMatchObject({ side: 'right', y: 12 });
});

test('no frame, no rack', () => {
  expect(chooseSlot(rackSlots(stageLayout(0, 0, null)), view([]))).toBeNull();
});
