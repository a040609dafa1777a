import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { beginNewEpoch } from '#central/store/new-epoch.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import type { PullReply, PushReply } from '#shared/contract/wire/sync.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { foldCase } from '#shared/sync/fold-case.ts';
import type { TestCentral } from '#tests/support/central.ts';
import { assignDraft, enrol, incidentDrafts, post, type TestConsole } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';

/** The log as a console of protocol 2 gets it; after a restore from where it begins anew. */
async function log(desk: TestConsole, after: number): Promise<AnyEvent[]> {
  return (await desk.get<PullReply>(`/v1/sync/pull?protocol=2&after=${after}&limit=5000`)).body.events;
}

async function bringBack(
  { url }: TestCentral,
  desk: TestConsole,
  events: readonly AnyEvent[],
  keys?: PullReply['keys'],
) {
  const brought = { protocol: 2, device: desk.device, epoch: desk.epoch, events: [...events] };
  const body = keys === undefined ? brought : { ...brought, keys };
  const auth = { authorization: `Bearer ${desk.token}`, 'accept-language': 'en' };
  return post<PushReply>(`${url}/v1/sync/bring-back`, { ...body, signature: desk.sign(body) }, auth);
}

/**
 * As if a backup from just before `seq` had been brought back: all after it is gone, and a new epoch begins.
 * @returns where it begins
 */
async function lose(central: TestCentral, seq: number): Promise<number> {
  const { database, writer } = central.central.parts;
  await writer.idle();
  const lost: { subject_id: string }[] = await database.writer('event').where('seq', '>', seq).select('subject_id');
  const subjects = lost.map((row) => row.subject_id);
  await database.writer('event_sealed').where('seq', '>', seq).delete();
  await database.writer('event').where('seq', '>', seq).delete();
  for (const table of ['incident_row', 'case_row', 'report_row'])
    await database.writer(table).whereIn('id', subjects).delete();
  await database.writer('scope_span').whereIn('subject_id', subjects).delete();
  await database.writer('central_head').update({ seq });
  const now = Date.now();
  await beginNewEpoch(database, randomUUID(), now);
  return now;
}

/** A case with words on it that a backup from `kept` lacks, and what more is said of it and erased. */
async function openTold(central: TestCentral) {
  const desk = await enrol(central, 'penyelia');
  const { drafts, cases } = incidentDrafts();
  const subject = { kind: 'case', id: cases[0] ?? '' } as const;
  const note = (text: string) => desk.push(desk.act([{ type: 'case.noted', subject, payload: {}, private: { text } }]));
  await desk.push(desk.act(drafts));
  const kept = (await desk.pull()).head;
  await note('Tandarahsia');
  const erase = async () => {
    const url = `${central.url}/v1/cases/${subject.id}/erase`;
    expect((await post(url, { reason: 'semakan' }, { authorization: `Bearer ${desk.token}` })).status).toBe(200);
  };
  const keys = () => central.central.parts.database.writer('subject_key').where({ subject_id: subject.id });
  return { desk, kept, note, erase, keys };
}

