import { expect, it } from 'vitest';
import type { ReadHolidayView } from '#shared/contract/view/calendar.ts';
import { takenAtFirst, takenEntries, verdictCounts } from './taken-holidays.ts';

const holiday = (verdict: ReadHolidayView['verdict'], mayEdit = true): ReadHolidayView => ({
  day: '2027-01-01',
  name: { t: 'text', v: verdict },
  states: ['JHR'],
  status: 'gazetted',
  verdict,
  before: null,
  entries:
    verdict === 'same' ? [] : [{ entry: { kind: 'worked', day: '2027-01-01', states: [verdict], branches: [] } }],
  mayEdit,
});
const file = [
  holiday('same'),
  holiday('new'),
  holiday('clash'),
  holiday('moved'),
  holiday('changed'),
  holiday('new', false),
];

it('takes what is new or differs and may be set, never a clash, until somebody says so', () => {
  const taken = takenAtFirst(file);
  expect([...taken]).toEqual([1, 3, 4]);
  const states = (of: ReadonlySet<number>) =>
    takenEntries(file, of).map(({ entry }) => ('states' in entry ? entry.states[0] : ''));
  expect(states(taken)).toEqual(['new', 'moved', 'changed']);
  expect(states(new Set([0, 2]))).toEqual(['clash']);
});

it('counts every holiday once', () => {
  expect(verdictCounts(file)).toEqual({ new: 2, changed: 2, same: 1, clash: 1 });
});
