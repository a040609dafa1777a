import { describe, expect, it } from 'vitest';
import { loneDesk } from '#tests/support/lone-desk.ts';
import { marksInFiles } from '#tests/support/marks-in-files.ts';

const desk = loneDesk();

const KLANG = { name: 'Klang', state: 'Selangor', lat: 3.0333, lon: 101.45, confidence: 0.9 };
const PERAI = { name: 'Perai', state: 'Pulau Pinang', lat: 5.38, lon: 100.39, confidence: 0.9 };

async function find(words: string) {
  await expect.poll(async () => (await desk.ask('search.find', { words, limit: 20 })).left).toBe(0);
  return desk.ask('search.find', { words, limit: 20 });
}

async function twoCases(): Promise<[string, string]> {
  const one = await desk.commit({
    kind: 'report',
    text: 'Kren tumbang di tapak bina',
    source: 'hotline',
    place: KLANG,
  });
  const two = await desk.commit({ kind: 'report', text: 'Renjatan elektrik di kilang', source: 'press', place: PERAI });
  const [klang = '', perai = ''] = [one.cases[0], two.cases[0]];
  await desk.commit({
    kind: 'describe-victim',
    case: klang,
    name: 'Zulkifli bin Hamzah',
    idNumber: '800101-10-5541',
    employer: 'Bina Megah',
  });
  await desk.commit({ kind: 'note', cases: [perai], text: 'Zulkifli bin Hamzah ialah saksi, telefon 012-3456789' });
  return [klang, perai];
}

describe('searching at a desk', () => {
  it('finds by place, event, people, reports and notes, those named before those merely mentioned', async () => {
    const [klang, perai] = await twoCases();
    expect((await find('klang')).hits).toEqual([{ case: klang, fields: ['where'], text: null }]);
    expect((await find('kren')).hits[0]).toMatchObject({
      case: klang,
      fields: ['report'],
      text: expect.stringContaining('Kren'),
    });
    expect((await find('zulkifli')).hits.map((hit) => hit.case)).toEqual([klang, perai]);
    expect((await find('pulau pinang renjatan')).hits.map((hit) => hit.case)).toEqual([perai]);
    expect((await find('bina megah')).hits[0]?.case).toBe(klang);
    expect((await find('5541')).hits[0]).toMatchObject({ case: klang, text: '••••••-••-••41' });
    expect((await find('800101105541')).hits[0]).toMatchObject({ case: klang, text: '••••••-••-••41' });
    expect((await find('tiada langsung')).hits).toEqual([]);
  });

  it('keeps whom it finds masked, in notes and reports too', async () => {
    await twoCases();
    for (const words of ['zulkifli', 'hamzah', 'saksi', '3456789', 'zulkfli']) {
      const answer = await find(words);
      expect(answer.hits.length, words).toBeGreaterThan(0);
      const told = JSON.stringify(answer.hits) + JSON.stringify(answer.slips.map(({ meant }) => meant));
      expect(told, words).not.toMatch(/zulkifli|hamzah|3456789|5541|megah/i);
    }
  });

  it('forgives slips and old spellings', async () => {
    const [klang, perai] = await twoCases();
    expect((await find('selengor')).hits.map((hit) => hit.case)).toEqual([klang]);
    expect((await find('rejantan elektirk')).hits.map((hit) => hit.case)).toEqual([perai]);
    expect((await find('pulo pinang')).hits.map((hit) => hit.case)).toEqual([perai]);
  });

  it('follows what changes, and starts anew with the store', async () => {
    const [klang] = await twoCases();
    await find('klang');
    await desk.commit({ kind: 'assign', cases: [klang], branch: 'KLG' });
    await expect.poll(async () => (await find('klg')).hits.map((hit) => hit.case)).toEqual([klang]);
    await desk.again();
    expect((await find('zulkifli')).hits).toHaveLength(2);
  });

  it('finds nobody by what was taken back', async () => {
    const [, perai] = await twoCases();
    const { act } = await desk.commit({ kind: 'describe-victim', case: perai, name: 'Osman bin Contoh' });
    expect((await find('osman')).hits.map((hit) => hit.case)).toEqual([perai]);
    await desk.commit({ kind: 'undo', act });
    await expect.poll(async () => (await find('osman')).hits).toEqual([]);
    expect((await find('zulkifli')).hits).toHaveLength(2);
  });

  it('writes nothing of it to disk', async () => {
    await twoCases();
    await find('zulkifli');
    await desk.stop();
    expect(marksInFiles(desk.folder, ['zulkifli', 'Zulkifli', 'hamzah', 'tumbang'])).toEqual([]);
  });
});
