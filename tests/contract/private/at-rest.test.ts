import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Connection } from '#central/store/database.ts';
import { enrol, incidentDrafts, post } from '#tests/support/central-console.ts';
import { onEachDatabase } from '#tests/support/central-databases.ts';
import { startEngine, TEST_USER, temporaryFolder } from '#tests/support/engine.ts';
import { marksInFiles } from '#tests/support/marks-in-files.ts';

/** Each stands once in something said of people: no file may hold one of them. */
const MARKS = {
  report: 'Zulmarhaban',
  reporter: 'Qistinamarker',
  phone: '019-7755331',
  victim: 'Wafiyuddinmark',
  idNumber: '900231-00-7713',
  employer: 'Majikanmarker',
  kin: 'Khadijahmark',
  kinPhone: '013-4466882',
  note: 'Notatandaan',
  payee: 'Penerimatandaan',
  reason: 'Alasantandaan',
};
const WORDS = Object.values(MARKS);

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('a console’s files', () => {
  it('S-24: hold nothing that names people, whatever was said and wherever the engine was killed', async () => {
    const { folder, remove } = await temporaryFolder();
    const desk = await startEngine(folder, { user: TEST_USER });
    const made = await desk.commit({
      kind: 'report',
      text: `Encik ${MARKS.report} maut di Klang, hubungi ${MARKS.phone}`,
      source: 'hotline',
      reporter: { name: MARKS.reporter, phone: MARKS.phone },
    });
    const [id = ''] = made.cases;
    await desk.commit({
      kind: 'describe-victim',
      case: id,
      name: MARKS.victim,
      idNumber: MARKS.idNumber,
      employer: MARKS.employer,
    });
    await desk.commit({ kind: 'describe-kin', case: id, name: MARKS.kin, phone: MARKS.kinPhone, relation: 'isteri' });
    await desk.commit({ kind: 'assign', cases: [id], branch: 'KLG' });
    await desk.commit({ kind: 'note', cases: [id], text: MARKS.note });
    await desk.commit({ kind: 'pay', cases: [id], benefit: 'funeral', amountSen: 300_000, payee: MARKS.payee });
    await desk.commit({ kind: 'open-personal', case: id, reason: MARKS.reason });
    const detail = await desk.ask('case.get', { case: id });
    expect(JSON.stringify(detail)).toContain(MARKS.victim);

    // As the disk would lie after a kill at this moment: with its write-ahead log.
    const killed = mkdtempSync(join(tmpdir(), 'prihatin-killed-'));
    folders.push(killed);
    cpSync(folder, killed, { recursive: true });
    expect(marksInFiles(killed, WORDS)).toEqual([]);
    await desk.stop();
    expect(marksInFiles(folder, WORDS)).toEqual([]);

    const again = await startEngine(killed);
    const found = await again.ask('case.get', { case: id });
    await again.commit({ kind: 'open-personal', case: id, reason: MARKS.reason });
    expect(found.people.map(({ lost }) => lost)).toEqual([null, null]);
    expect(JSON.stringify(await again.ask('case.get', { case: id }))).toContain(MARKS.kin);
    await again.stop();
    await remove();
  });
});

onEachDatabase('central’s data', (start, kind) => {
  it('S-24: holds nothing that names people', async () => {
    const central = await start();
    const desk = await enrol(central, 'penyelia');
    const { drafts, cases } = incidentDrafts();
    const [id = ''] = cases;
    const subject = { kind: 'case', id } as const;
    const pushed = await desk.push([
      ...desk.act(drafts),
      ...desk.act([
        {
          type: 'case.victim-described',
          subject,
          payload: {},
          private: { name: MARKS.victim, idNumber: MARKS.idNumber },
        },
      ]),
      ...desk.act([
        { type: 'case.kin-described', subject, payload: {}, private: { name: MARKS.kin, phone: MARKS.kinPhone } },
      ]),
      ...desk.act([{ type: 'case.noted', subject, payload: {}, private: { text: MARKS.note } }]),
    ]);
    expect(pushed.body.accepted.length).toBeGreaterThan(8);
    const { credentials, url } = central;
    await post(
      `${url}/v1/intake/reports`,
      { text: `${MARKS.report} cedera di Ipoh`, reporter: { name: MARKS.reporter, phone: MARKS.phone } },
      { authorization: `Bearer ${credentials.apiKey}` },
    );
    const clear = (await desk.pull(0, 5_000)).events.map((event) => JSON.stringify(event.private));
    for (const mark of [MARKS.victim, MARKS.kinPhone, MARKS.note, MARKS.report, MARKS.phone])
      expect(
        clear.some((text) => text?.includes(mark)),
        mark,
      ).toBe(true);

    const dump = await dumpOf(central.central.parts.database.reader, kind);
    expect(dump.length).toBeGreaterThan(5_000);
    expect(WORDS.filter((word) => dump.includes(word))).toEqual([]);
    if (kind === 'sqlite') expect(marksInFiles(central.dataFolder, WORDS)).toEqual([]);
  });
});

/** Every row of every table, as a dump of the database would hold it. */
async function dumpOf(reader: Connection, kind: 'sqlite' | 'postgres'): Promise<string> {
  const names: { name: string }[] =
    kind === 'sqlite'
      ? await reader('sqlite_master').select('name').where({ type: 'table' })
      : await reader('information_schema.tables').select('table_name as name').where({ table_schema: 'public' });
  const tables = await Promise.all(names.map(({ name }) => reader(name).select('*')));
  return JSON.stringify(tables);
}
