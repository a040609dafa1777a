import { assignment, at, moment, untouched } from '#shared/clocks/sample-facts.ts';
import type { ClockFacts } from '#shared/domain/clock-facts.ts';

/** Twenty moments of cases as they happen, each with the clock somebody asks about. */
export interface WhyCase {
  clock: string;
  now: string;
  facts: ClockFacts;
}

const SAM = 'SAM';
const lead = (branch: string, from: string) => assignment(`to-${branch}`, branch, at(from));
const news = (when: string) => ({ ...moment(at(when)), basis: 'published' as const });
const pause = (
  reason: ClockFacts['pauses'][number]['reason'],
  from: string,
  until: string | null,
  plannedUntil: string | null = null,
): ClockFacts['pauses'][number] => ({
  reason,
  from: moment(at(from)),
  until: until === null ? null : moment(at(until)),
  plannedUntil: plannedUntil === null ? null : at(plannedUntil),
});
const ask = (clock: string, now: string, received: string, change: Partial<ClockFacts> = {}): WhyCase => ({
  clock,
  now,
  facts: untouched(at(received), change),
});
const papers = (benefit: ClockFacts['documents'][number]['benefit'], when: string) => ({
  benefit,
  at: moment(at(when)),
});

export const WHY_CASES: readonly WhyCase[] = [
  ask('kpi.same-day-action', '2026-11-06 09:00', '2026-11-05 21:40'),
  ask('kpi.same-day-action', '2026-11-06 00:10', '2026-11-05 20:00'),
  ask('kpi.triage', '2026-11-05 22:05', '2026-11-05 21:40'),
  ask('kpi.triage', '2026-11-05 23:00', '2026-11-05 21:40', { assignments: [lead(SAM, '2026-11-05 21:50')] }),
  ask('kpi.assignment', '2026-11-05 22:05', '2026-11-05 21:40'),
  ask('kpi.acknowledgement', '2026-11-06 09:00', '2026-11-05 21:40', {
    assignments: [
      { ...lead(SAM, '2026-11-05 22:00'), until: moment(at('2026-11-05 22:20')) },
      lead('KLG', '2026-11-05 22:20'),
    ],
  }),
  ask('kpi.family-contact', '2026-11-06 15:00', '2026-11-05 21:40', {
    pauses: [pause('family-not-ready', '2026-11-06 09:00', null, '2026-11-07 09:00')],
  }),
  ask('kpi.family-contact', '2026-11-08 12:00', '2026-11-05 21:40', {
    pauses: [pause('family-not-ready', '2026-11-06 09:00', '2026-11-06 12:10')],
  }),
  ask('kpi.eligibility', '2026-11-07 10:00', '2026-11-05 21:40', {
    firstAction: moment(at('2026-11-06 08:00')),
    eligibility: [{ benefit: 'funeral', eligible: true, at: moment(at('2026-11-06 16:30')) }],
  }),
  ask('kpi.first-payment', '2026-11-12 19:00', '2026-11-05 21:40', { news: news('2026-11-05 18:00') }),
  ask('kpi.first-payment', '2026-11-14 09:00', '2026-11-05 21:40', {
    pauses: [
      pause('police-report', '2026-11-07 10:00', '2026-11-09 15:30'),
      pause('family-not-ready', '2026-11-10 08:00', '2026-11-10 11:00'),
    ],
    payments: [{ benefit: 'funeral', amountSen: 300_000, at: moment(at('2026-11-13 11:20')) }],
  }),
  ask('kpi.funeral-stretch', '2026-11-07 09:00', '2026-11-05 21:40', {
    documents: [papers('funeral', '2026-11-06 10:00')],
  }),
  ask('kpi.rehabilitation', '2026-11-20 09:00', '2026-11-05 21:40', {
    severity: 'injury',
    eligibility: [{ benefit: 'rehabilitation', eligible: true, at: moment(at('2026-11-10 10:00')) }],
  }),
  ask('charter.funeral', '2026-11-11 12:00', '2026-11-05 21:40', {
    assignments: [lead(SAM, '2026-11-05 22:00')],
    documents: [papers('funeral', '2026-11-06 10:00')],
  }),
  ask('charter.funeral', '2026-11-15 12:00', '2026-11-05 21:40', {
    assignments: [lead('ALS', '2026-11-05 22:00')],
    documents: [papers('funeral', '2026-11-06 10:00')],
  }),
  ask('charter.funeral', '2026-03-26 12:00', '2026-03-16 09:00', {
    assignments: [lead('MLK', '2026-03-16 09:10')],
    documents: [papers('funeral', '2026-03-18 14:00')],
    payments: [{ benefit: 'funeral', amountSen: 300_000, at: moment(at('2026-03-25 15:00')) }],
  }),
  ask('charter.dependants', '2024-12-30 09:00', '2024-12-20 09:00', {
    assignments: [lead('JHB', '2024-12-20 09:10')],
    documents: [papers('dependants', '2024-12-24 15:00')],
  }),
  ask('charter.survivors', '2026-11-12 09:00', '2026-11-02 09:00', {
    assignments: [lead(SAM, '2026-11-02 09:10'), lead('KBR', '2026-11-11 15:00')],
    documents: [papers('survivors', '2026-11-06 10:00')],
    pauses: [pause('police-report', '2026-11-10 09:00', '2026-11-10 12:10')],
  }),
  ask('charter.temporary-disablement', '2027-02-08 09:00', '2027-02-01 09:00', {
    severity: 'injury',
    documents: [papers('temporary-disablement', '2027-02-03 10:00')],
  }),
  ask('charter.complaint', '2026-11-10 09:00', '2026-11-02 09:00', {
    assignments: [lead('KCH', '2026-11-02 09:10')],
    complaints: [{ id: 'aduan-1', at: moment(at('2026-11-07 11:00')), acknowledged: moment(at('2026-11-09 10:00')) }],
  }),
];
