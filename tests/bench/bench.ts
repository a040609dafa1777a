import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { calibrate, isVoid } from './calibration.ts';
import { centralPostgres, centralSqlite } from './central-load/row.ts';
import { clocks } from './clocks/row.ts';
import { windowClocks } from './clocks/window-row.ts';
import { drop } from './drop/row.ts';
import { fanout } from './fanout/row.ts';
import { mapDrag, mapPaint, mapPan } from './map/rows.ts';
import type { Measured, Row } from './measured.ts';
import { memory } from './memory/row.ts';
import { queue } from './queue/row.ts';
import { search } from './search/row.ts';
import { start } from './start/row.ts';
import { newCasesPushed, syncResync, syncUpdates } from './sync-both/rows.ts';
import { syncMemory } from './sync-memory/row.ts';
import { syncPull } from './sync-pull/row.ts';
import { syncPush } from './sync-push/row.ts';
import { syncWire } from './sync-wire/row.ts';

const ROWS: Record<string, Row> = {
  start,
  memory,
  drop,
  'map-paint': mapPaint,
  'map-pan': mapPan,
  'map-drag': mapDrag,
  clocks: async (options) => [...(await clocks(options)), ...(await windowClocks(options))],
  queue,
  search,
  'sync-pull': syncPull,
  'sync-push': async (options) => [...(await newCasesPushed(options)), ...(await syncPush(options))],
  'sync-updates': syncUpdates,
  'sync-resync': syncResync,
  'sync-wire': syncWire,
  'sync-memory': syncMemory,
  'central-sqlite': centralSqlite,
  'central-postgres': centralPostgres,
  fanout,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(`npm run bench -- [ROW…] [--quick] [--json FILE]\nrows: ${Object.keys(ROWS).join(' ')}\n`);
  process.exit(0);
}
const wanted = positionals.length > 0 ? positionals : Object.keys(ROWS);
const unknown = wanted.filter((name) => !Object.hasOwn(ROWS, name));
if (unknown.length > 0) {
  process.stderr.write(`no row ${unknown.join(', ')}; there are: ${Object.keys(ROWS).join(' ')}\n`);
  process.exit(2);
}

const say = (line: string) => process.stderr.write(`  ${line}\n`);
const rows: Measured[] = [];
for (const name of wanted) rows.push(...((await ROWS[name]?.({ quick: values.quick, say })) ?? []));

const calibrated = calibrate();
for (const one of rows) {
  if (one.limit === undefined || !isVoid(one.row, one.measure, one.limit, calibrated)) continue;
  one.void = true;
  one.met = false;
}

const round = (value: number | undefined) =>
  value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(2);
for (const one of rows) {
  const figures = `ours ${round(one.ours)}  limit ${round(one.limit)} ${one.unit}  ratio ${round(one.ratioToLimit)}`;
  process.stdout.write(
    `${one.void ? 'void   ' : one.met ? 'met    ' : 'not met'}  ${one.row} · ${one.measure}: ${figures}  (target ${one.target})\n`,
  );
  const peers = Object.entries(one.peers).map(([name, value]) => `${name} ${round(value)}`);
  if (peers.length > 0)
    process.stdout.write(
      `         ${peers.join('  ')}${one.ratioToBestPeer === undefined ? '' : `  ratio to the best ${round(one.ratioToBestPeer)}`}\n`,
    );
  if (one.note) process.stdout.write(`         ${one.note}\n`);
}
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ machine, date: new Date().toISOString(), rows }, null, 2)}\n`);
process.exit(0);
