import { describe, expect, it } from 'vitest';
import { DAY_MS, dayOf, isoDay, weekdayOf } from '#shared/clocks/calendar/day.ts';
import type { CalendarEntry } from '#shared/contract/wire/rule-values.ts';
import { policyRow } from '#shared/sync/sample-rules.ts';
import { TEST_USER } from '#tests/support/engine.ts';
import { loneDesk } from '#tests/support/lone-desk.ts';

const desk = loneDesk();

/** A working day to come in Johor, at least so many days on. */
const workday = (ahead: number): string => {
  let day = dayOf(Date.now()) + ahead;
  while (['sat', 'sun'].includes(weekdayOf(day))) day++;
  return isoDay(day);
};
const off = (day: string, states: string[]): CalendarEntry => ({
  kind: 'off',
  day,
  states,
  branches: [],
  name: { t: 'text', v: 'Cuti khas' },
  status: 'gazetted',
  source: 'warta',
  substitute: true,
});

describe('the calendar of a state', () => {
  it('tells its week, hours and holidays, each with its source and whether it is gazetted', async () => {
    const view = await desk.ask('rules.calendar', { state: 'JHR', branch: null, year: 2025 });
    expect(view.weeks).toEqual([{ from: '2025-01-01', rest: ['sat', 'sun'], weekly: 'sun' }]);
    expect(view.hours).toMatchObject([{ open: 480, close: 1_020 }]);
    expect(view.off.find(({ day }) => day === '2025-08-31')).toMatchObject({
      name: { t: 'key', v: 'holiday.national' },
      onRest: true,
      everywhere: true,
      line: null,
    });
    // 31 August 2025 is a Sunday.
    expect(view.off.find(({ day }) => day === '2025-09-01')).toMatchObject({ why: 'substitute', onRest: false });
    expect(view).toMatchObject({ known: true, mayEdit: true, lines: [] });
    const before = await desk.ask('rules.calendar', { state: 'JHR', branch: null, year: 2024 });
    expect(before.weeks.at(-1)).toMatchObject({ rest: ['fri', 'sat'] });
  });

  it('shows what a holiday would move before it is set, then moves it, and back when the line is taken off', async () => {
    const { cases } = await desk.commit({ kind: 'report', text: 'Pekerja maut di Kluang', source: 'hotline' });
    const [id = ''] = cases;
    await desk.commit({ kind: 'assign', cases: [id], branch: 'KLU' });
    await desk.commit({ kind: 'complete-documents', cases: [id], benefit: 'funeral' });
    const due = async () =>
      (await desk.ask('case.get', { case: id })).clocks.find(({ key }) => key === 'charter.funeral')?.due ?? 0;
    const before = await due();
    const day = isoDay(dayOf(before));
    const entries = [{ entry: off(day, ['JHR']) }];
    const seen = await desk.ask('rules.preview-calendar', { entries });
    expect(seen).toMatchObject({ cases: 1, later: 1, earlier: 0, newlyLate: 0 });
    expect(seen.first).toMatchObject([{ key: 'charter.funeral', before }]);
    expect(await due()).toBe(before);
    const elsewhere = await desk.ask('rules.preview-calendar', { entries: [{ entry: off(day, ['SWK']) }] });
    expect(elsewhere).toMatchObject({ later: 0, first: [] });

    await desk.commit({ kind: 'set-calendar', entries, reason: 'diisytiharkan' });
    expect(await due()).toBe(seen.first[0]?.after);
    const view = await desk.ask('rules.calendar', { state: 'JHR', branch: null, year: Number(day.slice(0, 4)) });
    expect(view.lines).toMatchObject([{ by: 'Uji', reason: 'diisytiharkan', mayEdit: true, entry: { day } }]);
    const line = view.lines[0]?.id ?? '';
    expect(view.off.find((one) => one.line === line)).toMatchObject({ day, status: 'gazetted' });
    expect(await desk.ask('rules.preview-calendar', { entries: [], withdraw: [line] })).toMatchObject({ earlier: 1 });
    await desk.commit({ kind: 'set-calendar', entries: [], withdraw: [line] });
    expect(await due()).toBe(before);
  });

  it('is read by everybody and set by nobody out of scope', async () => {
    await desk.again({ ...TEST_USER, scope: { kind: 'state', state: 'Johor' } });
    const may = async (state: string) =>
      (await desk.ask('rules.calendar', { state, branch: null, year: 2026 })).mayEdit;
    expect([await may('JHR'), await may('SWK')]).toEqual([true, false]);
    const entries = [{ entry: off(workday(30), ['SWK']) }];
    await expect(desk.commit({ kind: 'set-calendar', entries })).rejects.toThrow('rules-scope');
    await desk.again({ ...TEST_USER, role: 'coordinator' });
    expect(await may('JHR')).toBe(false);
  });
});

