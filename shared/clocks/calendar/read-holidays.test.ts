import { describe, expect, it } from 'vitest';
import { isoDay, readDay } from './day.ts';
import { readHolidayIcal } from './read-holiday-ical.ts';
import { readHolidayTable } from './read-holiday-table.ts';

const seen = ({ holidays }: ReturnType<typeof readHolidayTable>) =>
  holidays.map(({ day, name, states, status }) => [isoDay(day), name.v, states.join(' '), status]);

describe('a table of holidays', () => {
  it('is read with headings of either language, days as offices write them, and quoted names', () => {
    const text =
      '\uFEFFTarikh,Nama,Negeri,Status,Ganti\r\n8/11/2026,"Hari Deepavali, seluruh negara",all but SWK,gazetted,ya\r\n2027-01-22,Hari Thaipusam,KUL PJY,,tidak\r\n';
    const read = readHolidayTable(text, 'surat');
    expect(read.faults).toEqual([]);
    expect(seen(read)).toEqual([
      [
        '2026-11-08',
        'Hari Deepavali, seluruh negara',
        'PLS KDH PNG PRK SGR KUL PJY NSN MLK JHR PHG TRG KTN SBH LBN',
        'gazetted',
      ],
      ['2027-01-22', 'Hari Thaipusam', 'KUL PJY', 'estimated'],
    ]);
    expect(read.holidays.map(({ substitute }) => substitute)).toEqual([true, false]);
  });

  it('reports each line that cannot be read and keeps the others', () => {
    const read = readHolidayTable(
      'date,name,states\n2026-02-30,A,all\n2026-03-01,,all\n2026-03-02,B,ZZZ\n\n2026-03-03,C,KUL\n2026-03-03,C,KUL',
      'x',
    );
    expect(read.faults.map(({ line, why }) => [line, why.key])).toEqual([
      [2, 'holidays.fault.date'],
      [3, 'holidays.fault.name'],
      [4, 'holidays.fault.state'],
      [7, 'holidays.fault.twice'],
    ]);
    expect(seen(read)).toEqual([['2026-03-03', 'C', 'KUL', 'estimated']]);
    expect(readHolidayTable('a,b\n1,2', 'x').faults.map(({ why }) => why.key)).toEqual(['holidays.fault.headings']);
  });
});

describe('a calendar file', () => {
  const ical = (...events: string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...events, 'END:VCALENDAR'].join('\r\n');
  const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n');
  const span = { from: readDay('2024-01-01'), to: readDay('2027-12-31') };
  const read = (text: string) => readHolidayIcal(text, { states: ['SGR'], span, source: 'x' });

  it('is read by whole days, several days and yearly ones spread out', async () => {
    const found = await read(
      ical(
        event('DTSTART;VALUE=DATE:20260321', 'DTEND;VALUE=DATE:20260323', 'SUMMARY:Hari Raya\\, Puasa'),
        event('DTSTART;VALUE=DATE:20200831', 'RRULE:FREQ=YEARLY', 'SUMMARY:Hari Kebangsaan'),
        event('DTSTART;VALUE=DATE:20270101', 'STATUS:TENTATIVE', 'SUMMARY:Tahun', ' Baharu'),
      ),
    );
    expect(found.faults).toEqual([]);
    expect(seen(found)).toEqual([
      ['2024-08-31', 'Hari Kebangsaan', 'SGR', 'gazetted'],
      ['2025-08-31', 'Hari Kebangsaan', 'SGR', 'gazetted'],
      ['2026-03-21', 'Hari Raya, Puasa', 'SGR', 'gazetted'],
      ['2026-03-22', 'Hari Raya, Puasa', 'SGR', 'gazetted'],
      ['2026-08-31', 'Hari Kebangsaan', 'SGR', 'gazetted'],
      ['2027-01-01', 'TahunBaharu', 'SGR', 'estimated'],
      ['2027-08-31', 'Hari Kebangsaan', 'SGR', 'gazetted'],
    ]);
  });

  it('reports meetings, nameless and endless entries, and what is no calendar', async () => {
    const found = await read(
      ical(
        event('DTSTART:20260321T090000Z', 'SUMMARY:Mesyuarat'),
        event('DTSTART;VALUE=DATE:20260321'),
        event('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260301', 'SUMMARY:Cuti sekolah'),
      ),
    );
    expect(found.holidays).toEqual([]);
    expect(found.faults.map(({ line, why }) => [line, why.key])).toEqual([
      [1, 'holidays.fault.time'],
      [2, 'holidays.fault.name'],
      [3, 'holidays.fault.long'],
    ]);
    expect((await read('<html>')).faults.map(({ why }) => why.key)).toEqual(['holidays.fault.ical']);
  });
});
