// Fills a console's store with so many untouched cases, as they came in before the measured time: its beginning is told.
import { randomUUID } from 'node:crypto';
import { branches } from '#shared/geo/branches.ts';
import { openStill } from '../console/bench-engine.ts';
import { keepActs } from '../console/keep-acts.ts';
import { newCase } from '../console/new-case.ts';
import { beginAfter, receivedBefore } from './moments.ts';

const [folder = '', count = '0'] = process.argv.slice(2);
/** So long after now the measured time begins, on the shifted clock of whoever is measured. */
const AHEAD_MS = 7_200_000;
const begins = beginAfter(Date.now() + AHEAD_MS);
const { engine, parts } = await openStill(folder);
await keepActs({ parts }, Number(count), (index) => {
  const office = branches[index % branches.length];
  if (!office) throw new Error('there is no branch');
  return newCase(index, office, randomUUID, begins - receivedBefore(index));
});
await engine.stop();
process.stdout.write(`${JSON.stringify({ begins })}\n`);
process.exit(0);
