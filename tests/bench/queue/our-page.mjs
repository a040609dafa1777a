import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createDeskClock } from '#renderer/app/desk-clock.ts';
import { DeskContext } from '#renderer/app/desk-context.ts';
import { createDesk } from '#renderer/app/store/desk-store.ts';
import { CaseQueue } from '#renderer/features/queue/case-queue.tsx';
import { UiRoot } from '#renderer/ui/ui-root.tsx';
import { offer, scrollFrames, untilDrawn } from './page-clock.mjs';
import { queueRows } from './queue-rows.mjs';

const session = { lang: 'ms', theme: 'dark', user: null, profile: 'demo' };
const nothing = { ok: false, failure: { code: 'unreachable', message: { key: 'failure.unreachable' } } };

/** The desk's own store and queue over an engine that says nothing but the rows. */
function open(count) {
  const now = Date.now();
  const rows = queueRows(count, now);
  let send = () => {};
  const engine = {
    role: 'desk',
    call: async () => nothing,
    watch: (name, _, on) => {
      if (name === 'rows.watch') send = on;
      return () => {};
    },
  };
  const clock = createDeskClock(() => now);
  const shell = { tiles: null, ask: () => new Promise(() => {}) };
  const desk = createDesk({ engine, shell, clock, session, random: () => new Uint8Array(10) });
  const page = createElement(
    UiRoot,
    { speech: { lang: 'ms', names: { branch: (code) => code } }, theme: 'dark' },
    createElement(DeskContext, { value: desk }, createElement(CaseQueue)),
  );
  createRoot(document.getElementById('queue')).render(page);
  const list = () => document.querySelector('[data-desk-queue]');
  offer({
    mount: () => untilDrawn(() => send({ kind: 'picture', revision: 1, rows })),
    sort: (descending) => untilDrawn(() => desk.verbs.setSort([{ column: 'where', descending }])),
    filter: (words) => untilDrawn(() => desk.verbs.setFilter({ words })),
    shown: () => desk.picture().board.shown.length,
    drawn: () => document.querySelectorAll('.queue-row').length,
    first: () => document.querySelector('.queue-row .row-where')?.textContent ?? '',
    scroll: (ms, step) => scrollFrames(list(), ms, step),
  });
}

window.open100k = open;
