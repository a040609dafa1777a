// Fills a console's store with so many untouched cases, as they came in before the measured time: its beginning is told.
import { randomBytes, randomUUID } from 'node:crypto';
import { createEngine } from '#engine/create-engine.ts';
import { SILENT_LOG } from '#engine/log.ts';
import { PLAIN_BOX } from '#engine/secret-box.ts';
import type { SyncParts } from '#engine/sync/sync-loop.ts';
import { systemTime } from '#engine/time/system-time.ts';
import { branches } from '#shared/geo/branches.ts';
import { isoMalaysia } from '#shared/kit/malaysia-time.ts';
import { openIncident } from '#shared/sync/open-incident.ts';
import { keepActs } from '../console/keep-acts.ts';
import { receivedBefore } from './moments.ts';

const [folder = '', count = '0'] = process.argv.slice(2);
/** So long after now the measured time begins, on the shifted clock of whoever is measured. */
const AHEAD_MS = 7_200_000;
const begins = Date.now() + AHEAD_MS;
const held: { parts: SyncParts | null } = { parts: null };
const engine = await createEngine({
  folder,
  profile: 'demo',
  lang: 'ms',
  facts: { version: 'bench', runtime: 'Node', embedded: true },
  time: systemTime(),
  random: (bytes) => randomBytes(bytes),
  fetch: () => Promise.reject(new TypeError('no central')),
  log: SILENT_LOG,
  box: PLAIN_BOX,
  sync: (given) => {
    held.parts = given;
    return { toCentral: () => {}, wake: () => {}, again: () => {}, stop: async () => {} };
  },
});
const { parts } = held;
if (parts === null) throw new Error('the engine started without its syncing');
await keepActs({ parts }, Number(count), (index) => {
  const { short, state, lat, lon } = branches[index % branches.length] ?? { short: '', state: '', lat: 0, lon: 0 };
  return openIncident(
    { source: 'press', receivedAt: isoMalaysia(begins - receivedBefore(index)) },
    { text: `Seorang pekerja maut di tapak pembinaan ${index}` },
    {
      place: { name: short, state: state as never, lat, lon, confidence: 0.9 },
      alternatives: [],
      suggested: null,
      kind: 'struck',
      severities: ['death'],
      grade: 'one-source',
    },
    { report: randomUUID(), incident: randomUUID(), cases: [randomUUID()] },
  );
});
await engine.stop();
process.stdout.write(`${JSON.stringify({ begins })}\n`);
process.exit(0);
