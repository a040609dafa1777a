import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryPair } from '#engine/transport/memory-pair.ts';
import type { Committed } from '#shared/contract/acts.ts';
import type { ReplyFrame, RequestFrame } from '#shared/contract/carrier.ts';
import { CALLS } from '#shared/contract/ipc.ts';
import { signInLocally, startEngine, TEST_USER, temporaryFolder } from '#tests/support/engine.ts';
import { loneDesk } from '#tests/support/lone-desk.ts';

const desk = loneDesk();

const KLANG = { name: 'Klang', state: 'Selangor', lat: 3.0333, lon: 101.45, confidence: 0.9 };
const report = (victims = 1): Promise<Committed> =>
  desk.commit({ kind: 'report', text: 'Pekerja maut ditimpa besi di Klang', source: 'hotline', place: KLANG, victims });
const caseOf = (committed: Committed): string => committed.cases[0] ?? '';

describe('acts of a desk that has no central', () => {
  it('takes a report, locates it and shows it as a row', async () => {
    const made = await report(2);
    expect(made.cases).toHaveLength(2);
    const message = await desk.until('rows.watch', {}, (one) => one.kind === 'picture');
    const rows = message.kind === 'picture' ? message.rows : [];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      of: 2,
      state: 'Selangor',
      place: 'Klang',
      status: 'unassigned',
      unsent: 1,
      lead: null,
    });
    expect(rows[0]?.suggested?.branch).toMatch(/^[A-Z]{3}$/);
    expect(rows[0]?.clocks.map((clock) => clock.key)).toContain('kpi.assignment');
    expect(new Set(rows.map((row) => row.number)).size).toBe(2);
  });

  it('assigns, tells every window by one change, and takes it back within ten seconds', async () => {
    const made = await report();
    const seen: string[] = [];
    const changes: [number, number][] = [];
    desk.window().watch('rows.watch', {}, (message) => {
      if (message.kind === 'change') changes.push([message.from, message.to]);
      const rows = message.kind === 'picture' ? message.rows : message.upserts;
      for (const row of rows) seen.push(`${row.status} ${row.lead}`);
    });
    await expect.poll(() => seen).toEqual(['unassigned null']);
    const assigned = await desk.commit({ kind: 'assign', cases: made.cases, branch: 'KLG' });
    expect(assigned.undoUntil).toBeGreaterThan(Date.now());
    await expect.poll(() => seen.at(-1)).toBe('assigned KLG');
    await desk.commit({ kind: 'undo', act: assigned.act });
    await expect.poll(() => seen.at(-1)).toBe('unassigned null');
    expect(changes.every(([from, to], index) => index === 0 || (from === changes[index - 1]?.[1] && to > from))).toBe(
      true,
    );
    await expect(desk.commit({ kind: 'undo', act: assigned.act })).rejects.toThrow('already-undone');
  });

  it('undoes an act after a restart', async () => {
    const made = await report();
    const assigned = await desk.commit({ kind: 'assign', cases: made.cases, branch: 'KLG' });
    await desk.again();
    await desk.commit({ kind: 'undo', act: assigned.act });
    expect((await desk.ask('case.get', { case: caseOf(made) })).row.lead).toBeNull();
  });

  it('S-14: a command twice is one act', async () => {
    const made = await report();
    const commandId = randomUUID();
    const first = await desk.commit({ kind: 'note', cases: made.cases, text: 'Waris dalam perjalanan' }, { commandId });
    const again = await desk.commit({ kind: 'note', cases: made.cases, text: 'Waris dalam perjalanan' }, { commandId });
    expect(again).toEqual(first);
    const detail = await desk.ask('case.get', { case: caseOf(made) });
    expect(detail.timeline.filter((entry) => entry.type === 'case.noted')).toHaveLength(1);
  });

  it('refuses the future and names the member', async () => {
    const made = await report();
    const happenedAt = new Date(Date.now() + 60_000).toISOString();
    const act = { kind: 'note', cases: made.cases, text: 'Esok' } as const;
    await expect(desk.commit(act, { happenedAt })).rejects.toThrow('in-future (happenedAt)');
  });

  it('keeps when it happened apart from when it was noted', async () => {
    const made = await report();
    await desk.commit({ kind: 'assign', cases: made.cases, branch: 'KLG' });
    const happenedAt = new Date(Date.now() - 120_000).toISOString();
    await desk.commit(
      { kind: 'acknowledge', cases: made.cases, told: { how: 'phone', by: 'Encik Rahim' } },
      { happenedAt },
    );
    const detail = await desk.ask('case.get', { case: caseOf(made) });
    const entry = detail.timeline.find((one) => one.type === 'case.acknowledged');
    expect(entry?.at).toBe(Math.floor(Date.parse(happenedAt) / 1_000) * 1_000);
    expect(entry).toMatchObject({ state: 'waiting', recordedAt: null, note: 'Encik Rahim' });
  });

  it('masks people until they are opened for a reason, and again in the next drawer', async () => {
    const made = await report();
    const id = caseOf(made);
    await desk.commit({ kind: 'describe-victim', case: id, name: 'Mohd Ali bin Abu', idNumber: '800101-99-1241' });
    const shown: (string | null)[] = [];
    const stop = desk.window().watch('case.watch', { case: id }, (detail) => {
      shown.push(detail.people[0]?.name ?? null);
    });
    await expect.poll(() => shown.at(-1)).toBe('M••••• A••••• b. A•••••');
    expect((await desk.ask('case.get', { case: id })).people[0]?.idNumber).toBe('••••••-••-••41');
    await desk.commit({ kind: 'open-personal', case: id, reason: 'Hubungi waris' });
    await expect.poll(() => shown.at(-1)).toBe('Mohd Ali bin Abu');
    stop();
    const next = await desk.until('case.watch', { case: id }, () => true);
    expect(next.people[0]?.name).toBe('M••••• A••••• b. A•••••');
  });

  it('offers the branches that could take a case, with the clocks that would run', async () => {
    const made = await report();
    const candidates = await desk.ask('candidates.get', { cases: made.cases, branch: 'LBN' });
    expect(candidates.filter((one) => one.suggested)).toHaveLength(1);
    expect(candidates.map((one) => one.branch)).toContain('LBN');
    expect(candidates.length).toBeGreaterThanOrEqual(4);
    const [first] = candidates;
    expect(first?.ghosts.map((ghost) => ghost.key).sort()).toEqual([
      'kpi.acknowledgement',
      'kpi.family-contact',
      'kpi.same-day-action',
    ]);
    await desk.commit({ kind: 'assign', cases: made.cases, branch: 'LBN' });
    const after = await desk.ask('candidates.get', { cases: made.cases, branch: 'LBN' });
    expect(after.find((one) => one.branch === 'LBN')).toMatchObject({
      verdict: 'no',
      active: 1,
      refused: { key: 'failure.already-lead' },
    });
  });

  it('lists what waits, previews a report and finds places', async () => {
    const made = await report();
    await desk.commit({ kind: 'assign', cases: made.cases, branch: 'KLG' });
    const outbox = await desk.ask('outbox.list', {});
    expect(outbox.map((entry) => entry.words.key)).toEqual(['event.report.received', 'event.case.assigned']);
    const preview = await desk.ask('report.preview', { text: 'Dua pekerja maut di Klang', place: KLANG });
    expect(preview.suggested?.branch).toMatch(/^[A-Z]{3}$/);
    expect((await desk.ask('place.find', { query: 'Kota Kin' })).map((found) => found.name)).toContain('Kota Kinabalu');
    await expect(desk.ask('outbox.withdraw', { act: made.act, reason: 'Silap' })).rejects.toThrow('not-found');
  });

  it('draws a row anew when a pause ends by itself, without any event', async () => {
    const made = await report();
    const running: boolean[] = [];
    desk.window().watch('rows.watch', {}, (message) => {
      for (const row of message.kind === 'picture' ? message.rows : message.upserts) {
        running.push(row.clocks.every((clock) => clock.pausedSince === null));
      }
    });
    const until = new Date(Date.now() + 1_500).toISOString();
    await desk.commit({ kind: 'pause', cases: made.cases, reason: 'hospital', until });
    await expect.poll(() => running).toEqual([true, false]);
    await expect.poll(() => running, { timeout: 5_000 }).toEqual([true, false, true]);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(until));
    expect(await desk.ask('outbox.list', {})).toHaveLength(2);
  });

  it('answers every call of the contract and nothing else', async () => {
    const [page, ours] = memoryPair<ReplyFrame, RequestFrame>();
    desk.engine.attach(ours, { role: 'desk', window: 'contract' });
    const replies = new Map<number, ReplyFrame>();
    page.listen({ frame: (frame) => void replies.set(frame.id, frame), closed: () => {} });
    const names = [...Object.keys(CALLS), 'no.such-call'];
    names.forEach((name, index) => {
      const kind = name in CALLS ? CALLS[name as keyof typeof CALLS].kind : 'query';
      page.send({
        t: kind === 'stream' ? 'open' : 'call',
        id: index + 1,
        name,
        input: name === 'case.watch' ? { case: randomUUID() } : {},
      });
    });
    await expect.poll(() => replies.size, { timeout: 5_000 }).toBe(names.length - 1);
    names.forEach((name, index) => {
      const frame = replies.get(index + 1);
      const code = frame && 'failure' in frame ? frame.failure?.code : undefined;
      if (name === 'no.such-call') expect(code).toBe('not-allowed');
      // Only central knows the consoles, and nobody signed in there.
      else if (name === 'devices.list') expect(code).toBe('not-signed-in');
      // A week of alarms is for supervisors.
      else if (name === 'alarms.report') expect(code).toBe('not-allowed');
      // A watch of a case that is not here stays silent until it comes; all else answers or names the bad input.
      else if (name !== 'case.watch') expect([undefined, 'bad-input'], name).toContain(code);
    });
  });

  it('does nothing for a person who is not signed in', async () => {
    const other = await temporaryFolder();
    const nobody = await startEngine(other.folder);
    await expect(nobody.commit({ kind: 'report', text: 'Apa sahaja', source: 'hotline' })).rejects.toThrow(
      'not-signed-in',
    );
    expect((await nobody.ask('session.get', {})).user).toBeNull();
    await nobody.stop();
    await signInLocally(other.folder, TEST_USER);
    await other.remove();
  });
});
