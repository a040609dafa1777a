/** What central needs to call people: where it stands in the log, when to look at which case, and what it has to send. */
export const NOTIFY_STATEMENTS: readonly string[] = [
  // `round` is raised by whoever plans: of two processes one wins. `since`: nothing reached before is told any more.
  `CREATE TABLE notify_state (id INTEGER PRIMARY KEY, round BIGINT NOT NULL, seq BIGINT NOT NULL, since BIGINT,
    alive_at BIGINT NOT NULL)`,
  'INSERT INTO notify_state (id, round, seq, since, alive_at) VALUES (1, 0, 0, NULL, 0)',
  // `quiet_until`: nothing of this case leaves the house before, so that an act may be undone.
  'CREATE TABLE notify_wake (case_id TEXT PRIMARY KEY, at BIGINT NOT NULL, quiet_until BIGINT NOT NULL)',
  'CREATE INDEX notify_wake_by_time ON notify_wake (at)',
  // One row for each identity and channel. It names nobody: who is called is looked up when it is sent.
  `CREATE TABLE outbox (id TEXT NOT NULL, channel TEXT NOT NULL, about TEXT NOT NULL, why TEXT, case_id TEXT NOT NULL,
    clock TEXT NOT NULL, clock_key TEXT NOT NULL, level TEXT NOT NULL, percent INTEGER NOT NULL, at BIGINT NOT NULL,
    due BIGINT NOT NULL, state TEXT NOT NULL, created_at BIGINT NOT NULL, send_after BIGINT NOT NULL,
    attempts INTEGER NOT NULL, leased_until BIGINT NOT NULL, sent_at BIGINT, late INTEGER NOT NULL, error TEXT,
    duty TEXT, called TEXT, passed TEXT NOT NULL, PRIMARY KEY (id, channel))`,
  'CREATE INDEX outbox_by_state ON outbox (state, send_after)',
  'CREATE INDEX outbox_by_case ON outbox (case_id)',
  'CREATE INDEX outbox_by_time ON outbox (created_at, id, channel)',
];
