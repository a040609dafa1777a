import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { refoldWhenOld } from '#central/store/refold.ts';
import { type ApiCase, type ApiIncident, apiClocksReplySchema, apiIncidentSchema } from '#shared/contract/api/read.ts';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import type { TestCentral } from '#tests/support/central.ts';
import { assignDraft, enrol, incidentDrafts, type TestConsole } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';

const MINUTE = 60_000;
const OLD = Date.parse('2026-03-02T10:00:00+08:00');
const YOUNG = OLD + 30 * MINUTE;

interface Page<T> {
  items: T[];
  total: number;
}
const on = (id: string) => ({ kind: 'incident', id }) as const;

/** Both halves of a link. */
function joinDrafts(a: string, b: string, link: string = randomUUID()): EventDraft[] {
  return [
    { type: 'incident.joined', subject: on(a), payload: { link, with: b } },
    { type: 'incident.joined', subject: on(b), payload: { link, with: a } },
  ];
}
const partDrafts = (link: string, ...ids: string[]): EventDraft[] =>
  ids.map((id) => ({ type: 'incident.parted', subject: on(id), payload: { link } }));

/** Pushes, and fails the test when central refuses any of it. */
async function push(console: TestConsole, drafts: readonly EventDraft[]): Promise<string> {
  const events = console.act(drafts);
  const { body } = await console.push(events);
  expect(body.rejected).toEqual([]);
  return events[0]?.act ?? '';
}

const incident = async (console: TestConsole, name: string) =>
  apiIncidentSchema.parse((await console.get(`/v1/incidents/${name}`)).body);
const incidents = async (console: TestConsole, query = '') =>
  (await console.get<Page<ApiIncident>>(`/v1/incidents?${query}`)).body;
const cases = async (console: TestConsole, query = '') => (await console.get<Page<ApiCase>>(`/v1/cases?${query}`)).body;

/** Everything the read side shows, for telling whether it is as it was. */
const everything = async (console: TestConsole) => ({
  incidents: (await incidents(console)).items.map(({ cases: own, ...rest }) => ({
    ...rest,
    cases: own.map(({ clocks: _clocks, ...one }) => one),
  })),
  dues: (await cases(console)).items.map((one) => [one.id, one.incident, one.clocks.map(({ key, due }) => [key, due])]),
});

/** Two incidents of two victims each, the second received half an hour after the first. */
async function two(central: TestCentral) {
  const console = await enrol(central, 'penyelia');
  const [old, young] = [incidentDrafts(2, OLD), incidentDrafts(2, YOUNG)];
  await push(console, young.drafts);
  await push(console, old.drafts);
  return { console, old, young };
}

