import { Gauge, type Registry } from 'prom-client';
import type { Database } from '#central/store/database.ts';
import { countsOf } from '#central/store/notice-queries.ts';

/** Adds what an operator watches of messages: how many there are in each state, counted at each scrape. */
export function watchNotices(registry: Registry, { reader }: Database): void {
  new Gauge({
    name: 'prihatin_messages',
    help: 'Messages to people on duty; undelivered are those that failed or were tried in vain so far',
    labelNames: ['channel', 'state'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { channel, state, count } of await countsOf(reader)) this.set({ channel, state }, count);
    },
  });
}
