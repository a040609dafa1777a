import { expect, it } from 'vitest';
import { FIRST_ARRANGEMENT } from '#shared/contract/view/arrangement.ts';
import { TEST_USER } from '#tests/support/engine.ts';
import { loneDesk } from '#tests/support/lone-desk.ts';
import { marksInFiles } from '#tests/support/marks-in-files.ts';

const desk = loneDesk();

it('keeps how a person arranged the desk over a restart, and shows it to nobody else', async () => {
  const arrangement = {
    ...FIRST_ARRANGEMENT,
    columns: ['where' as const, 'clock' as const],
    queuePx: 640,
    views: [
      {
        name: 'Johor',
        tab: 'unassigned' as const,
        words: 'johor',
        columnWords: { where: 'kluang' },
        sort: [{ column: 'received' as const, descending: true }],
        columns: ['clock' as const],
      },
    ],
  };
  expect((await desk.ask('session.get', {})).arrangement).toBeUndefined();
  expect((await desk.ask('session.set', { arrangement })).arrangement).toEqual(arrangement);
  await desk.again();
  expect((await desk.ask('session.get', {})).arrangement).toEqual(arrangement);
  await desk.stop();
  expect(marksInFiles(desk.folder, ['johor', 'Johor', 'kluang'])).toEqual([]);
  await desk.again({ ...TEST_USER, id: '0199a000-0000-7000-8000-000000000002' });
  const other = await desk.ask('session.get', {});
  expect(other.arrangement).toBeUndefined();
  expect(JSON.stringify(other)).not.toContain('kluang');
});
