import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Act, Committed } from '#shared/contract/acts.ts';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { startEngine, type TestEngine, temporaryFolder } from '#tests/support/engine.ts';

let data: string;
let central: TestCentral;
const open: { desk: TestEngine; remove(): Promise<void> }[] = [];

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'prihatin-central-'));
  central = await startCentral({ dataFolder: data });
});
afterEach(async () => {
  for (const { desk, remove } of open.splice(0)) {
    await desk.stop();
    await remove();
  }
  await central.stop();
  rmSync(data, { recursive: true, force: true });
});

async function console(): Promise<TestEngine> {
  const { folder, remove } = await temporaryFolder();
  const desk = await startEngine(folder, { central });
  open.push({ desk, remove });
  await desk.until('link.watch', {}, (status) => status.link === 'live');
  return desk;
}

const settled = (desk: TestEngine) =>
  desk.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 30_000);
const report = (desk: TestEngine): Promise<Committed> =>
  desk.commit({ kind: 'report', text: 'Pekerja maut ditimpa besi di Klang', source: 'hotline', victims: 1 });
/** As if it had always been so: a right that is withdrawn puts acts before a supervisor instead. */
async function rolesBecome(from: string, to: string): Promise<void> {
  for (const table of ['user_account', 'user_right'])
    await central.central.parts.database.writer(table).where({ role: from }).update({ role: to });
}
const conflictsOf = async (desk: TestEngine, id: string) => (await desk.ask('case.get', { case: id })).conflicts;

describe('the outbox as a list a person can act on', () => {
  it('gives a refused act to its author to correct; the new one takes its place in one stroke', async () => {
    const desk = await console();
    const [id = ''] = (await report(desk)).cases;
    await settled(desk);
    // Central refuses for a while what is legal here.
    await rolesBecome('coordinator', 'admin');
    const said: Extract<Act, { kind: 'assign' }> = {
      kind: 'assign',
      cases: [id],
      branch: 'KLG',
      reason: 'Waris di Klang',
    };
    const refused = await desk.commit(said, { happenedAt: '2026-01-01T08:00:00+08:00' });
    await desk.until('link.watch', {}, (status) => status.rejected === 1);
    await rolesBecome('admin', 'coordinator');
    expect(await desk.ask('outbox.list', {})).toMatchObject([{ state: 'rejected', case: id, again: 'edit' }]);
    const again = await desk.ask('outbox.again', { act: refused.act });
    expect(again.act).toEqual(said);
    expect(Date.parse(again.happenedAt)).toBe(Date.parse('2026-01-01T08:00:00+08:00'));

    const made = await desk.ask('act.commit', {
      commandId: '0199a000-0000-7000-8000-00000000000a',
      via: 'menu',
      act: { ...said, branch: 'SAM' },
      replaces: refused.act,
    });
    await desk.until('link.watch', {}, (status) => status.rejected === 0 && status.waiting === 0);
    expect(await desk.ask('outbox.list', {})).toEqual([]);
    expect((await desk.ask('outbox.sent', {}))[0]).toMatchObject({ act: made.act, state: 'sent', case: id });
    expect((await desk.ask('case.get', { case: id })).row.lead).toBe('SAM');
    await expect(desk.ask('outbox.again', { act: refused.act })).rejects.toThrow('not-found');
  });

  it('makes nothing when the act it would replace was not refused', async () => {
    const desk = await console();
    const first = await report(desk);
    await settled(desk);
    const act = { kind: 'note', cases: first.cases, text: 'Satu' } as const;
    const command = {
      commandId: '0199a000-0000-7000-8000-00000000000b',
      via: 'menu',
      act,
      replaces: first.act,
    } as const;
    await expect(desk.ask('act.commit', command)).rejects.toThrow('not-found (replaces)');
    expect((await desk.ask('case.get', { case: first.cases[0] ?? '' })).timeline.map(({ type }) => type)).not.toContain(
      'case.noted',
    );
  });

  it('tells what a refused act said to nobody but its author', async () => {
    const desk = await console();
    const [id = ''] = (await report(desk)).cases;
    await settled(desk);
    await rolesBecome('coordinator', 'admin');
    const refused = await desk.commit({ kind: 'assign', cases: [id], branch: 'KLG', reason: 'Contoh bin Ujian' });
    await desk.until('link.watch', {}, (status) => status.rejected === 1);
    await desk.ask('session.sit-as', { username: 'penyelia' });
    expect(await desk.ask('outbox.list', {})).toMatchObject([{ state: 'rejected', again: null }]);
    await expect(desk.ask('outbox.again', { act: refused.act })).rejects.toThrow('not-found');
  });
});

