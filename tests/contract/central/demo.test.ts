import { expect, it } from 'vitest';
import { findCast } from '#central/demo/cast.ts';
import { createSquads } from '#central/demo/squads.ts';
import type { Kpi } from '#central/read/kpi.ts';
import type { ApiCase, ApiIncident } from '#shared/contract/api/read.ts';
import type { ReportState } from '#shared/domain/case-state.ts';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { enrol } from '#tests/support/central-console.ts';

const HOURS = [
  '2026-11-24T02:30:00+08:00',
  '2026-11-24T14:32:00+08:00',
  '2026-11-24T19:50:00+08:00',
  '2026-11-24T23:55:00+08:00',
];

/** A clock that starts at a moment and can be put forward. */
function clockAt(iso: string): { now: () => number; forward(ms: number): void } {
  let shift = Date.parse(iso) - Date.now();
  return {
    now: () => Date.now() + shift,
    forward: (ms) => {
      shift += ms;
    },
  };
}

async function kpi(central: TestCentral): Promise<Kpi> {
  return (await (await enrol(central)).get<Kpi>('/v1/reports/kpi')).body;
}

it.each(HOURS)('fills a board as on an ordinary day, whatever the hour: %s', async (iso) => {
  const clock = clockAt(iso);
  const central = await startCentral({ sample: true, clock: clock.now });
  const { open, closed, paid, clocks } = await kpi(central);
  expect(open.late).toBeGreaterThanOrEqual(4);
  expect(open.late).toBeLessThanOrEqual(6);
  expect(open).toMatchObject({ warned: 9, unassigned: 7, paused: 4 });
  expect(open.total).toBeGreaterThanOrEqual(55);
  expect(open.total).toBeLessThanOrEqual(70);
  expect(closed).toBeGreaterThanOrEqual(80);
  expect(paid).toBeGreaterThanOrEqual(60);
  expect(clocks['kpi.first-payment']?.percent).toBeLessThan(97);
  await central.stop();
});

it('tells many different stories over the whole country, all plainly invented', async () => {
  const central = await startCentral({ sample: true });
  const console = await enrol(central);
  const { body } = await console.get<{ items: ApiIncident[]; total: number }>('/v1/incidents?limit=500');
  expect(body.total).toBeGreaterThanOrEqual(120);
  expect(new Set(body.items.map(({ place }) => place?.state)).size).toBe(16);
  expect(new Set(body.items.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(12);
  expect(body.items.filter(({ kind }) => kind === 'other').length / body.total).toBeLessThanOrEqual(0.08);
  const told = body.items.flatMap(({ cases }) => cases.map(({ severity }) => severity));
  expect(told.filter((severity) => severity === 'unknown').length / told.length).toBeLessThanOrEqual(0.1);
  expect(body.items.some(({ cases }) => new Set(cases.map(({ severity }) => severity)).size > 1)).toBe(true);
  expect(new Set(body.items.flatMap(({ reports }) => reports.map(({ source }) => source))).size).toBeGreaterThanOrEqual(
    6,
  );
  expect(body.items.some(({ cases }) => cases.length === 10)).toBe(true);
  expect(body.items.filter(({ cases }) => cases.length > 1 && cases.length < 5).length).toBeGreaterThanOrEqual(5);
  expect(body.items.flatMap(({ reports }) => reports).every(({ channel }) => channel === 'demo')).toBe(true);

  const { events } = await console.pull(0, 5_000);
  const texts = events
    .filter(({ type }) => type === 'report.received')
    .map((event) => event.private?.text as ReportState['text']);
  expect(new Set(texts).size).toBeGreaterThanOrEqual(100);
  const victims = events.filter(({ type }) => type === 'case.victim-described');
  expect(victims.length).toBeGreaterThan(60);
  expect(victims.every((event) => String(event.private?.name).endsWith('(demo)'))).toBe(true);
  // The 31st of February and place code 00 do not exist.
  expect(victims.every((event) => /^\d{2}0231-00-\d{4}$/.test(String(event.private?.idNumber)))).toBe(true);
  expect(events.some((event) => JSON.stringify(event.payload).includes('"told"'))).toBe(true);
  const times = events.map(({ recordedAt }) => recordedAt ?? '');
  expect(times).toEqual([...times].sort());
  const late = events.filter(
    ({ recordedAt, happenedAt }) => Date.parse(recordedAt ?? '') - Date.parse(happenedAt) > 5 * 60_000,
  );
  expect(late).toEqual([]);
  await central.stop();
});

it('goes on by itself: squads act in time, and an old board is sane again at a later start', async () => {
  const clock = clockAt('2026-11-24T10:00:00+08:00');
  const first = await startCentral({ sample: true, clock: clock.now });
  const squads = createSquads(first.central.parts, await findCast(first.central.parts), clock.now());
  const before = await kpi(first);
  let made = 0;
  for (let minute = 0; minute < 90; minute++) {
    clock.forward(60_000);
    made += await squads.tick();
  }
  const after = await kpi(first);
  expect(made).toBeGreaterThan(20);
  expect(after.open.unassigned).toBeLessThan(before.open.unassigned);
  expect(after.open.late).toBeLessThanOrEqual(before.open.late + 3);
  await first.central.close();

  clock.forward(6 * 86_400_000);
  const later = await startCentral({ sample: true, clock: clock.now, dataFolder: first.dataFolder });
  const { open } = await kpi(later);
  expect(open.total).toBeGreaterThanOrEqual(40);
  expect(open.late).toBeLessThanOrEqual(12);
  const console = await enrol(later);
  const { body } = await console.get<{ items: ApiCase[] }>('/v1/cases?limit=500');
  const old = body.items.filter((one) =>
    one.clocks.some(({ startedAt }) => Date.parse(startedAt) < clock.now() - 8 * 86_400_000),
  );
  expect(old.filter(({ status }) => status !== 'closed').length).toBeLessThanOrEqual(8);
  await later.stop();
  first.central.close = async () => undefined;
  await first.stop();
});
