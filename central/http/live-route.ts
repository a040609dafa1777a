import { z } from 'zod';
import type { Parts } from '#central/parts.ts';
import { isInSight } from '#central/store/case-queries.ts';
import { deviceById } from '#central/store/device-rows.ts';
import { readHeadSeq } from '#central/store/head-row.ts';
import { type Account, accountById } from '#central/store/user-rows.ts';
import type { Present } from '#central/sync/presence.ts';
import type { App } from './app.ts';
import { dropWhenStuck } from './drop-when-stuck.ts';
import { nowText } from './health-routes.ts';
import { checkProtocol, personOf } from './who-asks.ts';

const HEARTBEAT_MS = 15_000;

/** Server-sent `head` events: that there is more, never what; a slow listener gets only the newest. */
export function liveRoute(app: App, parts: Parts): void {
  const open = new Set<() => void>();
  // The newest line of each console: when an older one ends meanwhile, the console is still there.
  const newestOf = new Map<string, () => void>();
  app.addHook('preClose', () => {
    for (const end of open) end();
  });

  app.get(
    '/v1/sync/live',
    {
      schema: {
        tags: ['sync'],
        summary: 'Be told of more',
        description: 'Server-sent events named `head`: the newest seq, never what is in it. Pull then.',
        querystring: z.object({ protocol: z.coerce.number().int() }),
      },
    },
    async (request, reply) => {
      checkProtocol(request.query.protocol);
      const { id: user, device, ...rights } = await personOf(request, parts);
      let sight: Pick<Account, 'scope' | 'role'> | null = rights;
      reply.hijack();
      const out = reply.raw;
      // Gone while we looked who asks: its end was told already, and nobody would ever end what is begun now.
      if (out.destroyed) return;
      out.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      out.socket?.setNoDelay(true);
      dropWhenStuck(out);
      let newest = 0;
      let told = -1;
      let stuck = false;
      const tell = () => {
        if (stuck || newest <= told || out.destroyed) return;
        told = newest;
        const data = JSON.stringify({ epoch: parts.identity.epoch, head: newest, now: nowText(parts) });
        stuck = !out.write(`event: head\ndata: ${data}\n\n`);
      };
      out.on('drain', () => {
        stuck = false;
        tell();
      });
      const silence = parts.bell.listen((seq) => {
        newest = Math.max(newest, seq);
        tell();
      });
      // Cases of which this listener was told that somebody has them open, by console.
      const shown = new Map<string, string>();
      const tellOne = async ({ device: of, name, case: id }: Present) => {
        // A wall is told of nobody.
        if (of === device || sight === null || sight.role === 'wall' || out.destroyed) return;
        const seen = id !== null && (await isInSight(parts.database.reader, id, sight.scope).catch(() => false));
        if (!seen && !shown.has(of)) return;
        if (seen) shown.set(of, id);
        else shown.delete(of);
        const data = JSON.stringify({ device: of, name, case: seen ? id : null });
        if (!stuck && !out.destroyed) stuck = !out.write(`event: presence\ndata: ${data}\n\n`);
      };
      // One after the other: what was said last must be told last.
      let telling: Promise<void> = Promise.resolve();
      const tellWho = (present: Present) => {
        telling = telling.then(() => tellOne(present));
      };
      const unseen = parts.presence.listen(tellWho);
      const beat = setInterval(() => {
        if (!stuck) stuck = !out.write(': heartbeat\n\n');
        void lookAgain();
      }, HEARTBEAT_MS);
      // What a device is told ends with its standing, its next call says why; what a person is told, with their rights.
      const lookAgain = async () => {
        const { reader } = parts.database;
        const known = await deviceById(reader, device).catch(() => null);
        if (known?.revoked) end();
        sight = await accountById(reader, user).catch(() => sight);
      };
      const end = () => {
        clearInterval(beat);
        silence();
        unseen();
        open.delete(end);
        if (newestOf.get(device) === end) {
          newestOf.delete(device);
          void parts.presence.say({ device, user: '', name: '', case: null }).catch(() => {});
        }
        out.end();
      };
      open.add(end);
      newestOf.set(device, end);
      out.on('close', end);
      newest = Math.max(newest, await readHeadSeq(parts.database.reader));
      tell();
      for (const present of parts.presence.all()) tellWho(present);
    },
  );
}
