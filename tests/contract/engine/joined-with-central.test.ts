import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiCase, ApiIncident } from '#shared/contract/api/read.ts';
import type { QueueRow } from '#shared/contract/view/queue-row.ts';
import { canonicalJson } from '#shared/kit/canonical-json.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { startCentral, type TestCentral } from '#tests/support/central.ts';
import { logIn } from '#tests/support/central-console.ts';
import { startEngine, type TestEngine, temporaryFolder } from '#tests/support/engine.ts';

const HOUR = 3_600_000;
let data: string;
let central: TestCentral;
let a: TestEngine;
let b: TestEngine;
const removes: (() => Promise<void>)[] = [];

async function console(): Promise<TestEngine> {
  const { folder, remove } = await temporaryFolder();
  removes.push(remove);
  const desk = await startEngine(folder, { central });
  await desk.until('link.watch', {}, (status) => status.link === 'live');
  return desk;
}

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'prihatin-central-'));
  central = await startCentral({ dataFolder: data });
  [a, b] = [await console(), await console()];
});
afterEach(async () => {
  for (const desk of [a, b]) await desk.stop();
  for (const remove of removes.splice(0)) await remove();
  await central.stop();
  rmSync(data, { recursive: true, force: true });
});

/** Takes central away while `work` runs, then waits until both consoles have given it all they have. */
async function apart(work: () => Promise<void>): Promise<void> {
  const port = Number(new URL(central.url).port);
  await central.stop();
  for (const desk of [a, b]) await desk.until('link.watch', {}, (status) => status.link === 'offline');
  await work();
  central = await startCentral({ dataFolder: data, port });
  for (const desk of [a, b])
    await desk.until('link.watch', {}, (status) => status.link === 'live' && status.waiting === 0, 30_000);
}

async function rows(desk: TestEngine): Promise<QueueRow[]> {
  const picture = await desk.until('rows.watch', {}, (message) => message.kind === 'picture');
  return picture.kind === 'picture' ? [...picture.rows].sort((x, y) => (x.case < y.case ? -1 : 1)) : [];
}

/** The rows of both consoles, once they agree byte for byte and `wanted` holds. */
async function agreed(wanted: (all: QueueRow[]) => boolean): Promise<QueueRow[]> {
  let all: QueueRow[] = [];
  await expect
    .poll(
      async () => {
        all = await rows(a);
        const unsent = all.some((row) => row.unsent > 0);
        return !unsent && wanted(all) && canonicalJson(all) === canonicalJson(await rows(b));
      },
      { timeout: 10_000 },
    )
    .toBe(true);
  return all;
}

const incidentsOf = (all: readonly QueueRow[]) => [...new Set(all.map((row) => row.incident))].sort();
const one = (all: readonly QueueRow[]) => incidentsOf(all).length === 1;

