import { randomBytes, randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import { sealBox } from '#engine/store/box.ts';
import { openStore } from '#engine/store/open-store.ts';
import type { AnyEvent } from '#shared/contract/wire/event.ts';
import { KEY_LINE, type PullReply, type SubjectKey } from '#shared/contract/wire/sync.ts';
import { sealedFor } from '#shared/sync/private-part.ts';
import { startCentral } from '#tests/support/central.ts';
import { asAdmin } from '#tests/support/central-admin.ts';
import { assignDraft, enrol, incidentDrafts, post, type TestConsole } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';
import { startEngine, temporaryFolder } from '#tests/support/engine.ts';

const MARK = 'Wafiyuddinmark';

/** A page as a console of protocol 2 gets it. */
async function pull(console: TestConsole, after = 0): Promise<PullReply> {
  return (await console.get<PullReply>(`/v1/sync/pull?protocol=2&after=${after}&limit=5000`)).body;
}

/** The events with their private parts sealed under a fresh key of their subject, and the keys. */
function seal(events: readonly AnyEvent[]): { events: AnyEvent[]; keys: SubjectKey[] } {
  const keys = new Map<string, SubjectKey>();
  const sealed = events.map(({ private: part, ...event }): AnyEvent => {
    if (part === undefined) return event;
    const { id: subject } = event.subject;
    const key = keys.get(subject) ?? { id: randomUUID(), subject, key: randomBytes(32).toString('base64') };
    keys.set(subject, key);
    const box = sealBox(Buffer.from(key.key, 'base64'), randomBytes(12), JSON.stringify(part), sealedFor(event));
    return { ...event, sealed: { key: key.id, box } };
  });
  return { events: sealed, keys: [...keys.values()] };
}

onEachDatabase('keys', (start) => {
  it('S-25: come with what they open, in scope only, and never to a wall', async () => {
    const central = await start();
    const desk = await enrol(central, 'penyelia');
    const [squad, wall] = [await enrol(central, 'squad.klu'), await enrol(central, 'dinding')];
    const [mine, other] = [incidentDrafts(), incidentDrafts()];
    const [id = ''] = mine.cases;
    const note = { type: 'case.noted', subject: { kind: 'case', id }, payload: {}, private: { text: MARK } } as const;
    const pushed = seal([...desk.act(mine.drafts), ...desk.act(other.drafts), ...desk.act([note])]);
    const reply = await desk.push(pushed.events, { protocol: 2, keys: pushed.keys });
    expect(reply.body.rejected).toEqual([]);

    const all = await pull(desk);
    expect(JSON.stringify(all)).not.toContain(MARK);
    expect(all.events.some((event) => event.private !== undefined)).toBe(false);
    const named = new Set(all.events.flatMap((event) => event.sealed?.key ?? []));
    expect(new Set(all.keys?.map((key) => key.id))).toEqual(named);
    expect(named.size).toBe(3);

    const walls = await pull(wall);
    expect(walls.keys).toEqual([]);
    expect(walls.events.filter((event) => event.sealed !== undefined || event.private !== undefined)).toEqual([]);

    expect((await pull(squad)).keys).toEqual([]);
    const before = (await pull(squad)).next;
    await desk.push(desk.act([assignDraft(id, 'KLU')]));
    const entered = await pull(squad, before);
    const subjects = new Set(entered.entered.map(({ subject }) => subject.id));
    expect(entered.keys?.length).toBe(2);
    for (const key of entered.keys ?? []) expect(subjects.has(key.subject)).toBe(true);

    const stream = await fetch(`${central.url}/v1/sync/snapshot?protocol=2`, {
      headers: { authorization: `Bearer ${squad.token}` },
    });
    const lines = gunzipSync(Buffer.from(await stream.arrayBuffer()))
      .toString()
      .trimEnd()
      .split('\n')
      .slice(1);
    expect(lines.filter((line) => line.startsWith(KEY_LINE))).toHaveLength(2);
    const sealedAt = lines.findIndex((line) => line.includes('"sealed"'));
    expect(lines.slice(0, sealedAt).some((line) => line.startsWith(KEY_LINE))).toBe(true);

    // An older console gets it in the clear, as it always did.
    expect(JSON.stringify(await desk.pull(0, 5_000))).toContain(MARK);
  });

  it('S-25: are asked for again where central lacks one, and refused for another subject or in the clear', async () => {
    const central = await start();
    const desk = await enrol(central, 'penyelia');
    const { drafts, cases } = incidentDrafts();
    await desk.push(desk.act(drafts));
    const subject = { kind: 'case', id: cases[0] ?? '' } as const;
    const act = desk.act([{ type: 'case.noted', subject, payload: {}, private: { text: MARK } }]);
    const { events, keys } = seal(act);
    const codeOf = async (over: object, what: readonly AnyEvent[] = events) => {
      const { body } = await desk.push(what, { protocol: 2, ...over });
      return body.rejected.map(({ code, field }) => `${code} ${field}`);
    };
    expect(await codeOf({})).toEqual(['key-unknown sealed.key']);
    expect(await codeOf({ keys: keys.map((key) => ({ ...key, subject: randomUUID() })) })).toEqual([
      'bad-event sealed.key',
    ]);
    expect(await codeOf({}, act)).toEqual(['bad-event private']);
    const misshapen = seal(act.map((event) => ({ ...event, private: { text: 5 } })));
    expect(await codeOf({ keys: misshapen.keys }, misshapen.events)).toEqual(['bad-event private.text']);
    expect(await codeOf({ keys })).toEqual([]);

    // S-24: the same event in its clear form, or sealed anew, is the same; another text is not.
    const again = await desk.push(act);
    expect(again.body.accepted).toHaveLength(1);
    const anew = seal(act);
    expect(await codeOf({ keys: anew.keys }, anew.events)).toEqual([]);
    const changed = act.map((event) => ({ ...event, private: { text: 'lain' } }));
    expect((await desk.push(changed)).body.rejected.map(({ code }) => code)).toEqual(['event-changed']);
  });

  it('S-25: come along with a held act to those who decide; S-24: it lies sealed, however it was pushed', async () => {
    const central = await start();
    const [desk, admin] = [await enrol(central), await asAdmin(central)];
    const supervisor = await enrol(central, 'penyelia');
    const { drafts, cases } = incidentDrafts();
    const [id = ''] = cases;
    await desk.push([...desk.act(drafts), ...desk.act([assignDraft(id, 'SBN')])]);
    const { head } = await desk.pull();
    const move = () => desk.act([assignDraft(id, 'KLU', 'SBN')], { seen: head, private: { reason: MARK } });
    const [clear, sealed] = [move(), seal(move())];
    await admin.change(desk.user.id, { role: 'branch', scope: { kind: 'branch', branch: 'KTN' } });
    for (const pushed of [await desk.push(clear), await desk.push(sealed.events, { protocol: 2, keys: sealed.keys })])
      expect(pushed.body.held).toHaveLength(1);
    const keyIds = async (path: string) =>
      (await supervisor.get<{ keys: SubjectKey[] }>(path)).body.keys.map((key) => key.id);
    expect(await keyIds('/v1/sync/pull?protocol=2&after=0&limit=5000')).toContain(sealed.keys[0]?.id);
    expect(await keyIds('/v1/sync/held?protocol=2')).toContain(sealed.keys[0]?.id);
    const bodies: { body: string }[] = await central.central.parts.database.reader('event').select('body');
    expect(bodies.filter(({ body }) => body.includes(MARK))).toEqual([]);
    const acts = [clear, sealed.events].map((events) => events[0]?.act ?? '');
    const admit = acts.map(
      (act) => ({ type: 'act.admitted', subject: { kind: 'act', id: act }, payload: {} }) as const,
    );
    for (const draft of admit) await supervisor.push(supervisor.act([draft]));
    const told = (await supervisor.pull(0, 5_000)).events.filter((event) => event.private?.reason === MARK);
    expect(told.map(({ act }) => act).sort()).toEqual(acts.sort());
  });

  it('S-26: takes a part that comes late under a destroyed key, closed', async () => {
    const central = await start();
    const desk = await enrol(central, 'penyelia');
    const { drafts, cases } = incidentDrafts();
    const [id = ''] = cases;
    const subject = { kind: 'case', id } as const;
    const note = (text: string) => ({ type: 'case.noted', subject, payload: {}, private: { text } }) as const;
    const acts = [...desk.act([note('dahulu')]), ...desk.act([note(MARK)])];
    const { events, keys } = seal(acts);
    await desk.push(desk.act(drafts));
    await desk.push(events.slice(0, 1), { protocol: 2, keys });
    const auth = { authorization: `Bearer ${desk.token}` };
    await post(`${central.url}/v1/cases/${id}/erase`, { reason: 'permintaan waris' }, auth);
    const late = await desk.push(events.slice(1), { protocol: 2, keys });
    expect(late.body.accepted).toHaveLength(1);
    const page = await pull(desk);
    expect(page.keys?.some((key) => key.id === keys[0]?.id)).toBe(false);
    expect(JSON.stringify(await desk.pull(0, 5_000))).not.toContain(MARK);
  });
});

const ended: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

it('S-25: a console whose scope shrinks lets go of the keys of what left', async () => {
  const central = await startCentral();
  ended.push(central.stop);
  const desk = await enrol(central, 'penyelia');
  const { drafts, cases } = incidentDrafts();
  const [id = ''] = cases;
  await desk.push([...desk.act(drafts), ...desk.act([assignDraft(id, 'KLU')])]);
  const { folder, remove } = await temporaryFolder();
  ended.push(remove);
  const squad = await startEngine(folder);
  squad.engine.setCentral({ url: central.url, credentialsFile: null });
  const password = central.credentials.users.find(({ username }) => username === 'squad.klu')?.password ?? '';
  await squad.ask('session.sign-in', { username: 'squad.klu', password });
  const holds = (n: number) =>
    squad.until('rows.watch', {}, (message) => message.kind === 'picture' && message.rows.length === n, 20_000);
  await squad.until('link.watch', {}, (status) => status.link === 'live' && status.syncedAt !== null, 20_000);
  await holds(1);
  await desk.push(desk.act([assignDraft(id, 'SBN', 'KLU')]));
  await squad.until(
    'rows.watch',
    {},
    (message) => (message.kind === 'picture' ? message.rows.length === 0 : message.removes.includes(id)),
    20_000,
  );
  await squad.stop();
  const store = await openStore(folder, () => '', SILENT_LOG);
  expect(await store.reader.all('SELECT id FROM subject_key')).toEqual([]);
  await store.close();
});