describe('a file of holidays', () => {
  const read = (text: string, states = ['JHR']) =>
    desk.ask('rules.read-holidays', { text, states, source: 'warta.csv' });

  it('is shown beside what stands: new, changed, moved, the same, a clash; each faulty line is named', async () => {
    // A year whose holidays are shipped, whenever this runs.
    const year = 2027;
    const fresh = isoDay(dayOf(Date.now()) + 400);
    const text = [
      'tarikh,nama,negeri,status',
      `${year}-08-31,Hari Kebangsaan,all,gazetted`,
      `${year}-05-01,Hari Pekerja,JHR,estimated`,
      `${year}-12-25,Cuti lain,JHR,gazetted`,
      `${fresh},Hari Ulang Tahun Sekolah,JHR,gazetted`,
      '31 Ogos,Hari Kebangsaan,all,gazetted',
    ].join('\n');
    const seen = await read(text);
    expect(seen.faults).toMatchObject([{ line: 6, why: { key: 'holidays.fault.date' } }]);
    const verdicts = new Map(seen.holidays.map(({ day, verdict }) => [day.slice(5), verdict]));
    expect(verdicts.get('12-25')).toBe('clash');
    expect(verdicts.get(fresh.slice(5))).toBe('new');
    expect(seen.holidays.every(({ mayEdit }) => mayEdit)).toBe(true);
    // What is known keeps its words in both languages.
    expect(seen.holidays.find(({ day }) => day.endsWith('08-31'))?.name).toEqual({ t: 'key', v: 'holiday.national' });
    for (const { verdict, entries } of seen.holidays) expect(entries.length === 0).toBe(verdict === 'same');
  });

  it('takes the old day of a holiday that moved off its calendar, in one act', async () => {
    const { off: days } = await desk.ask('rules.calendar', { state: 'JHR', branch: null, year: 2027 });
    const maulid = days.find(({ name }) => name.v === 'holiday.maulid');
    const old = maulid?.day ?? '';
    const moved = isoDay(dayOf(Date.parse(`${old}T00:00:00+08:00`) + DAY_MS));
    const text = `date,name,states,status\n${moved},Maulidur Rasul,JHR,gazetted`;
    const [found] = (await read(text)).holidays;
    expect(found).toMatchObject({ verdict: 'moved', before: { day: old }, day: moved });
    await desk.commit({ kind: 'set-calendar', entries: found?.entries ?? [] });
    const after = await desk.ask('rules.calendar', { state: 'JHR', branch: null, year: 2027 });
    expect(after.off.filter(({ name }) => name.v === 'holiday.maulid').map(({ day }) => day)).toEqual([moved]);
    expect((await read(text)).holidays).toMatchObject([{ verdict: 'same', entries: [] }]);
    const other = await desk.ask('rules.calendar', { state: 'SGR', branch: null, year: 2027 });
    expect(other.off.find(({ name }) => name.v === 'holiday.maulid')?.day).toBe(old);
  });

  it('may be a calendar: whole days of the states it is for', async () => {
    const day = '2027-07-14';
    const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:${day.replaceAll('-', '')}\r\nSUMMARY:Cuti khas\r\nEND:VEVENT\r\nEND:VCALENDAR`;
    const seen = await read(text, ['JHR', 'MLK']);
    expect(seen).toMatchObject({
      form: 'ical',
      faults: [],
      holidays: [{ day, states: ['JHR', 'MLK'], verdict: 'new' }],
    });
  });

  it('promises under each office that could take a case the times of its own days', async () => {
    const { cases } = await desk.commit({ kind: 'report', text: 'Pekerja maut di Kluang', source: 'hotline' });
    const rule = { kind: 'days', days: 3, restStart: 'moves' } as const;
    const said = { key: 'kpi.acknowledgement', start: 'assigned', stop: ['acknowledged', 'replaced'], rule } as const;
    const policy = policyRow(0, { ...said, stop: [...said.stop], calendar: 'lead-days' });
    await desk.commit({ kind: 'set-policy', policy, replaces: 'kpi.acknowledgement@2024-01-01', reason: 'ujian' });
    // So long that no holiday of the whole state makes up for it.
    const closed = Array.from({ length: 10 }, (_, at) => isoDay(dayOf(Date.now()) + 1 + at));
    const entries = closed.map((day) => ({ entry: { ...off(day, []), branches: ['KLU'] } }));
    await desk.commit({ kind: 'set-calendar', entries, reason: 'banjir' });
    // The version begins when it is set.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const candidates = await desk.ask('candidates.get', { cases, branch: 'SGT' });
    const due = async (branch: string) => {
      const supposed = { kind: 'assign', branch } as const;
      const [seen] = await desk.ask('what-if.get', { cases, supposed });
      const ghost = candidates.find((one) => one.branch === branch)?.ghosts.find(({ key }) => key === said.key)?.due;
      expect(ghost).toBe(seen?.changes.find(({ key }) => key === said.key)?.after);
      return ghost ?? 0;
    };
    expect(await due('KLU')).toBeGreaterThan(await due('SGT'));
  });
});
