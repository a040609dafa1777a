import { expect, it } from 'vitest';
import { insertEvents } from '#engine/store/event-rows.ts';
import { readMeta, writeMeta } from '#engine/store/meta.ts';
import { takeAnswer } from '#engine/sync/push-acts.ts';
import { sightOf } from '#engine/sync/sight.ts';
import { takePage } from '#engine/sync/take-events.ts';
import { NOON } from '#shared/sync/sample-events.ts';
import { assignDraft, enrol, incidentDrafts } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';
import { loneLedger } from '#tests/support/lone-ledger.ts';

const at = loneLedger(NOON);

onEachDatabase('what a copy of a console brought first', (start) => {
  it('S-23, S-38: stays where it is in sight, and goes where it is not, though central takes it for the copy’s', async () => {
    const central = await start();
    const desk = await enrol(central, 'penyelia');
    const [one, copy] = [await enrol(central, 'squad.klu'), await enrol(central, 'squad.klu')];
    const { ledger } = at;
    const taker = { ledger, device: one.device, now: () => Date.now() };
    const pull = async () => {
      const page = await one.pull((await readMeta(ledger.reader, 'position')) ?? 0);
      await takePage(taker, page);
      return page;
    };
    await ledger.write(async (db) => ({ result: await writeMeta(db, { sight: sightOf(one.user) }), subjects: [] }));
    const [kept, gone] = [incidentDrafts(), incidentDrafts()];
    const [stays = '', leaves = ''] = [kept.cases[0], gone.cases[0]];
    await desk.push(desk.act(kept.drafts));
    await desk.push(desk.act(gone.drafts));
    await desk.push(desk.act([assignDraft(stays, 'KLU'), assignDraft(leaves, 'KLU')]));
    await pull();
    const seen = (await readMeta(ledger.reader, 'position')) ?? 0;
    const notes = [stays, leaves].flatMap((id) =>
      one.act([{ type: 'case.noted', subject: { kind: 'case', id }, payload: {}, private: { text: 'Nota' } }], {
        seen,
      }),
    );
    await ledger.write(async (db) => ({ result: await insertEvents(db, notes, 1), subjects: [stays, leaves] }));
    await desk.push(desk.act([assignDraft(leaves, 'JHB', 'KLU')]));
    expect((await pull()).left.map(({ id }) => id)).toContain(leaves);

    const brought = await copy.push(notes.map((event) => ({ ...event, device: copy.device })));
    expect(brought.body.accepted.map(({ id }) => id)).toEqual(notes.map(({ id }) => id));
    const { body } = await one.push(notes);
    expect(body.accepted).toEqual(brought.body.accepted);
    await takeAnswer(ledger, notes, body, new Set());
    const ids = async () =>
      (await ledger.reader.all<{ id: string }>("SELECT subject_id AS id FROM event WHERE type = 'case.noted'")).map(
        ({ id }) => id,
      );
    expect((await ids()).sort()).toEqual([stays, leaves].sort());
    const page = await pull();
    // Central does not know it for this console's own.
    expect(page.left).toEqual([]);
    expect(await ids()).toEqual([stays]);
    expect(await ledger.reader.all('SELECT 1 FROM accepted_before')).toEqual([]);
  }, 60_000);

  it('S-03, S-38: what its console brings again once its store was put back has the time that central knows', async () => {
    const central = await start();
    const desk = await enrol(central, 'penyelia');
    const { ledger } = at;
    const position = (await desk.pull()).next;
    const sent = desk.act(incidentDrafts().drafts);
    const { body: first } = await desk.push(sent);
    const anew = sent.map((event) => ({ ...event, happenedAt: '2026-01-01T00:00:00+08:00' }));
    await ledger.write(async (db) => {
      await writeMeta(db, { sight: sightOf(desk.user), position });
      return { result: await insertEvents(db, anew, 1), subjects: [] };
    });
    const { body } = await desk.push(anew);
    expect(body).toEqual(first);
    await takeAnswer(ledger, anew, body, new Set());
    const page = await desk.pull(position);
    const receipts = new Map(first.accepted.map(({ id, receipt }) => [id, receipt]));
    const events = page.events.map((event) => ({ ...event, receipt: receipts.get(event.id) ?? event.receipt }));
    await takePage({ ledger, device: desk.device, now: () => Date.now() }, { ...page, events });
    const kept = await ledger.reader.all<{ id: string; time: string }>(
      `SELECT id, body ->> '$.happenedAt' AS time FROM event WHERE id IN (SELECT value FROM json_each(?)) ORDER BY n`,
      [JSON.stringify(sent.map(({ id }) => id))],
    );
    expect(kept).toEqual(sent.map(({ id, happenedAt }) => ({ id, time: happenedAt })));
  }, 60_000);
});
