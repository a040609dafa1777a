import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wallCase } from '#engine/calls/wall-stream.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { wallCaseSchema } from '#shared/contract/view/wall.ts';
import { startEngine, TEST_USER, temporaryFolder } from '#tests/support/engine.ts';

const WALL_FIELDS = ['assigned', 'clocks', 'id', 'incident', 'lat', 'lead', 'lon', 'open', 'town'];

it('lets nothing but the wall’s own fields through, whatever a row may carry one day', () => {
  const base = {
    case: 'a',
    incident: 'b',
    lat: 1,
    lon: 2,
    place: 'Ipoh',
    lead: null,
    status: 'unassigned',
    clocks: [],
  };
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (more) => {
      const made = wallCase({ ...more, ...base } as unknown as QueueRow);
      expect(Object.keys(made).sort()).toEqual(WALL_FIELDS);
      expect(Object.keys(wallCaseSchema.shape).sort()).toEqual(WALL_FIELDS);
    }),
  );
});

it('shows a wall no name, number of a person, employer or news text', async () => {
  const place = await temporaryFolder();
  const desk = await startEngine(place.folder, { user: TEST_USER });
  const made = await desk.commit({
    kind: 'report',
    text: 'Zulkarnain maut di kilang Cahaya di Klang',
    source: 'hotline',
    reporter: { name: 'Rosnah', phone: '012-3456789' },
  });
  const id = made.cases[0] ?? '';
  const spot = { state: 'Selangor', lat: 3.04, lon: 101.45, confidence: 1 };
  await desk.commit({
    kind: 'report',
    text: 'Buruh cedera',
    source: 'hotline',
    place: { ...spot, name: 'Rumah Encik Ahmad bin Ali 012-3456789' },
  });
  await desk.commit({ kind: 'place', incident: made.incidents[0] ?? '', place: { ...spot, name: 'Rumah Ahmad' } });
  await desk.commit({
    kind: 'describe-victim',
    case: id,
    name: 'Zulkarnain',
    idNumber: '800101-99-1241',
    employer: 'Kilang Cahaya',
  });
  await desk.commit({ kind: 'describe-kin', case: id, name: 'Salmah', phone: '019-8765432' });
  const pictures: string[] = [];
  desk.window('wall').watch('wall.watch', {}, (picture) => void pictures.push(JSON.stringify(picture)));
  await expect.poll(() => pictures.length).toBeGreaterThan(0);
  const text = pictures.join(' ');
  expect(text).toContain(id);
  for (const word of [
    'Zulkarnain',
    'Rosnah',
    'Salmah',
    'Cahaya',
    'Ahmad',
    '991241',
    '99-1241',
    '3456789',
    '8765432',
    'maut',
  ]) {
    expect(text).not.toContain(word);
  }
  const reply = await desk.window('wall').call('case.get', { case: id });
  expect(reply).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
  await desk.stop();
  await place.remove();
});
