import { describe, expect, it } from 'vitest';
import { checkEvent } from '#shared/contract/wire/event.ts';
import { foldCase } from './fold-case.ts';
import { foldIncident } from './fold-incident.ts';
import { openIncident } from './open-incident.ts';
import { sampleEvent, sampleId } from './sample-events.ts';

const reading = {
  place: null,
  alternatives: [],
  suggested: null,
  kind: 'road',
  severities: ['death', 'injury', 'injury'],
  grade: 'rumour',
} as const;
const facts = { source: 'press', receivedAt: '2026-11-23T12:00:00+08:00' } as const;

describe('a report opens an incident', () => {
  it('S-04 with a case for each victim, and one where nobody is counted', () => {
    for (const count of [1, 3]) {
      const ids = {
        report: sampleId(1),
        incident: sampleId(2),
        cases: Array.from({ length: count }, (_, i) => sampleId(10 + i)),
      };
      const events = openIncident(facts, { text: 'Dua maut' }, reading, ids, 'K7-31').map((draft, i) =>
        sampleEvent(draft, { n: i + 1 }),
      );
      expect(events.map(checkEvent)).toEqual(events.map(() => null));
      const cases = ids.cases.map((id) => foldCase(events.filter((event) => event.subject.id === id)));
      expect(cases.map((one) => one?.label)).toEqual(count === 1 ? ['K7-31'] : ['K7-31/1', 'K7-31/2', 'K7-31/3']);
      expect(foldIncident(events.filter((event) => event.subject.id === ids.incident))).toMatchObject({
        kind: 'road',
        reports: [{ report: ids.report }],
      });
    }
  });
});
