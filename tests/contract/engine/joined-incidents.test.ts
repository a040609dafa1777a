import { setTimeout as passes } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import { openStore } from '#engine/store/open-store.ts';
import { rebuild } from '#engine/store/rebuild.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import type { Committed } from '#shared/contract/acts.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { loneDesk } from '#tests/support/lone-desk.ts';

const desk = loneDesk();

const HOUR = 3_600_000;
const KLANG = { name: 'Klang', state: 'Selangor', lat: 3.0333, lon: 101.45, confidence: 0.9 };
/** Each in a millisecond of its own: of two in the same one, nobody can say which is older. */
const report = async (text: string, more: { victims?: number; publishedAt?: string; place?: typeof KLANG } = {}) => {
  await passes(2);
  return desk.commit({ kind: 'report', text, source: 'hotline', ...more });
};
const incidentOf = (made: Committed) => made.incidents[0] ?? '';
const caseOf = (made: Committed) => made.cases[0] ?? '';
const join = (a: Committed, b: Committed) => desk.commit({ kind: 'join', incidents: [incidentOf(a), incidentOf(b)] });
async function rows(): Promise<Map<string, QueueRow>> {
  const picture = await desk.until('rows.watch', {}, (message) => message.kind === 'picture');
  return new Map((picture.kind === 'picture' ? picture.rows : []).map((row) => [row.case, row]));
}
const dueOf = (row: QueueRow | undefined, key: string) => row?.clocks.find((clock) => clock.key === key)?.due;