onEachDatabase('bringing back', (start) => {
  it('S-36: takes back what others made, in its old order, with its numbers and times, and once', async () => {
    const central = await start();
    const [a, b] = [await enrol(central), await enrol(central, 'penyelia')];
    const head = (await a.pull()).head;
    const { drafts, cases } = incidentDrafts(2);
    const [first = '', second = ''] = cases;
    await a.push(a.act(drafts));
    const opened = (await b.pull()).head;
    await a.push(a.act([assignDraft(first, 'KLU')], { seen: opened }));
    const seen = (await b.pull()).head;
    await b.push(b.act([assignDraft(first, 'SBN', 'KLU'), assignDraft(second, 'SBN')], { seen }));
    const before = await log(b, head);
    expect(before.every(({ receipt }) => (receipt ?? '').length === 22)).toBe(true);
    const anew = await lose(central, head);
    expect(await log(b, anew)).toEqual([]);

    // Neither holds them in order, both bring the same at once; what central wrote itself comes too.
    const replies = await Promise.all([bringBack(central, b, before.toReversed()), bringBack(central, a, before)]);
    expect(replies.map(({ status, body }) => [status, body.rejected])).toEqual([
      [200, []],
      [200, []],
    ]);
    const places = (reply: PushReply) => new Map(reply.accepted.map(({ id, seq }) => [id, seq]));
    expect([...places(replies[0].body)].sort()).toEqual([...places(replies[1].body)].sort());
    const after = await log(b, anew);
    expect(after.map(({ id, recordedAt }) => [id, recordedAt])).toEqual(
      before.map(({ id, recordedAt }) => [id, recordedAt]),
    );
    const stateOf = (events: readonly AnyEvent[], id: string) => {
      const { seq: _seq, ...state } = foldCase(events.filter(({ subject }) => subject.id === id)) ?? { seq: 0 };
      return canonicalJson(state);
    };
    for (const id of cases) expect(stateOf(after, id)).toBe(stateOf(before, id));
    const api = await b.get<{ number: string; lead: string; conflicts?: unknown[] }>(`/v1/cases/${first}`);
    expect(api.body).toMatchObject({
      lead: 'SBN',
      number: before.find((one) => one.subject.id === first && one.type === 'case.numbered')?.payload.number,
    });
    // A new case in the incident keeps clear of numbers that may yet come back.
    const more = randomUUID();
    const incident = before.find(({ type }) => type === 'incident.opened')?.subject.id ?? '';
    await b.push(
      b.act([
        {
          type: 'case.opened',
          subject: { kind: 'case', id: more },
          payload: { incident, ordinal: 3, severity: 'injury' },
        },
      ]),
    );
    const numbers = (await log(b, anew))
      .filter(({ type }) => type === 'case.numbered')
      .map((one) => one.payload.number);
    expect(new Set(numbers).size).toBe(3);
    expect(numbers.at(-1)).toMatch(/^\d{4}-\d{6}\/5\d$/);
  });

  it('S-37: who acted while it was lost has not seen it, also where it comes back only after another restore', async () => {
    const central = await start();
    const [a, b] = [await enrol(central), await enrol(central, 'penyelia')];
    const { drafts, cases } = incidentDrafts();
    const [first = ''] = cases;
    await a.push(a.act(drafts));
    const kept = (await b.pull()).head;
    await a.push(a.act([assignDraft(first, 'KLU')], { seen: kept }));
    const lost = await log(b, kept);
    const anew = await lose(central, kept);
    const { body } = await b.push(b.act([assignDraft(first, 'SBN')], { seen: anew }));
    expect(body.rejected).toEqual([]);
    lost.push(...(await log(b, anew)));
    const again = await lose(central, anew);
    expect((await bringBack(central, a, lost)).body.rejected).toEqual([]);
    const pages = [await log(b, 0), await log(b, again)];
    const history = pages.flat().filter(({ subject }) => subject.id === first);
    expect(foldCase(history)).toMatchObject({ lead: 'KLU', conflicts: [{ field: 'lead' }] });
  });

  it('S-26: an erasure that comes back closes also what was sealed meanwhile under a key it does not name', async () => {
    const central = await start();
    const { desk, kept, note, erase, keys } = await openTold(central);
    await erase();
    const lost = await log(desk, kept);
    const anew = await lose(central, kept);
    await keys().delete();
    expect((await note('Tandabaru')).body.rejected).toEqual([]);
    const told = async () => JSON.stringify(await desk.pull(anew, 5_000));
    expect(await told()).toContain('Tandabaru');
    expect((await bringBack(central, desk, lost)).body.rejected).toEqual([]);
    expect((await log(desk, anew)).map(({ type }) => type)).toContain('case.erased');
    expect(await told()).not.toContain('Tanda');
    expect((await note('Ujianlagi')).body.rejected).toEqual([]);
    expect(await told()).toContain('Ujianlagi');
  });

  it('S-26: what was said after an erasure, and is back before it, can be read once that is back, too', async () => {
    const central = await start();
    const { desk, kept, note, erase, keys } = await openTold(central);
    await erase();
    await note('Katabaru');
    const lost = await log(desk, kept);
    const anew = await lose(central, kept);
    const told = async () => JSON.stringify(await desk.pull(anew, 5_000));
    const [erased, others] = [true, false].map((is) => lost.filter(({ type }) => (type === 'case.erased') === is));
    expect((await bringBack(central, desk, others ?? [])).body.rejected).toEqual([]);
    expect(await told()).toContain('Katabaru');
    expect((await bringBack(central, desk, erased ?? [])).body.rejected).toEqual([]);
    expect(await told()).toContain('Katabaru');
    expect(await told()).not.toContain('Tandarahsia');
    expect(await keys().whereNotNull('wrapped')).toHaveLength(1);
  });

  it('S-26: what was accepted before an erasure and comes back after it stays closed, under a key it could not name', async () => {
    const central = await start();
    const { desk, kept, note, erase, keys } = await openTold(central);
    const lost = await log(desk, kept);
    const given = (await desk.get<PullReply>(`/v1/sync/pull?protocol=2&after=${kept}&limit=5000`)).body.keys;
    const anew = await lose(central, kept);
    await keys().delete();
    // Something to erase, so that the erasure is written.
    expect((await note('Katabaru')).body.rejected).toEqual([]);
    await erase();
    expect((await bringBack(central, desk, lost, given)).body.rejected).toEqual([]);
    const page = await desk.pull(anew, 5_000);
    expect((await log(desk, anew)).map(({ id }) => id)).toEqual(expect.arrayContaining(lost.map(({ id }) => id)));
    expect(JSON.stringify(page)).not.toContain('Tandarahsia');
    const live: { id: string }[] = await keys().whereNotNull('wrapped').select('id');
    expect(live.filter(({ id }) => lost.some(({ sealed }) => sealed?.key === id))).toEqual([]);
  });

  it('S-36: refuses a receipt that does not hold, the whole act with words, and takes the acts beside it', async () => {
    const central = await start();
    const desk = await enrol(central);
    const head = (await desk.pull()).head;
    await desk.push(desk.act(incidentDrafts().drafts));
    await desk.push(desk.act(incidentDrafts().drafts));
    const before = await log(desk, head);
    await lose(central, head);
    const [spoilt] = before;
    if (!spoilt) throw new Error('no event');
    const forgeries: Partial<AnyEvent>[] = [
      { receipt: 'AAAAAAAAAAAAAAAAAAAAAA' },
      { recordedAt: '2020-01-01T00:00:00+08:00' },
      { seq: (spoilt.seq ?? 0) + 1 },
      { happenedAt: '2020-01-01T00:00:00+08:00' },
      { was: [{ seq: 1, until: 1_000_000 }] },
      { actor: randomUUID() },
    ];
    for (const change of forgeries) {
      const { body } = await bringBack(central, desk, [{ ...spoilt, ...change }]);
      expect(body.rejected).toMatchObject([{ id: spoilt.id, code: 'bad-receipt', field: 'receipt' }]);
      expect(body.rejected[0]?.message).toContain('receipt');
    }
    const { receipt: _receipt, ...bare } = spoilt;
    const { body } = await bringBack(central, desk, [bare, ...before.slice(1)]);
    const act = before.filter(({ act }) => act === spoilt.act);
    expect(body.rejected.map(({ id }) => id).sort()).toEqual(act.map(({ id }) => id).sort());
    expect(body.accepted).toHaveLength(before.length - act.length);
    // A sound one later still gets in.
    expect((await bringBack(central, desk, act)).body.rejected).toEqual([]);
  });

  it('S-36: keeps both where a count was used again before its first holder came back', async () => {
    const central = await start();
    const desk = await enrol(central);
    const head = (await desk.pull()).head;
    const events = desk.act(incidentDrafts().drafts);
    await desk.push(events);
    const before = await log(desk, head);
    const anew = await lose(central, head);
    const again = desk.act(incidentDrafts().drafts).map((event, index) => ({ ...event, n: events[index]?.n ?? 0 }));
    expect((await desk.push(again)).body.rejected).toEqual([]);
    expect((await bringBack(central, desk, before)).body.rejected).toEqual([]);
    const kept = new Set((await log(desk, anew)).map(({ id }) => id));
    for (const { id } of [...again, ...before]) expect(kept.has(id)).toBe(true);
  });

  it('S-37: numbers what came back bare, and lets the number people know stand when it comes later', async () => {
    const central = await start();
    const [a, b] = [await enrol(central), await enrol(central)];
    const head = (await a.pull()).head;
    const { drafts, cases } = incidentDrafts();
    await a.push(a.act(drafts));
    const before = await log(b, head);
    await lose(central, head);
    const isNumber = ({ type }: AnyEvent) => type.endsWith('.numbered');
    await bringBack(
      central,
      a,
      before.filter((event) => !isNumber(event)),
    );
    const given = await a.get<{ number: string }>(`/v1/cases/${cases[0]}`);
    expect(given.body.number).toMatch(/\/1$/);
    await bringBack(central, b, before.filter(isNumber));
    const known = before.find(({ type }) => type === 'case.numbered')?.payload.number;
    expect((await a.get<{ number: string }>(`/v1/cases/${cases[0]}`)).body.number).toBe(known);
    expect(given.body.number).not.toBe(known);
  });

  it('S-36: an agency’s own id stands again for what it once became', async () => {
    const central = await start();
    const desk = await enrol(central);
    const head = (await desk.pull()).head;
    const auth = { authorization: `Bearer ${central.credentials.apiKey}` };
    const report = { text: 'Seorang pekerja maut di Ipoh', externalId: 'agensi-1' };
    type Reply = { accepted: { incidentId: string }[] };
    const send = () => post<Reply>(`${central.url}/v1/intake/reports`, report, auth);
    const first = await send();
    const before = await log(desk, head);
    await lose(central, head);
    await central.central.parts.database.writer('report_origin').delete();
    await bringBack(central, desk, before);
    expect((await send()).body.accepted).toEqual(first.body.accepted);
  });
});