onEachDatabase('joined incidents', (start) => {
  it('S-20: are listed once, under the older, and answer to every number they had', async () => {
    const { console, old, young } = await two(await start());
    const [first, second] = [await incident(console, old.incident), await incident(console, young.incident)];
    await push(console, joinDrafts(young.incident, old.incident));
    const page = await incidents(console);
    expect(page).toMatchObject({ total: 1, items: [{ id: old.incident, number: first.number }] });
    const shown = await incident(console, old.incident);
    expect(shown.aliases).toEqual(['K1-1', second.number]);
    expect(shown.reports).toHaveLength(2);
    expect(shown.cases.map(({ id, incident: of }) => [id, of])).toEqual(
      [...old.cases, ...young.cases].map((id) => [id, old.incident]),
    );
    for (const name of [young.incident, second.number ?? '', first.number ?? ''])
      expect((await incident(console, name)).id).toBe(old.incident);
    const listed = await cases(console);
    expect(listed.total).toBe(4);
    expect(new Set(listed.items.map((one) => one.incident))).toEqual(new Set([old.incident]));
    const kpi = await console.get<{ cases: number; incidents: number }>('/v1/reports/kpi');
    expect(kpi.body).toMatchObject({ cases: 4, incidents: 1 });
  });

  it('S-20: are two again once parted or undone, every later edit on its own case', async () => {
    const { console, old, young } = await two(await start());
    const before = await everything(console);
    const act = await push(console, joinDrafts(old.incident, young.incident));
    expect(await everything(console)).not.toEqual(before);
    await push(
      console,
      [old, young].map(({ incident: id }) => ({ type: 'incident.act-undone', subject: on(id), payload: { act } })),
    );
    expect(await everything(console)).toEqual(before);

    const link = randomUUID();
    await push(console, joinDrafts(old.incident, young.incident, link));
    await push(console, [assignDraft(young.cases[0] ?? '', 'KLU')]);
    await push(console, partDrafts(link, old.incident, young.incident));
    const apart = await incident(console, young.incident);
    expect(apart).toMatchObject({ id: young.incident, reports: [expect.anything()] });
    expect(apart.cases.map((one) => one.lead)).toEqual(['KLU', null]);
    expect((await incident(console, old.incident)).cases.map((one) => one.lead)).toEqual([null, null]);
    expect((await incidents(console)).total).toBe(2);
  });

  it('S-20: settle to one survivor when links cross and run in a circle', async () => {
    const home = await start();
    const { console, old, young } = await two(home);
    const third = incidentDrafts(1, YOUNG + MINUTE);
    await push(console, third.drafts);
    const other = await enrol(home, 'penyelaras');
    await push(console, joinDrafts(young.incident, third.incident));
    await push(other, joinDrafts(third.incident, old.incident));
    await push(console, joinDrafts(old.incident, young.incident));
    await push(other, joinDrafts(young.incident, old.incident));
    expect((await incidents(console)).items.map((one) => [one.id, one.cases.length])).toEqual([[old.incident, 5]]);
  });

  it('are found by what they show as', async () => {
    const { console, old, young } = await two(await start());
    const place = { name: 'Ipoh', state: 'Perak', lat: 4.6, lon: 101.08, confidence: 0.9 };
    await push(console, [
      { type: 'incident.placed', subject: on(old.incident), payload: { place, alternatives: [], suggested: null } },
    ]);
    await push(console, [assignDraft(young.cases[1] ?? '', 'KLU')]);
    const link = randomUUID();
    await push(console, joinDrafts(young.incident, old.incident, link));
    expect((await cases(console, 'state=Perak')).total).toBe(4);
    expect((await cases(console, 'state=Negeri%20Sembilan')).total).toBe(0);
    expect((await incidents(console, 'branch=KLU')).items.map((one) => one.id)).toEqual([old.incident]);
    expect((await cases(console, `from=${new Date(YOUNG).toISOString()}`)).total).toBe(0);
    await push(console, partDrafts(link, young.incident, old.incident));
    expect((await cases(console, 'state=Negeri%20Sembilan')).total).toBe(2);
    expect((await incidents(console, 'branch=KLU')).items.map((one) => one.id)).toEqual([young.incident]);
    expect((await cases(console, `from=${new Date(YOUNG).toISOString()}`)).total).toBe(2);
  });

  it('run their clocks from the earliest report, as known at any moment', async () => {
    const { console, old, young } = await two(await start());
    const id = young.cases[0] ?? '';
    const due = async (query: string) => {
      const { body } = await console.get(`/v1/cases/${id}/clocks?${query}`);
      const clock = apiClocksReplySchema.parse(body).clocks.find(({ key }) => key === 'kpi.assignment');
      return Date.parse(clock?.due ?? '');
    };
    const alone = await due('');
    const before = (await console.pull()).head;
    const link = randomUUID();
    await push(console, joinDrafts(old.incident, young.incident, link));
    const joined = (await console.pull()).head;
    expect(await due('')).toBe(alone - (YOUNG - OLD));
    expect((await incident(console, old.incident)).receivedAt).toBe('2026-03-02T10:00:00+08:00');
    expect(await due(`known=${before}`)).toBe(alone);
    await push(console, partDrafts(link, old.incident, young.incident));
    expect(await due('')).toBe(alone);
    expect(await due(`known=${joined}`)).toBe(alone - (YOUNG - OLD));
  });

  it('come into sight and go out of it together', async () => {
    const home = await start();
    const { console, old, young } = await two(home);
    const squad = await enrol(home, 'squad.klu');
    await push(console, [assignDraft(young.cases[0] ?? '', 'KLU')]);
    const first = await squad.pull();
    expect((await cases(squad)).total).toBe(2);
    const link = randomUUID();
    await push(console, joinDrafts(old.incident, young.incident, link));
    const entered = await squad.pull(first.next);
    expect(entered.entered.map(({ subject }) => subject.id)).toEqual(
      expect.arrayContaining([old.incident, ...old.cases]),
    );
    expect((await incidents(squad)).items.map((one) => [one.id, one.cases.length])).toEqual([[old.incident, 4]]);
    await push(console, partDrafts(link, old.incident, young.incident));
    const left = await squad.pull(entered.next);
    expect(left.left.map(({ id }) => id)).toEqual(expect.arrayContaining([old.incident, ...old.cases]));
    expect((await incidents(squad)).items.map((one) => [one.id, one.cases.length])).toEqual([[young.incident, 2]]);
    expect((await squad.get(`/v1/incidents/${old.incident}`)).status).toBe(404);
  });

  it('S-15: are the same when central folds its log anew', async () => {
    const home = await start();
    const { console, old, young } = await two(home);
    await push(console, joinDrafts(old.incident, young.incident));
    await push(console, [assignDraft(young.cases[1] ?? '', 'KLU')]);
    const { database, vault } = home.central.parts;
    const dump = () =>
      Promise.all(
        ['incident_row', 'case_row', 'report_row'].map((table) => database.reader(table).select('*').orderBy('id')),
      );
    const before = await dump();
    expect(await refoldWhenOld(database, vault)).toBe(false);
    await database.writer('central_identity').update({ fold_version: 1 });
    await database.writer('incident_link').delete();
    expect(await refoldWhenOld(database, vault)).toBe(true);
    expect(await dump()).toEqual(before);
  });
});