describe('joined incidents at a desk', () => {
  it('S-20: show as the older one, and as two again once parted', async () => {
    const old = await report('Pekerja maut ditimpa besi', { victims: 2 });
    const young = await report('Dua pekerja maut di Klang', { victims: 2, place: KLANG });
    const before = await rows();
    await join(young, old);
    const joined = await rows();
    const [first, second] = [old.cases, young.cases].map((ids) => ids.map((id) => joined.get(id)));
    expect([...(first ?? []), ...(second ?? [])].map((row) => [row?.incident, row?.ordinal, row?.of])).toEqual(
      [1, 2, 3, 4].map((ordinal) => [incidentOf(old), ordinal, 4]),
    );
    for (const row of joined.values()) expect(row).toMatchObject({ place: 'Klang', state: 'Selangor', reports: 2 });
    const names = [...joined.values()].map((row) => new Set([row.number, ...row.aliases]));
    expect(names.every((set) => set.has('K0-1') && set.has('K0-2'))).toBe(true);
    for (const [id, row] of joined) expect(row.number).toBe(before.get(id)?.number);

    await desk.commit({ kind: 'part', incident: incidentOf(young) });
    expect(await rows()).toEqual(before);
  });

  it('S-20: keep every later edit on its own case when parted', async () => {
    const [old, young] = [await report('Pekerja maut di Klang'), await report('Pekerja cedera di Ipoh')];
    await join(old, young);
    await desk.commit({ kind: 'assign', cases: young.cases, branch: 'IPH' });
    await desk.commit({ kind: 'place', incident: incidentOf(old), place: KLANG });
    expect((await rows()).get(caseOf(young))).toMatchObject({ place: 'Klang', lead: 'IPH' });
    await desk.commit({ kind: 'part', incident: incidentOf(old) });
    const parted = await rows();
    expect(parted.get(caseOf(old))).toMatchObject({ incident: incidentOf(old), place: 'Klang', lead: null, of: 1 });
    expect(parted.get(caseOf(young))).toMatchObject({ incident: incidentOf(young), lead: 'IPH', state: 'Perak' });
  });

  it('rest their clocks on the earliest news of all, and go back when parted', async () => {
    const old = await report('Pekerja maut di Klang');
    const publishedAt = new Date(Date.now() - 30 * HOUR).toISOString();
    const young = await report('Pekerja maut di Klang', { publishedAt });
    const before = await rows();
    const due = (all: Map<string, QueueRow>, made: Committed) => dueOf(all.get(caseOf(made)), 'kpi.first-payment') ?? 0;
    expect(due(before, young)).toBeLessThan(due(before, old));
    await join(old, young);
    const joined = await rows();
    expect(due(joined, old)).toBe(due(before, young));
    expect(due(joined, young)).toBe(due(before, young));
    for (const made of [old, young])
      expect(dueOf(joined.get(caseOf(made)), 'kpi.assignment')).toBe(dueOf(before.get(caseOf(old)), 'kpi.assignment'));
    await desk.commit({ kind: 'part', incident: incidentOf(old) });
    expect(await rows()).toEqual(before);
  });

  it('stand in one drawer: reports, cases, and the joining told once', async () => {
    const [old, young] = [await report('Laporan pertama di Klang'), await report('Laporan kedua', { victims: 2 })];
    await join(old, young);
    const detail = await desk.ask('case.get', { case: young.cases[1] ?? '' });
    expect(detail.reports.map((one) => one.text)).toEqual(['Laporan pertama di Klang', 'Laporan kedua']);
    expect(detail.siblings.map((one) => [one.case, one.ordinal])).toEqual(
      [...old.cases, ...young.cases].map((id, index) => [id, index + 1]),
    );
    expect(detail.place?.name).toBe('Klang');
    expect(detail.clocks.map(({ key, due }) => [key, due])).toEqual(
      detail.row.clocks.map(({ key, due }) => [key, due]),
    );
    expect(detail.timeline.filter((entry) => entry.type === 'incident.joined')).toHaveLength(1);
    expect(detail.timeline.filter((entry) => entry.type === 'incident.opened')).toHaveLength(2);
    const [suggested] = await desk.ask('candidates.get', { cases: young.cases });
    expect(suggested).toMatchObject({ branch: detail.row.suggested?.branch, suggested: true });
  });

  it('are one to the wall and to the offices’ candidates', async () => {
    const [old, young] = [await report('Pekerja maut di Klang'), await report('Pekerja maut')];
    await join(old, young);
    const picture = await desk.until('wall.watch', {}, (wall) => wall.cases.length === 2);
    expect(new Set(picture.cases.map((one) => `${one.incident} ${one.town}`))).toEqual(
      new Set([`${incidentOf(old)} Klang`]),
    );
  });

  it('S-08, S-20: a join taken back leaves two, and its timeline says so', async () => {
    const [old, young] = [await report('Pekerja maut di Klang'), await report('Pekerja cedera di Ipoh')];
    const before = await rows();
    const made = await join(old, young);
    expect(made.undoUntil).not.toBeNull();
    await desk.again();
    await desk.commit({ kind: 'undo', act: made.act });
    expect(await rows()).toEqual(before);
    const { timeline } = await desk.ask('case.get', { case: caseOf(young) });
    expect(timeline.find((entry) => entry.type === 'incident.joined')?.state).toBe('undone');
  });

  it('S-20: a chain falls apart where the link in its middle is taken off', async () => {
    const [a, b, c] = [await report('Satu di Klang'), await report('Dua di Ipoh'), await report('Tiga di Muar')];
    const before = await rows();
    await join(c, b);
    await join(b, a);
    expect(new Set([...(await rows()).values()].map((row) => row.incident))).toEqual(new Set([incidentOf(a)]));
    await desk.commit({ kind: 'part', incident: incidentOf(a) });
    const parted = await rows();
    expect(parted.get(caseOf(a))).toEqual(before.get(caseOf(a)));
    for (const made of [b, c])
      expect(parted.get(caseOf(made))).toMatchObject({ incident: incidentOf(b), place: 'Ipoh', of: 2 });
  });

  it('S-15: are drawn alike from the log alone', async () => {
    const made = [await report('Satu di Klang', { victims: 3 }), await report('Dua'), await report('Tiga di Muar')];
    const [a, b, c] = made;
    if (a && b && c) {
      await join(a, b);
      await join(c, b);
      await desk.commit({ kind: 'part', incident: incidentOf(c) });
      await desk.commit({ kind: 'assign', cases: b.cases, branch: 'KLG' });
    }
    await desk.stop();
    const store = await openStore(desk.folder, () => '', SILENT_LOG);
    const dump = () =>
      Promise.all(
        ['case_row', 'incident_row', 'incident_link'].map((table) => store.reader.all(`SELECT * FROM ${table}`)),
      );
    const before = await dump();
    expect(before.map((table) => table.length)).toEqual([5, 3, 4]);
    await store.queue.write((db) => rebuild(db, { policies: defaultPolicies, now: Date.now() }));
    expect(await dump()).toEqual(before);
    await store.close();
    await desk.again();
  });
});
