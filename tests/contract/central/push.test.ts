import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { assignDraft, enrol, incidentDrafts, post } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';

onEachDatabase('push', (start) => {
  it('S-12: accepts an act, numbers what it opens, and answers the same to the same again', async () => {
    const console = await enrol(await start());
    const { drafts, incident, cases } = incidentDrafts(2);
    const events = console.act(drafts);
    const first = await console.push(events);
    expect(first.status).toBe(200);
    expect(first.body.rejected).toEqual([]);
    expect(first.body.accepted.map(({ id }) => id)).toEqual(events.map(({ id }) => id));

    const again = await console.push(events);
    expect(again.body).toEqual(first.body);

    const { events: log } = await console.pull();
    expect(log.filter((event) => event.act === events[0]?.act)).toHaveLength(events.length);
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
    const numbers = log
      .filter((event) => event.type.endsWith('.numbered'))
      .map((event) => [event.subject.id, event.payload.number]);
    expect(numbers).toEqual([
      [incident, `${year}-000001`],
      [cases[0], `${year}-000001/1`],
      [cases[1], `${year}-000001/2`],
    ]);
  });

  it('S-09: keeps the good act and rejects the bad one whole, with words', async () => {
    const console = await enrol(await start());
    const good = incidentDrafts();
    await console.push(console.act(good.drafts));
    const bad = console.act([assignDraft(good.cases[0] ?? '', 'KLU'), assignDraft(randomUUID(), 'KLU')]);
    const fine = console.act([assignDraft(good.cases[0] ?? '', 'SBN')]);
    const { body } = await console.push([...bad, ...fine]);
    expect(body.accepted.map(({ id }) => id)).toEqual(fine.map(({ id }) => id));
    expect(body.rejected.map(({ id, code }) => [id, code])).toEqual(bad.map(({ id }) => [id, 'not-found']));
    expect(body.rejected.every(({ message }) => message.length > 10 && !message.includes('⟦'))).toBe(true);
    const { events } = await console.pull();
    expect(events.some((event) => event.act === bad[0]?.act)).toBe(false);
  });

  it('S-09: takes no second half of an act it has', async () => {
    const console = await enrol(await start());
    const { drafts, cases } = incidentDrafts();
    await console.push(console.act(drafts));
    const [first, second] = console.act([
      assignDraft(cases[0] ?? '', 'KLU'),
      assignDraft(cases[0] ?? '', 'SBN', 'KLU'),
    ]);
    if (!first || !second) throw new Error('two events');
    expect((await console.push([first])).body.accepted).toHaveLength(1);
    const { body } = await console.push([second]);
    expect(body).toMatchObject({ accepted: [], rejected: [{ id: second.id, code: 'act-closed', field: 'act' }] });
  });

  it('says a fault of form in the language asked for, with the member and the fix', async () => {
    const console = await enrol(await start());
    const { drafts, cases } = incidentDrafts();
    await console.push(console.act(drafts));
    const subject = { kind: 'case', id: cases[0] ?? '' } as const;
    const { body } = await console.push(
      console.act([{ type: 'case.victim-described', subject, payload: { occupation: 'x'.repeat(81) } }]),
    );
    expect(body.rejected[0]).toMatchObject({
      code: 'bad-event',
      field: 'payload.occupation',
      message: 'payload.occupation terlalu panjang: tulis paling banyak 80 aksara',
    });
  });

  it('S-12: takes a torn replay: some events known, the rest of the push new', async () => {
    const console = await enrol(await start());
    const one = incidentDrafts();
    const two = incidentDrafts();
    const first = console.act(one.drafts);
    const second = console.act(two.drafts);
    await console.push(first);
    const { body } = await console.push([...first.slice(2), ...second]);
    expect(body.rejected).toEqual([]);
    expect(body.accepted).toHaveLength(first.length - 2 + second.length);
    expect(new Set((await console.pull()).events.map(({ id }) => id)).size).toBe((await console.pull()).head);
  });

  it('S-02, S-12: takes the same push from several tries at once as one', async () => {
    const console = await enrol(await start());
    const events = console.act(incidentDrafts(2).drafts);
    const replies = await Promise.all(Array.from({ length: 5 }, () => console.push(events)));
    for (const { body } of replies) expect(body).toEqual(replies[0]?.body);
    expect(replies[0]?.body.accepted).toHaveLength(events.length);
    const { events: log, head } = await console.pull();
    expect(log.filter(({ act }) => act === events[0]?.act)).toHaveLength(events.length);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, index) => index + 1));
  });

  it('S-17: keeps an unknown event type untouched and passes it on', async () => {
    const console = await enrol(await start());
    const { drafts, cases } = incidentDrafts();
    await console.push(console.act(drafts));
    const [strange] = console.act([assignDraft(cases[0] ?? '', 'SBN')], {
      type: 'case.teleported',
      v: 7,
      payload: { to: ['orbit', 3.25, null], deep: { a: { b: 'c' } } },
      private: { who: 'x' },
    });
    if (!strange) throw new Error('no event');
    const { body } = await console.push([strange]);
    expect(body.rejected).toEqual([]);
    const {
      seq: _seq,
      recordedAt: _at,
      ...back
    } = (await console.pull()).events.find(({ id }) => id === strange.id) ?? { id: '' };
    expect(canonicalJson(back)).toBe(canonicalJson(strange));
  });

  it('S-12: notices a cloned device: the same count with other content', async () => {
    const console = await enrol(await start());
    const { drafts, cases } = incidentDrafts();
    const first = console.act(drafts);
    await console.push(first);
    const clone = console.act([assignDraft(cases[0] ?? '', 'SBN')], { n: first[0]?.n ?? 1 });
    const { body } = await console.push(clone);
    expect(body.rejected.map(({ code, message }) => [code, message.includes('⟦')])).toEqual([['device-cloned', false]]);
  });

  it('refuses an event whose content changed under its id', async () => {
    const console = await enrol(await start());
    const { drafts } = incidentDrafts();
    const events = console.act(drafts);
    await console.push(events);
    const [first] = events;
    if (!first) throw new Error('no event');
    const { body } = await console.push([{ ...first, payload: { ...first.payload, source: 'agency' } }]);
    expect(body.rejected.map(({ code }) => code)).toEqual(['event-changed']);
  });

  it('S-38: answers what a console put back from an older copy of its disk brings again with its time learned anew', async () => {
    const console = await enrol(await start());
    const events = console.act(incidentDrafts().drafts);
    const { body } = await console.push(events);
    const log = await console.pull();
    const again = events.map((event) => {
      const happenedAt = '2026-01-01T00:00:00+08:00';
      const { receivedAt } = event.payload;
      return {
        ...event,
        happenedAt,
        payload: receivedAt ? { ...event.payload, receivedAt: happenedAt } : event.payload,
      };
    });
    expect((await console.push(again)).body).toEqual(body);
    expect((await console.pull()).events).toEqual(log.events);
    const others = again.map((event) => ({ ...event, n: event.n + 100 }));
    expect(new Set((await console.push(others)).body.rejected.map(({ code }) => code))).toEqual(
      new Set(['event-changed']),
    );
  });

  it('S-38: answers what another copy of a console has brought as the one it went on as with the place it has', async () => {
    const central = await start();
    const [one, two] = [await enrol(central), await enrol(central)];
    const events = one.act(incidentDrafts().drafts);
    const brought = await two.push(events.map((event) => ({ ...event, device: two.device })));
    expect(brought.body.rejected).toEqual([]);
    const log = await one.pull();
    expect((await one.push(events)).body).toEqual(brought.body);
    expect((await one.pull()).events).toEqual(log.events);
    const other = events.map((event) => ({ ...event, actor: 'somebody' }));
    expect(new Set((await one.push(other)).body.rejected.map(({ code }) => code))).toEqual(new Set(['event-changed']));
  });

  it('refuses a wrong signature, a stranger device, another device’s events, an old protocol and an old epoch', async () => {
    const central = await start();
    const console = await enrol(central);
    const other = await enrol(central);
    const events = console.act(incidentDrafts().drafts);
    const body = { protocol: 1, device: console.device, epoch: console.epoch, events };
    const auth = { authorization: `Bearer ${console.token}` };
    const push = (sent: object) => post<{ code: string; field?: string }>(`${central.url}/v1/sync/push`, sent, auth);

    expect(await push({ ...body, signature: other.sign(body) })).toMatchObject({
      status: 403,
      body: { code: 'bad-signature' },
    });
    const stranger = { ...body, device: randomUUID() };
    expect(await push({ ...stranger, signature: console.sign(stranger) })).toMatchObject({
      status: 403,
      body: { code: 'device-unknown' },
    });
    expect(await push({ ...body, protocol: 0, signature: '' })).toMatchObject({
      status: 426,
      body: { code: 'update-needed' },
    });
    expect(await console.push(events, { epoch: 'before' })).toMatchObject({
      status: 409,
      body: { code: 'epoch-changed' },
    });
    const { body: answer } = await other.push(events);
    expect(new Set(answer.rejected.map(({ code }) => code))).toEqual(new Set(['other-device']));
    expect((await console.pull()).events.some(({ device }) => device === console.device)).toBe(false);
  });

  it('refuses acts in the name of someone who never signed in at the console', async () => {
    const central = await start();
    const console = await enrol(central);
    const squad = await enrol(central, 'squad.klu');
    const events = console.act(incidentDrafts().drafts, { actor: squad.user.id });
    const { body } = await console.push(events);
    expect(new Set(body.rejected.map(({ code }) => code))).toEqual(new Set(['not-signed-in-here']));
  });

  it('S-13: gives seq without a gap a puller could skip while many consoles push at once', async () => {
    const central = await start();
    const consoles = await Promise.all(Array.from({ length: 6 }, () => enrol(central)));
    const seen: number[] = [];
    let done = false;
    const reader = consoles[0];
    if (!reader) throw new Error('no console');
    const puller = (async () => {
      for (let after = 0; ; ) {
        const ended = done;
        const page = await reader.pull(after, 40);
        seen.push(...page.events.map(({ seq }) => seq ?? 0));
        after = page.next;
        if (ended && page.next === page.head) return;
      }
    })();
    const replies = await Promise.all(
      consoles.flatMap((console) =>
        Array.from({ length: 8 }, () => console.push(console.act(incidentDrafts(2).drafts))),
      ),
    );
    done = true;
    await puller;
    expect(replies.flatMap(({ body }) => body.rejected)).toEqual([]);
    const { head } = await reader.pull(0, 1);
    expect(seen).toEqual(Array.from({ length: head }, (_, index) => index + 1));
  });

  it('S-18: does not let a console with a wrong clock drag the order away', async () => {
    const console = await enrol(await start());
    const { drafts, cases } = incidentDrafts();
    await console.push(console.act(drafts, { at: '009999999999999.00000' }));
    const later = await console.push(console.act([assignDraft(cases[0] ?? '', 'SBN')]));
    expect(later.body.rejected).toEqual([]);
    const numbered = (await console.pull()).events.filter(({ actor }) => actor === 'central').at(-1);
    expect(Number(numbered?.at.slice(0, 15))).toBeLessThan(Date.now() + 120_000);
  });
});
