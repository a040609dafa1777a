import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { beginNewEpoch } from '#central/store/new-epoch.ts';
import { enrol, incidentDrafts } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';

onEachDatabase('a central brought back', (start) => {
  it('S-22: leaps ahead of what the lost one may have given, each time it is brought back', async () => {
    const central = await start();
    const desk = await enrol(central);
    const { database } = central.central.parts;
    const sent = async () => {
      const { body } = await desk.push(desk.act(incidentDrafts().drafts));
      const { events } = await desk.pull((body.accepted[0]?.seq ?? 1) - 1);
      const ownCounts = events.filter(({ type }) => type.endsWith('.numbered')).map(({ n }) => n);
      return {
        seq: body.accepted[0]?.seq ?? 0,
        numbers: events.map((event) => event.payload.number).filter(Boolean),
        ownCount: Math.min(...ownCounts),
      };
    };
    const running = (numbers: readonly unknown[]) => Number(/-(\d+)/.exec(String(numbers[0]))?.[1]);
    const first = await sent();
    const now = Date.parse('2026-11-23T12:00:00+08:00');
    const epoch = randomUUID();
    await beginNewEpoch(database, epoch, now);
    expect(await database.reader('central_identity').first('epoch')).toEqual({ epoch });
    const second = await sent();
    expect(second.seq).toBeGreaterThan(now);
    expect(second.ownCount).toBeGreaterThan(now);
    expect(second.numbers).toHaveLength(2);
    // As many as it may have given between the backup and its loss.
    expect(running(second.numbers)).toBeGreaterThan(running(first.numbers) + 999);
    expect(second.numbers.filter((number) => first.numbers.includes(number))).toEqual([]);
    // The clock of this machine stands behind what was given: it leaps all the same.
    await beginNewEpoch(database, randomUUID(), 1_000);
    expect((await sent()).seq).toBeGreaterThan(second.seq + 999_999);
    expect((await enrol(central)).prefix).toBe('K202');
  });
});
