import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentState } from '#shared/domain/case-state.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldIncident } from './fold-incident.ts';
import { fuseIncidents, shownIncident } from './fuse-incidents.ts';
import { NOON, sampleEvent, sampleId } from './sample-events.ts';

const subject = (k: number) => ({ kind: 'incident', id: sampleId(k) }) as const;
const link = (k: number) => sampleId(9_000 + k);

/** Incident `k`, received `k` minutes after noon, with these halves of links to others. */
function incident(
  k: number,
  joined: readonly { link: number; with: number }[],
  parted: readonly number[] = [],
): IncidentState {
  let n = 1;
  const stamp = () => ({ n: n++, device: `d${k}`, seq: k * 100 + n, seen: 0 });
  const receivedAt = new Date(NOON + k * 60_000).toISOString();
  const state = foldIncident([
    sampleEvent({ type: 'incident.opened', subject: subject(k), payload: { kind: k % 2 ? 'other' : 'road' } }, stamp()),
    sampleEvent(
      {
        type: 'incident.report-linked',
        subject: subject(k),
        payload: { report: sampleId(500 + k), source: 'press', receivedAt },
      },
      stamp(),
    ),
    ...joined.map((one) =>
      sampleEvent(
        { type: 'incident.joined', subject: subject(k), payload: { link: link(one.link), with: sampleId(one.with) } },
        stamp(),
      ),
    ),
    ...parted.map((one) =>
      sampleEvent({ type: 'incident.parted', subject: subject(k), payload: { link: link(one) } }, stamp()),
    ),
  ]);
  if (!state) throw new Error('not opened');
  return state;
}

describe('incidents that are one', () => {
  it('S-20 show the conflicts of all of them; S-17 are read-only where one has what nobody here knows', () => {
    const graded = (grade: 'rumour' | 'confirmed', n: number) =>
      sampleEvent(
        { type: 'incident.graded', subject: subject(2), payload: { grade } },
        { n: 1, device: grade, seq: 300 + n, seen: 0 },
      );
    const opening = sampleEvent(
      { type: 'incident.opened', subject: subject(2), payload: { kind: 'road' } },
      { n: 1, device: 'd2', seq: 201, seen: 0 },
    );
    const told = [opening, graded('rumour', 1), graded('confirmed', 2)];
    const other = foldIncident(told);
    const strange = foldIncident([...told, { ...graded('confirmed', 3), type: 'incident.blessed' }]);
    if (!other || !strange) throw new Error('not opened');
    expect(other.conflicts).toMatchObject([{ field: 'grade' }]);
    const survivor = incident(1, []);
    expect(shownIncident({ survivor, others: [other] })).toMatchObject({
      id: survivor.id,
      conflicts: other.conflicts,
      readOnly: false,
    });
    expect(strange.readOnly).toBe(true);
    expect(shownIncident({ survivor, others: [strange] }).readOnly).toBe(true);
  });

  it('S-20 settle to the oldest, also when links cross or run in a circle', () => {
    const circle = [
      incident(3, [{ link: 1, with: 1 }]),
      incident(1, [{ link: 2, with: 2 }]),
      incident(2, [{ link: 3, with: 3 }]),
    ];
    const fusions = fuseIncidents(circle);
    expect(fusions).toHaveLength(1);
    expect(fusions[0]?.survivor.id).toBe(sampleId(1));
    expect(shownIncident(fusions[0] as never)).toMatchObject({
      id: sampleId(1),
      kind: 'road',
      reports: [1, 2, 3].map((k) => ({ report: sampleId(500 + k) })),
    });
  });

  it('S-20 part again with every later edit where it was made', () => {
    const parted = [incident(1, [{ link: 1, with: 2 }], [1]), incident(2, [{ link: 1, with: 1 }], [1])];
    expect(fuseIncidents(parted)).toHaveLength(2);
    expect(shownIncident({ survivor: incident(1, []), others: [] }).reports).toHaveLength(1);
  });

  it('S-20 are told alike by every replica, in whatever order it holds them', () => {
    const links = fc.array(fc.record({ link: fc.nat(20), with: fc.integer({ min: 1, max: 6 }) }), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(links, { minLength: 6, maxLength: 6 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        (all, order) => {
          const held = all.map((joined, index) => incident(index + 1, joined));
          const shuffled = order.map((index) => held[index]).filter((one) => one !== undefined);
          const told = (list: readonly IncidentState[]) =>
            fuseIncidents(list)
              .map(shownIncident)
              .sort((a, b) => (a.id < b.id ? -1 : 1));
          expect(canonicalJson(told(shuffled))).toBe(canonicalJson(told(held)));
          expect(told(held).flatMap((one) => one.reports)).toHaveLength(6);
        },
      ),
      { numRuns: 200 },
    );
  });
});
