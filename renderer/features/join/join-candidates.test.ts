import { describe, expect, it } from 'vitest';
import { aRow } from '#renderer/app/board/sample-rows.ts';
import { searchableWords } from '#renderer/app/board/searchable-words.ts';
import { incidentsOf, survivorOf } from './incident-facts.ts';
import { joinCandidates } from './join-candidates.ts';

const HOUR = 3_600_000;
const own = aRow({ case: 'own', number: '2026-000101/1', receivedAt: 100 * HOUR });
const rows = [
  own,
  aRow({ case: 'own-2', incident: own.incident, number: '2026-000101/2', ordinal: 2, of: 2 }),
  aRow({ case: 'twin', number: '2026-000105/1', lat: 2.85, lon: 101.82, receivedAt: 101 * HOUR, lead: 'SBN' }),
  aRow({ case: 'other-kind', number: '2026-000106/1', kind: 'road', receivedAt: 100 * HOUR }),
  aRow({ case: 'days-before', number: '2026-000020/1', receivedAt: 40 * HOUR }),
  aRow({
    case: 'far',
    number: '2026-000107/1',
    place: 'Ipoh',
    state: 'Perak',
    lat: 4.6,
    lon: 101.1,
    receivedAt: 99 * HOUR,
  }),
  aRow({ case: 'closed', number: '2026-000108/1', status: 'closed', receivedAt: 100 * HOUR }),
  aRow({ case: 'no-point', number: '2026-000109/1', lat: null, lon: null, receivedAt: 102 * HOUR }),
];
const incidents = incidentsOf(rows);
const mine = incidents.get(own.incident);
if (!mine) throw new Error('no incident');
const found = (query: string) =>
  joinCandidates(incidents, mine, query, searchableWords('ms')).map(({ facts, likely }) => [facts.row.case, likely]);

describe('incidents that may be the same', () => {
  it('come likely ones first, the nearest in front, then the same state, then the rest; never closed ones or itself', () => {
    expect(found('')).toEqual([
      ['no-point', true],
      ['twin', true],
      ['other-kind', false],
      ['days-before', false],
      ['far', false],
    ]);
  });

  it('are found by number, place and kind, in any order of words', () => {
    expect(found('105')).toEqual([['twin', true]]);
    expect(found('perak ipoh')).toEqual([['far', false]]);
    expect(found('jalan raya')).toEqual([['other-kind', false]]);
    expect(found('tiada begini')).toEqual([]);
  });

  it('tell how far they are where both places are known', () => {
    const near = joinCandidates(incidents, mine, '105', searchableWords('ms'))[0];
    expect(near?.km).toBeGreaterThan(3);
    expect(near?.km).toBeLessThan(5);
    expect(joinCandidates(incidents, mine, '109', searchableWords('ms'))[0]?.km).toBeNull();
  });
});

describe('an incident of the desk', () => {
  it('has its number without the victim’s, its cases in order and the branches that lead them', () => {
    expect(mine).toMatchObject({ number: '2026-000101', open: true, leads: [] });
    expect(mine.cases.map((row) => row.case)).toEqual(['own', 'own-2']);
  });

  it('stays when it is the older of two; of the same moment the smaller id', () => {
    const twin = incidents.get('incident-of-twin');
    const same = incidents.get('incident-of-other-kind');
    if (!twin || !same) throw new Error('no incident');
    expect(survivorOf(twin, mine)).toBe(mine);
    expect(survivorOf(mine, same)).toBe(same);
    expect(survivorOf(same, mine)).toBe(same);
  });
});
