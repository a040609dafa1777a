import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import type { Parts } from '#central/parts.ts';
import { Problem } from '#central/problem.ts';
import type { App } from './app.ts';

/** The updater's feed: whatever an operator put into the updates folder, by name. */
export function updatesRoute(app: App, parts: Parts): void {
  const folder = normalize(parts.updatesFolder);
  app.get(
    '/updates/*',
    {
      schema: {
        tags: ['updates'],
        summary: 'Files of the updater',
        description:
          'The generic feed of electron-updater: whatever the operator put into the updates folder, by name. Open to all.',
      },
    },
    async (request, reply) => {
      const wanted = (request.params as { '*': string })['*'];
      const file = normalize(join(folder, wanted));
      const found = file.startsWith(folder + sep) ? await stat(file).catch(() => null) : null;
      if (found === null || !found.isFile()) {
        throw new Problem(
          404,
          'no-update',
          "No such file is offered: put the updater's files into the updates folder of central's data",
        );
      }
      reply
        .header('content-length', found.size)
        .type(wanted.endsWith('.yml') ? 'text/yaml' : 'application/octet-stream');
      return reply.send(createReadStream(file));
    },
  );
}
