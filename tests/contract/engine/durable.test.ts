import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SILENT_LOG } from '#engine/log.ts';
import { EVENT_STATE, eventsInState } from '#engine/store/event-rows.ts';
import { openStore } from '#engine/store/open-store.ts';
import { rebuild } from '#engine/store/rebuild.ts';
import { defaultPolicies } from '#shared/clocks/policies.ts';
import { signInLocally, startEngine, TEST_USER, temporaryFolder } from '#tests/support/engine.ts';
import { buildScript } from '#tests/support/engine-script.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  place = await temporaryFolder();
});
afterEach(() => place.remove());

/** Starts the acting child and kills it hard once `acts` were answered. @returns what it named */
function actUntilKilled(file: string, folder: string, acts: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const answered: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (answered.push(line) === acts) child.kill('SIGKILL');
    });
    child.once('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(answered) : reject(new Error('the child ended by itself')),
    );
  });
}

describe('the store', () => {
  it('S-14: loses no answered act when the engine is killed in the middle of the next', async () => {
    const file = await buildScript('engine-child');
    await signInLocally(place.folder, TEST_USER);
    const answered: string[] = [];
    for (const acts of [3, 17, 40]) answered.push(...(await actUntilKilled(file, place.folder, acts)));
    expect(answered.length).toBeGreaterThanOrEqual(60);

    const store = await openStore(place.folder, () => '', SILENT_LOG);
    const events = await store.reader.all<{ act: string; n: number }>('SELECT act, n FROM event ORDER BY n');
    const cases = await store.reader.all<{ id: string }>('SELECT id FROM case_row');
    const commands = await store.reader.get<{ n: number }>('SELECT COUNT(*) AS n FROM command');
    await store.close();
    const [acts, ids] = [new Set(events.map((one) => one.act)), new Set(cases.map((one) => one.id))];
    for (const line of answered) {
      const [act = '', made = ''] = line.split(' ');
      expect(acts.has(act), act).toBe(true);
      for (const id of made.split(',')) expect(ids.has(id), id).toBe(true);
    }
    // The device's count has no gap and no act is half there: each has its command's answer.
    expect(events.map((one) => one.n)).toEqual(events.map((_, index) => index + 1));
    expect(commands?.n).toBe(acts.size);
  }, 60_000);

  it('S-15: folds made act by act equal folds made anew from the log', async () => {
    const desk = await startEngine(place.folder, { user: TEST_USER });
    for (let i = 0; i < 6; i++) {
      const made = await desk.commit({
        kind: 'report',
        text: 'Lima pekerja cedera di Klang',
        source: 'hotline',
        victims: 1 + i,
      });
      await desk.commit({ kind: 'assign', cases: made.cases, branch: 'KLG' });
      const cases = made.cases.slice(0, 1);
      await desk.commit({ kind: 'acknowledge', cases, told: { how: 'phone' } });
      await desk.commit({ kind: 'complete-documents', cases, benefit: 'funeral' });
      if (i % 2) await desk.commit({ kind: 'pay', cases, benefit: 'funeral', amountSen: 300_000 });
      const note = await desk.commit({ kind: 'close', cases, outcome: 'paid' });
      if (i % 3 === 0) await desk.commit({ kind: 'undo', act: note.act });
    }
    await desk.stop();
    const store = await openStore(place.folder, () => '', SILENT_LOG);
    const dump = async () => {
      const tables = ['case_row', 'incident_row', 'report_row', 'user_row'];
      return Promise.all(tables.map((table) => store.reader.all(`SELECT * FROM ${table} ORDER BY id`)));
    };
    const before = await dump();
    await store.queue.write((db) => rebuild(db, { policies: defaultPolicies, now: Date.now() }));
    expect(before[0]).toHaveLength(21);
    expect(await dump()).toEqual(before);
    await store.close();
  });

  it('S-24: keeps the private part sealed, and opens it', async () => {
    const desk = await startEngine(place.folder, { user: TEST_USER });
    await desk.commit({ kind: 'report', text: 'Rahsia: Puan Zainab di Klang', source: 'hotline' });
    await desk.stop();
    const store = await openStore(place.folder, () => '', SILENT_LOG);
    const bodies = await store.reader.all<{ body: string }>('SELECT body FROM event');
    const waiting = await eventsInState(store.reader, [EVENT_STATE.waiting], 10);
    await store.close();
    expect(bodies.filter((one) => one.body.includes('Zainab'))).toHaveLength(0);
    expect(waiting.map(({ event }) => event.private?.text).filter((text) => text !== undefined)).toEqual([
      'Rahsia: Puan Zainab di Klang',
    ]);
  });

  it('S-16: refuses a second console on the same folder, and the other profile', async () => {
    const desk = await startEngine(place.folder, { user: TEST_USER });
    await expect(startEngine(place.folder)).rejects.toThrow('another console already runs');
    await desk.stop();
    await expect(startEngine(place.folder, { profile: 'live' })).rejects.toThrow('belongs to the demo profile');
    await (await startEngine(place.folder)).stop();
  });
});
