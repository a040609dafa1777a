import { describe, expect, it } from 'vitest';
import { FIRST_ARRANGEMENT, QUEUE_COLUMNS } from '#shared/contract/view/arrangement.ts';
import { columnsThatFit } from './column-tracks.ts';

describe('columnsThatFit', () => {
  it('keeps the columns the desk comes with from the width on at which a row is one line', () => {
    expect(columnsThatFit(FIRST_ARRANGEMENT.columns, 520)).toEqual(FIRST_ARRANGEMENT.columns);
  });

  it('lets the last ones go where there is no room, and shows them where there is', () => {
    expect(columnsThatFit(QUEUE_COLUMNS, 540)).toEqual(FIRST_ARRANGEMENT.columns);
    expect(columnsThatFit(QUEUE_COLUMNS, 620)).toEqual([...FIRST_ARRANGEMENT.columns, 'status']);
    expect(columnsThatFit(QUEUE_COLUMNS, 900)).toEqual([...QUEUE_COLUMNS]);
  });
});