describe('a conflict on the card', () => {
  it('S-06, S-19: tells of both sides alike, masks names on both, and a supervisor settles it for everyone', async () => {
    const [a, b] = [await console(), await console()];
    await b.ask('session.sit-as', { username: 'penyelia' });
    const [id = ''] = (await report(a)).cases;
    await settled(a);
    await expect
      .poll(() =>
        b.ask('case.get', { case: id }).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    const port = Number(new URL(central.url).port);
    await central.stop();
    const first = await a.commit({ kind: 'assign', cases: [id], branch: 'KLG' });
    await a.commit({ kind: 'describe-victim', case: id, name: 'Ahmad bin Contoh' });
    await b.commit({ kind: 'assign', cases: [id], branch: 'SAM', reason: 'Waris di Shah Alam' });
    await b.commit({ kind: 'describe-victim', case: id, name: 'Aminah binti Contoh' });
    central = await startCentral({ dataFolder: data, port });
    await Promise.all([settled(a), settled(b)]);
    for (const desk of [a, b]) await expect.poll(async () => (await conflictsOf(desk, id)).length).toBe(2);

    const seen = await conflictsOf(a, id);
    expect(await conflictsOf(b, id)).toMatchObject(
      seen.map(({ field, kept }) => ({ field, kept: { event: kept.event } })),
    );
    const lead = seen.find(({ field }) => field === 'lead');
    if (!lead) throw new Error('no conflict over the lead');
    const sides = [lead.kept, lead.other].toSorted((x, y) => (x.value < y.value ? -1 : 1));
    expect(lead).toMatchObject({ subject: { kind: 'case', id }, both: true });
    expect(sides).toMatchObject([
      { value: 'KLG', saw: null, reason: null },
      { value: 'SAM', saw: null, reason: 'Waris di Shah Alam' },
    ]);
    for (const side of sides) {
      expect(side.clocks.map(({ key }) => key)).toContain('kpi.acknowledgement');
      expect(side.arrivedAt).toBeGreaterThanOrEqual(side.at);
      expect(side.seenSeq).toBeGreaterThan(0);
    }
    expect(JSON.stringify(seen)).not.toMatch(/Ahmad|Aminah/);
    expect((await a.ask('outbox.sent', {})).find(({ act }) => act === first.act)?.state).toBe('conflict');

    const { allowed, settlers } = await a.ask('case.get', { case: id });
    expect(allowed.find(({ act }) => act === 'settle')).toMatchObject({ why: { key: 'failure.supervisor-only' } });
    expect(settlers).toEqual(['R. Selvam (demo)']);
    await b.commit({
      kind: 'settle',
      subject: lead.subject,
      field: 'lead',
      other: lead.other.event,
      choice: 'other',
    });
    await settled(b);
    for (const desk of [a, b]) {
      await expect.poll(async () => (await desk.ask('case.get', { case: id })).row.lead).toBe(lead.other.value);
      expect((await conflictsOf(desk, id)).map(({ field }) => field)).toEqual(['victim.name']);
    }
  });
});

describe('the people of the demo', () => {
  it('can be sat down as one after the other, and none of their passwords reaches a window', async () => {
    const desk = await console();
    const people = await desk.ask('session.demo-people', {});
    expect(people).toContainEqual({ username: 'penyelia', role: 'supervisor', scope: { kind: 'hq' } });
    expect(JSON.stringify(people)).not.toContain('password');
    expect(await desk.ask('session.sit-as', { username: 'penyelia' })).toMatchObject({ user: { role: 'supervisor' } });
    await expect(desk.ask('session.sit-as', { username: 'nobody' })).rejects.toThrow('not-found');
    expect(await desk.ask('session.sit-as', { username: 'squad.klu' })).toMatchObject({ user: { role: 'branch' } });
    // A squad that only signs simulated acts is not listed: whoever sat here stays, and is told why.
    expect(people.map(({ username }) => username)).not.toContain('squad.tpg');
    await expect(desk.ask('session.sit-as', { username: 'squad.tpg' })).rejects.toThrow('not-found');
    expect((await desk.ask('session.get', {})).user).toMatchObject({ scope: { branch: 'KLU' } });
  });

  it('are nobody in a live console, even where a demo’s file lies', async () => {
    const { folder, remove } = await temporaryFolder();
    const desk = await startEngine(folder, { central, profile: 'live' });
    open.push({ desk, remove });
    expect(await desk.ask('session.demo-people', {})).toEqual([]);
    await expect(desk.ask('session.sit-as', { username: 'penyelia' })).rejects.toThrow('not-found');
  });
});
