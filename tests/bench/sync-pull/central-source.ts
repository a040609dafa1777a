// A real central on SQLite (or the PostgreSQL given), filled with N cases through its own writer; answers until it is ended.
// With `assigned` each case came in within the last minute and is assigned at once: nothing of it is due for a while.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { createCentral } from '#central/create-central.ts';
import { startDemo } from '#central/demo/start-demo.ts';
import { createNewId } from '#central/new-id.ts';
import { assignedCase, newCase } from '../console/new-case.ts';

const [folder = '', count = '0', database = '', assigned = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const newId = createNewId(Date.now);
const central = await createCentral({
  dataFolder: folder,
  database: database === '' ? undefined : database,
  profile: 'demo',
  version: 'bench',
  clock: Date.now,
  newId,
  log: pino({ level: 'silent' }),
});
const demo = await startDemo(central.parts, { dataFolder: folder, feed: false, sample: false });
const { branches } = central.parts.geography;

for (let made = 0; made < Number(count); made += 500) {
  await central.parts.writer.submit(async (session) => {
    for (let i = made; i < Math.min(made + 500, Number(count)); i++) {
      const office = branches[i % branches.length];
      if (!office) continue;
      const drafts = assigned === '' ? newCase(i, office, newId) : assignedCase(i, office, newId);
      session.write(drafts, { act: newId(), actor: 'bench', session: 'bench', via: 'system' });
    }
  });
}
const url = await central.listen(0);
process.stdout.write(`${JSON.stringify({ url, credentialsFile: join(folder, 'demo-credentials.json') })}\n`);
process.on('SIGTERM', () => {
  demo.stop();
  void central.close().then(() => process.exit(0));
});
