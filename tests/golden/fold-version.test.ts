import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { EVENT_TYPES } from '#shared/contract/wire/event-payloads.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import { foldIncident } from '#shared/sync/fold-incident.ts';
import { foldReport } from '#shared/sync/fold-report.ts';
import { FOLDS, FOLDS_HASH } from '#shared/sync/fold-version.ts';
import { openIncident } from '#shared/sync/open-incident.ts';
import { NOON, sampleEvent, sampleId } from '#shared/sync/sample-events.ts';

const [report, incident, kase] = [sampleId(3), sampleId(2), sampleId(1)];
const subject = { kind: 'case', id: kase } as const;

const DRAFTS: EventDraft[] = [
  ...openIncident(
    { source: 'press', receivedAt: isoMalaysia(NOON), publishedAt: isoMalaysia(NOON - 3_600_000) },
    { text: 'Seorang pekerja maut' },
    {
      place: { name: 'Klang', state: 'Selangor', lat: 3.04, lon: 101.45, confidence: 0.9 },
      alternatives: [],
      suggested: null,
      kind: 'struck',
      severities: ['death'],
      grade: 'one-source',
    },
    { report, incident, cases: [kase] },
  ),
  { type: 'case.triaged', subject, payload: { severity: 'death', priority: 'high' } },
  { type: 'case.assigned', subject, payload: { branch: 'KLU', believedLead: null, suggested: null } },
  { type: 'case.victim-described', subject, payload: { sex: 'male', age: 34 }, private: { name: 'Contoh' } },
  { type: 'case.kin-described', subject, payload: { relation: 'isteri' }, private: { phone: '0123456789' } },
  { type: 'case.family-contacted', subject, payload: {} },
  { type: 'case.documents-completed', subject, payload: { benefit: 'funeral' } },
  { type: 'case.closed', subject, payload: { outcome: 'paid' } },
];

it('S-40: the number of the folds goes up with whatever they make of the same events', () => {
  const events = DRAFTS.map((draft, index) =>
    sampleEvent(draft, { n: index + 1, device: 'desk-a', seq: index + 1, seen: index, act: sampleId(100 + index) }),
  );
  const of = (id: string) => events.filter((event) => event.subject.id === id);
  const states = [foldCase(of(kase)), foldIncident(of(incident)), foldReport(of(report), false)];
  expect(states.every((state) => state !== null)).toBe(true);
  // Who does not know a type folds its subject as read-only.
  const types = Object.entries(EVENT_TYPES).map(([type, { v }]) => [type, v]);
  const hash = createHash('sha256')
    .update(canonicalJson([states, types.sort()]))
    .digest('hex');
  // Another hash: raise FOLDS, then put it beside.
  expect(`${FOLDS} ${hash}`).toBe(`${FOLDS} ${FOLDS_HASH}`);
});
