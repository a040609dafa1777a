import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What an operator watches; a registry of its own, so that several centrals fit one process. */
export interface Metrics {
  registry: Registry;
  accepted: Counter;
  rejected: Counter<'code'>;
  reports: Counter<'outcome'>;
  requests: Histogram<'route' | 'status'>;
}

/** Makes the metrics. @param read answered at each scrape: consoles on the live stream, and the head. */
export function createMetrics(read: () => { live: number; head: number }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  new Gauge({
    name: 'prihatin_live_consoles',
    help: 'Consoles listening on the live stream',
    registers,
    collect() {
      this.set(read().live);
    },
  });
  new Gauge({
    name: 'prihatin_head_seq',
    help: 'Last seq this process knows of',
    registers,
    collect() {
      this.set(read().head);
    },
  });
  return {
    registry,
    accepted: new Counter({ name: 'prihatin_events_accepted_total', help: 'Pushed events accepted', registers }),
    rejected: new Counter({
      name: 'prihatin_events_rejected_total',
      help: 'Pushed events rejected',
      labelNames: ['code'],
      registers,
    }),
    reports: new Counter({
      name: 'prihatin_reports_total',
      help: 'Reports at the intake door',
      labelNames: ['outcome'],
      registers,
    }),
    requests: new Histogram({
      name: 'prihatin_request_seconds',
      help: 'Time to answer',
      labelNames: ['route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
  };
}
