import { expect, it } from 'vitest';
import type { EventDraft } from '#shared/contract/wire/event.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { policyRow } from '#shared/sync/sample-rules.ts';
import { enrol, incidentDrafts, type TestConsole } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';

const subject = () => ({ kind: 'policy', id: crypto.randomUUID() }) as const;
const setting = (minutes: number): EventDraft => ({
  type: 'policy.set',
  subject: subject(),
  payload: { policy: policyRow(minutes), replaces: 'kpi.assignment@2024-01-01' },
  private: { reason: 'lebih cepat' },
});
const moving = (id: string, policy: string): EventDraft => ({
  type: 'case.policy-moved',
  subject: { kind: 'case', id },
  payload: { clock: `kpi.assignment:${id}`, policy },
  private: { reason: 'diluluskan' },
});

/** How many minutes the promise to assign gives a case, at a seq where one is named. */
async function minutesOf(desk: TestConsole, id: string, known?: number): Promise<number> {
  const path = `/v1/cases/${id}/clocks${known === undefined ? '' : `?known=${known}`}`;
  const { clocks } = (await desk.get<{ clocks: { key: string; startedAt: string; due: string }[] }>(path)).body;
  const clock = clocks.find(({ key }) => key === 'kpi.assignment');
  return clock === undefined ? Number.NaN : (Date.parse(clock.due) - Date.parse(clock.startedAt)) / 60_000;
}
async function openCase(desk: TestConsole, minutesAgo: number): Promise<string> {
  const { drafts, cases } = incidentDrafts(1, Date.now() - minutesAgo * 60_000);
  await desk.push(desk.act(drafts));
  return cases[0] ?? '';
}

onEachDatabase('promises that supervisors set', (start) => {
  it('are taken from a supervisor of headquarters alone, and only sound ones', async () => {
    const central = await start();
    const [desk, head] = [await enrol(central), await enrol(central, 'penyelia')];
    expect((await desk.push(desk.act([setting(20)]))).body.rejected.map(({ code }) => code)).toEqual([
      'rules-supervisor',
    ]);
    expect((await head.push(head.act([setting(20)]))).body.accepted).toHaveLength(1);
    const draft = setting(20);
    const bad = { ...draft, payload: { policy: policyRow(20, { warnAt: [90, 50] }), replaces: null } } as EventDraft;
    expect((await head.push(head.act([bad]))).body.rejected[0]).toMatchObject({
      code: 'warn-order',
      field: 'payload.policy.warnAt',
    });
    expect((await head.push(head.act([{ ...draft, payload: {} } as EventDraft]))).body.rejected[0]?.code).toBe(
      'bad-event',
    );
  });

  it('hold for clocks that start later; a running one keeps its own unless it is moved, and known tells what stood', async () => {
    const central = await start();
    const head = await enrol(central, 'penyelia');
    const before = await openCase(head, 10);
    const version = setting(20);
    await head.push(head.act([version], { happenedAt: isoMalaysia(Date.now() - 300_000) }));
    const after = await openCase(head, 3);
    expect([await minutesOf(head, before), await minutesOf(head, after)]).toEqual([30, 20]);
    const known = (await head.pull()).head;
    const id = `kpi.assignment@2024-01-01~${version.subject.id}`;
    expect((await head.push(head.act([moving(before, id)]))).body.accepted).toHaveLength(1);
    expect([await minutesOf(head, before), await minutesOf(head, before, known)]).toEqual([20, 30]);
    const off: EventDraft = {
      type: 'policy.withdrawn',
      subject: version.subject as { kind: 'policy'; id: string },
      payload: {},
    };
    expect((await head.push(head.act([off]))).body.accepted).toHaveLength(1);
    const last = await openCase(head, 0);
    expect([await minutesOf(head, before), await minutesOf(head, after), await minutesOf(head, last)]).toEqual([
      20, 20, 30,
    ]);
  });
});
