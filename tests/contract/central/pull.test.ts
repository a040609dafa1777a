import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { headSchema, pullReplySchema, snapshotHeaderSchema } from '#shared/contract/wire/sync.ts';
import { startCentral } from '#tests/support/central.ts';
import { assignDraft, enrol, incidentDrafts, type TestConsole } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';
import { readLive } from '#tests/support/live-stream.ts';

/** Pages until there are no more. */
async function pullAll(console: TestConsole, limit: number): Promise<AnyEvent[]> {
  const events: AnyEvent[] = [];
  for (let after = 0; ; ) {
    const page = pullReplySchema.parse(await console.pull(after, limit));
    events.push(...page.events);
    if (page.next === page.head) return events;
    after = page.next;
  }
}

/** Opens the live stream; `heads` grows as central tells of more. */
async function listen(url: string, token: string): Promise<{ heads: { head: number; at: number }[]; end(): void }> {
  const heads: { head: number; at: number }[] = [];
  const end = await readLive(url, token, 1, (event, data) => {
    if (event === 'head') heads.push({ head: headSchema.parse(JSON.parse(data)).head, at: performance.now() });
  });
  return { heads, end };
}

async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { interval: 10, timeout: 2_000 }).toBe(true);
}

onEachDatabase('pull', (start) => {
  it('gives the same by pages of any size as by the snapshot, in order', async () => {
    const central = await start({ sample: true });
    const console = await enrol(central);
    const small = await pullAll(console, 37);
    const large = await pullAll(console, 5_000);
    expect(small).toEqual(large);
    expect(large.length).toBeGreaterThan(1_500);

    const reply = await fetch(`${central.url}/v1/sync/snapshot?protocol=1`, {
      headers: { authorization: `Bearer ${console.token}` },
    });
    const lines = gunzipSync(Buffer.from(await reply.arrayBuffer()))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    const header = snapshotHeaderSchema.parse(JSON.parse(lines[0] ?? ''));
    const events = lines.slice(1).map((line) => JSON.parse(line) as AnyEvent);
    expect(header).toMatchObject({ events: events.length, seq: events.at(-1)?.seq });
    expect(events).toEqual(large);
  });

  it('tells of a new head on the live stream within a second', async () => {
    const central = await start();
    const console = await enrol(central);
    const live = await listen(central.url, console.token);
    await until(() => live.heads.length > 0);
    const before = live.heads.at(-1)?.head ?? 0;
    const began = performance.now();
    await console.push(console.act(incidentDrafts().drafts));
    await until(() => (live.heads.at(-1)?.head ?? 0) > before);
    expect((live.heads.at(-1)?.at ?? Number.POSITIVE_INFINITY) - began).toBeLessThan(1_000);
    expect(live.heads.at(-1)?.head).toBe((await console.pull()).head);
    live.end();
  });

  it('keeps everything over a restart, and its identity and epoch', async () => {
    const central = await start();
    const console = await enrol(central);
    await console.push(console.act(incidentDrafts().drafts));
    const before = await console.pull();
    const { database } = central.central.parts;
    await central.central.close();
    const again = await startCentral({
      dataFolder: central.dataFolder,
      port: Number(new URL(central.url).port),
      ...(database.url === null ? {} : { database: database.url }),
    });
    const { now: _then, ...kept } = before;
    const { now: _now, ...found } = await console.pull();
    expect(found).toEqual(kept);
    expect(again.central.parts.identity).toEqual(central.central.parts.identity);
    await again.stop();
    central.central.close = async () => undefined;
  });

  it('shows walls no private part, no staff but themselves, and nothing of victims and kin', async () => {
    const central = await start({ sample: true });
    const [desk, wall] = [await enrol(central), await enrol(central, 'dinding')];
    expect((await desk.pull(0, 5_000)).events.some((event) => event.private !== undefined)).toBe(true);
    const { drafts, cases } = incidentDrafts();
    const subject = { kind: 'case', id: cases[0] ?? '' } as const;
    const place = { name: 'Muar', state: 'Johor', lat: 2.04, lon: 102.57 };
    const payeeId = cases[0] ?? '';
    const around = desk.act([
      ...drafts,
      { type: 'case.kin-placed', subject, payload: { place } },
      { type: 'case.employer-placed', subject, payload: { place } },
      { type: 'case.payee-named', subject, payload: { payeeId, relation: 'son' }, private: { name: 'Aminah' } },
    ]);
    expect((await desk.push(around)).body.rejected).toEqual([]);
    const events = (await wall.pull(0, 5_000)).events;
    expect(events.length).toBeGreaterThan(1_500);
    expect(events.filter((event) => event.private !== undefined)).toEqual([]);
    const personal = ['case.victim-described', 'case.kin-described'];
    personal.push('case.kin-placed', 'case.employer-placed', 'case.payee-named');
    expect(events.filter((event) => personal.includes(event.type))).toEqual([]);
    // S-31: of people it is told what its own rights are, and of nobody else.
    const kinds = ['report', 'incident', 'case', 'rota', 'user'];
    expect(new Set(events.map(({ subject }) => subject.kind))).toEqual(new Set(kinds));
    const people = events.filter(({ type }) => type === 'user.described').map(({ subject: { id } }) => id);
    expect(new Set(people)).toEqual(new Set([wall.user.id]));

    const reply = await fetch(`${central.url}/v1/sync/snapshot?protocol=1`, {
      headers: { authorization: `Bearer ${wall.token}` },
    });
    const [header, ...lines] = gunzipSync(Buffer.from(await reply.arrayBuffer()))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as AnyEvent)).toEqual(events);
    expect(snapshotHeaderSchema.parse(JSON.parse(header ?? '')).events).toBe(events.length);
  });

  it('shows a branch its own cases: whole histories as they enter, and that they left', async () => {
    const central = await start();
    const desk = await enrol(central, 'penyelia');
    const squad = await enrol(central, 'squad.klu');
    const { drafts, cases, incident } = incidentDrafts();
    const id = cases[0] ?? '';
    await desk.push(desk.act(drafts));
    const before = await squad.pull();
    expect(before.events.filter((event) => event.subject.kind !== 'user')).toEqual([]);
    expect(before.entered).toEqual([]);

    await desk.push(desk.act([assignDraft(id, 'KLU')]));
    const entered = await squad.pull(before.next);
    expect(new Set(entered.entered.map(({ subject }) => subject.kind))).toEqual(
      new Set(['report', 'incident', 'case']),
    );
    const history = entered.entered.find(({ subject }) => subject.id === id)?.events.map(({ type }) => type);
    expect(history).toEqual(['case.opened', 'case.numbered', 'case.assigned']);
    expect(entered.events).toEqual([]);
    expect((await squad.get(`/v1/incidents/${incident}`)).status).toBe(200);

    await desk.push(
      desk.act([{ type: 'case.noted', subject: { kind: 'case', id }, payload: {}, private: { text: 'Nota' } }]),
    );
    const noted = await squad.pull(entered.next);
    expect(noted.events.map(({ type }) => type)).toEqual(['case.noted']);
    expect(noted.entered).toEqual([]);

    await desk.push(desk.act([assignDraft(id, 'SBN', 'KLU')]));
    const left = await squad.pull(noted.next);
    expect(left.events).toEqual([]);
    expect(left.left.map((subject) => subject.id)).toContain(id);
    expect((await squad.get(`/v1/incidents/${incident}`)).status).toBe(404);
    expect((await squad.get<{ total: number }>('/v1/cases')).body.total).toBe(0);
  });

  it('S-23: tells a branch what it sent itself and may not keep', async () => {
    const central = await start();
    const squad = await enrol(central, 'squad.klu');
    const desk = await enrol(central, 'penyelia');
    const { drafts, cases, incident } = incidentDrafts();
    await squad.push(squad.act(drafts));
    const page = await squad.pull();
    expect(page.events.filter((event) => event.subject.kind !== 'user')).toEqual([]);
    expect(page.left.map(({ id }) => id)).toEqual(expect.arrayContaining([incident, ...cases]));
    expect((await desk.pull()).left).toEqual([]);
  });

  it('refuses an unknown protocol and a position it never gave', async () => {
    const console = await enrol(await start());
    expect(await console.get('/v1/sync/pull?protocol=99&after=0')).toMatchObject({
      status: 426,
      body: { code: 'update-needed' },
    });
    expect(await console.get('/v1/sync/pull?protocol=1&after=99999')).toMatchObject({
      status: 409,
      body: { code: 'ahead-of-central' },
    });
  });
});