/** Sends reports through the public door, so many hours old; they become one incident each, known to both consoles. */
async function reports(...hoursOld: number[]): Promise<string[]> {
  const now = Date.now();
  const response = await fetch(`${central.url}/v1/intake/reports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${central.credentials.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(
      hoursOld.map((hours, index) => ({
        text: `Pekerja maut di Ipoh, Perak (${index})`,
        receivedAt: isoMalaysia(now - hours * HOUR),
      })),
    ),
  });
  const { accepted } = (await response.json()) as { accepted: { incidentId: string }[] };
  const ids = accepted.map((made) => made.incidentId);
  await agreed((all) => ids.every((id) => all.some((row) => row.incident === id)));
  return ids;
}

async function read<T>(path: string): Promise<T> {
  const { accessToken } = await logIn(central);
  const reply = await fetch(`${central.url}${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
  return (await reply.json()) as T;
}

/** What central's read side shows must be what the consoles show: incidents, numbers, cases and due times. */
async function expectCentralAgrees(all: readonly QueueRow[]): Promise<void> {
  const { items, total } = await read<{ items: ApiIncident[]; total: number }>('/v1/incidents');
  expect(items.map(({ id }) => id).sort()).toEqual(incidentsOf(all));
  expect(total).toBe(items.length);
  for (const incident of items) {
    const own = all.filter((row) => row.incident === incident.id).sort((x, y) => x.ordinal - y.ordinal);
    expect(incident.cases.map(({ id }) => id)).toEqual(own.map((row) => row.case));
    expect(own.map((row) => row.of)).toEqual(own.map(() => incident.cases.length));
    for (const row of own) {
      expect(row).toMatchObject({ reports: incident.reports.length, kind: incident.kind, grade: incident.grade });
      expect(row.aliases).toEqual(expect.arrayContaining([incident.number, ...incident.aliases]));
      const { clocks } = await read<{ clocks: ApiCase['clocks'] }>(`/v1/cases/${row.case}/clocks`);
      expect(clocks.map(({ key, due }) => [key, Date.parse(due)])).toEqual(
        row.clocks.map(({ key, due }) => [key, Math.floor(due / 1_000) * 1_000]),
      );
    }
  }
}

describe('joined incidents at two consoles and central', () => {
  it('S-03, S-20: show as one everywhere, with the clocks of the older, and as two again once parted', async () => {
    const [young = '', old = ''] = await reports(1, 3);
    const before = await rows(a);
    await a.commit({ kind: 'join', incidents: [young, old] });
    const joined = await agreed(one);
    expect(incidentsOf(joined)).toEqual([old]);
    const due = (all: readonly QueueRow[], at: number) => all[at]?.clocks.map((clock) => clock.due);
    const [first, second] = before[0]?.incident === old ? [0, 1] : [1, 0];
    expect(due(joined, first)).toEqual(due(before, first));
    expect(due(joined, second)).not.toEqual(due(before, second));
    await expectCentralAgrees(joined);

    await b.commit({ kind: 'part', incident: young });
    const parted = await agreed((all) => !one(all));
    expect(parted).toEqual(before);
    await expectCentralAgrees(parted);
  });

  it('S-20: joins that cross or run in a circle, made alone at two consoles, settle to one', async () => {
    const [x = '', y = '', z = ''] = await reports(1, 2, 3);
    await apart(async () => {
      await a.commit({ kind: 'join', incidents: [x, y] });
      await b.commit({ kind: 'join', incidents: [y, x] });
      await a.commit({ kind: 'join', incidents: [y, z] });
      await b.commit({ kind: 'join', incidents: [z, x] });
    });
    const joined = await agreed(one);
    expect(incidentsOf(joined)).toEqual([z]);
    await expectCentralAgrees(joined);
    await a.commit({ kind: 'part', incident: x });
    const parted = await agreed((all) => !one(all));
    expect(parted.filter((row) => row.incident === z).every((row) => row.of === parted.length - 1)).toBe(true);
    await expectCentralAgrees(parted);
  });

  it('S-20: an edit made alone while another console joined or parted stays on its own case', async () => {
    const [young = '', old = ''] = await reports(1, 3);
    const caseOf = (all: readonly QueueRow[], incident: string) => all.find((row) => row.incident === incident)?.case;
    const before = await rows(a);
    const [mine = '', theirs = ''] = [caseOf(before, young), caseOf(before, old)];
    await apart(async () => {
      await a.commit({ kind: 'join', incidents: [young, old] });
      await b.commit({ kind: 'assign', cases: [mine], branch: 'IPH' });
    });
    const joined = await agreed(one);
    expect(joined.find((row) => row.case === mine)).toMatchObject({ incident: old, lead: 'IPH' });
    await apart(async () => {
      await a.commit({ kind: 'part', incident: old });
      await b.commit({ kind: 'assign', cases: [theirs], branch: 'TPG' });
    });
    const parted = await agreed((all) => !one(all));
    expect(parted.map((row) => [row.case, row.incident, row.lead]).sort()).toEqual(
      [
        [mine, young, 'IPH'],
        [theirs, old, 'TPG'],
      ].sort(),
    );
    await expectCentralAgrees(parted);
  });

  it('S-08, S-20: a join taken back within its ten seconds never joined anything, offline or not', async () => {
    const [young = '', old = ''] = await reports(1, 3);
    const before = await rows(a);
    const online = await a.commit({ kind: 'join', incidents: [young, old] });
    await agreed(one);
    await a.commit({ kind: 'undo', act: online.act });
    expect(await agreed((all) => !one(all))).toEqual(before);
    await apart(async () => {
      const alone = await b.commit({ kind: 'join', incidents: [old, young] });
      expect(one(await rows(b))).toBe(true);
      await b.commit({ kind: 'undo', act: alone.act });
    });
    expect(await agreed((all) => !one(all))).toEqual(before);
    await expectCentralAgrees(before);
  });

  it('a squad sees all of what its case was joined with, and no more of it once parted', async () => {
    const [young = '', old = ''] = await reports(1, 3);
    const mine = (await rows(a)).find((row) => row.incident === young)?.case ?? '';
    await a.commit({ kind: 'assign', cases: [mine], branch: 'KLU' });
    const { folder, remove } = await temporaryFolder();
    const squad = await startEngine(folder, { central: { url: central.url, credentialsFile: null } });
    removes.push(async () => {
      await squad.stop();
      await remove();
    });
    const account = central.credentials.users.find((user) => user.username === 'squad.klu');
    const { username = '', password = '' } = account ?? {};
    await squad.ask('session.sign-in', { username, password });
    const sees = async () => (await rows(squad)).map((row) => [row.incident, row.of]);
    await expect.poll(sees, { timeout: 10_000 }).toEqual([[young, 1]]);
    await a.commit({ kind: 'join', incidents: [young, old] });
    await expect.poll(sees, { timeout: 10_000 }).toEqual([
      [old, 2],
      [old, 2],
    ]);
    await b.commit({ kind: 'part', incident: old });
    await expect.poll(sees, { timeout: 10_000 }).toEqual([[young, 1]]);
  });

  it('a console that comes later, by snapshot, shows the same', async () => {
    const [x = '', y = '', z = ''] = await reports(1, 2, 3);
    await a.commit({ kind: 'join', incidents: [x, y] });
    await a.commit({ kind: 'join', incidents: [x, z] });
    const joined = await agreed(one);
    await b.stop();
    b = await console();
    expect(canonicalJson(await rows(b))).toBe(canonicalJson(joined));
  });
});
