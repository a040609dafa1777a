import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Database, openPostgres, openSqlite } from '#central/store/database.ts';
import { readOrMakeMasterKey } from '#central/store/master-key.ts';
import { refoldWhenOld } from '#central/store/refold.ts';
import { createVault } from '#central/store/vault.ts';
import { EVENT_STATE } from '#engine/store/event-rows.ts';
import { differences } from '#tests/sync/sim/check/tables.ts';
import type { Agency } from './agency.ts';
import type { Desk } from './desk.ts';
import type { Dump, StoredLine } from './dump.ts';

const FEW = 5;

interface LogLine {
  id: string;
  seq: number;
  act: string;
  device: string;
  n: number;
  subject_id: string;
}

export interface Healed {
  desks: { desk: Desk; dump: Dump }[];
  agency: Agency;
  centralFolder: string;
  /** Null for SQLite. */
  database: string | null;
}

/** What was counted beside the faults. */
export interface Found {
  faults: string[];
  answered: number;
  rejected: number;
  accepted: number;
}

/** Holds everything that was ever answered against what is there, once all are healed and central has ended. */
export async function checkHealed(healed: Healed): Promise<Found> {
  const { desks, agency } = healed;
  const faults: string[] = [];
  const database =
    healed.database === null ? openSqlite(join(healed.centralFolder, 'central.sqlite')) : openPostgres(healed.database);
  const log: LogLine[] = await database
    .reader('event')
    .select('id', 'seq', 'act', 'device', 'n', 'subject_id')
    .orderBy('seq');
  const seqOf = new Map(log.map((one) => [one.id, one.seq]));
  if (seqOf.size !== log.length) faults.push(`S-02: central holds ${log.length - seqOf.size} events twice`);
  if (log.some(({ seq }, index) => seq !== index + 1)) faults.push('S-13: central has a hole in its seq');

  let rejected = 0;
  for (const { desk, dump } of desks) {
    const few = (found: string[]) => faults.push(...found.slice(0, FEW));
    if (dump.integrity !== 'ok') faults.push(`${desk.name}: the store is damaged: ${dump.integrity}`);
    if (dump.synchronous !== 2 || dump.journal !== 'wal')
      faults.push(`${desk.name}: synchronous ${dump.synchronous}, journal ${dump.journal}`);
    few(dump.refolded.map((one) => `S-15: ${desk.name} folded anew differs: ${one}`));
    const own = dump.events.filter(({ device }) => device === dump.device);
    few(
      own.flatMap(({ n }, index) =>
        n === index + 1 ? [] : [`S-14: ${desk.name} counts ${n} where ${index + 1} is due`],
      ),
    );
    const byAct = groupByAct(own);
    for (const { kind, act } of desk.answered) {
      const events = byAct.get(act);
      if (events === undefined) faults.push(`S-14: ${desk.name} lost the answered act ${act} (${kind})`);
      else if (events.some(({ state }) => state === EVENT_STATE.waiting))
        faults.push(`${desk.name}: ${act} still waits`);
    }
    for (const [act, events] of byAct) {
      const there = events.filter(({ id }) => seqOf.has(id)).length;
      const state = events[0]?.state;
      if (state === EVENT_STATE.rejected) rejected += 1;
      const wanted = state === EVENT_STATE.accepted ? events.length : 0;
      if (there !== wanted || events.some((one) => one.state !== state))
        faults.push(`S-09: ${desk.name}'s act ${act}: ${events.length} events, in state ${state}, ${there} in central`);
    }
    const here = dump.events.filter(({ state }) => state === EVENT_STATE.accepted);
    few(
      here.flatMap(({ id, seq }) =>
        seqOf.get(id) === seq ? [] : [`S-12: ${desk.name} has ${id} at ${seq}, central at ${seqOf.get(id)}`],
      ),
    );
    if (here.length !== log.length)
      faults.push(`S-13: ${desk.name} holds ${here.length} of central's ${log.length} events`);
  }
  const [first, ...others] = desks;
  for (const other of others)
    faults.push(
      ...differences(new Map(first?.dump.tables), new Map(other.dump.tables))
        .slice(0, FEW)
        .map((one) => `S-03: ${first?.desk.name} and ${other.desk.name} differ: ${one}`),
    );

  const subjects = new Map<string, number>();
  for (const { subject_id } of log) subjects.set(subject_id, (subjects.get(subject_id) ?? 0) + 1);
  for (const { report, incident } of agency.answered)
    for (const id of [report, incident]) if (!subjects.has(id)) faults.push(`central lost ${id} of an answered report`);
  const reports = agency.answered.map(({ report }) => report);
  if (new Set(reports).size !== reports.length) faults.push('central gave two posts the same report');
  const received = await database
    .reader('event')
    .where({ type: 'report.received' })
    .whereNotIn(
      'device',
      desks.map(({ dump }) => dump.device),
    )
    .count({ count: '*' })
    .first();
  if (Number(received?.count) !== reports.length)
    faults.push(`central holds ${received?.count} reports of ${reports.length} that were posted until answered`);

  faults.push(...(await refoldCentral(database, healed.centralFolder)));
  await database.close();
  return {
    faults,
    answered: desks.reduce((sum, { desk }) => sum + desk.answered.length, 0) + reports.length,
    rejected,
    accepted: log.length,
  };
}

function groupByAct(events: readonly StoredLine[]): Map<string, StoredLine[]> {
  const acts = new Map<string, StoredLine[]>();
  for (const event of events) acts.set(event.act, [...(acts.get(event.act) ?? []), event]);
  return acts;
}

/** S-15 at central: every folded row made anew from the log. */
async function refoldCentral(database: Database, folder: string): Promise<string[]> {
  const key = readOrMakeMasterKey(join(folder, 'central.key'));
  const vault = createVault(key, randomUUID, (bytes) => randomBytes(bytes));
  const before = await foldsOf(database);
  await database.writer('central_identity').update({ fold_version: 0 });
  if (!(await refoldWhenOld(database, vault))) return ['central was not folded anew'];
  return differences(before, await foldsOf(database))
    .slice(0, FEW)
    .map((one) => `S-15: central folded anew differs: ${one}`);
}

async function foldsOf(database: Database): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  for (const table of ['case_row', 'incident_row', 'report_row']) {
    for (const row of (await database.reader(table).select()) as { id: string }[])
      rows.set(`${table} ${row.id}`, JSON.stringify(row));
  }
  return rows;
}
