/**
 * The log apart from its private part; the folded tables, which can be rebuilt from it; and what the console keeps of
 * itself. `event.state`: 0 accepted · 1 waiting · 2 rejected · 3 withdrawn · 4 central lacks it since a new epoch.
 */
export const FIRST_TABLES = `
CREATE TABLE event (
  id TEXT PRIMARY KEY, seq INTEGER, state INTEGER NOT NULL, act TEXT NOT NULL, type TEXT NOT NULL,
  subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL, device TEXT NOT NULL, n INTEGER NOT NULL,
  recorded_at TEXT, code TEXT, message TEXT, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX event_by_subject ON event (subject_id);
CREATE INDEX event_by_act ON event (act);
CREATE INDEX event_not_accepted ON event (state, n) WHERE state <> 0;
CREATE TABLE event_private (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE incident_row (
  id TEXT PRIMARY KEY, number TEXT, label TEXT, state TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE report_row (
  id TEXT PRIMARY KEY, received_at INTEGER NOT NULL, state TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE user_row (id TEXT PRIMARY KEY, person TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE case_row (
  id TEXT PRIMARY KEY, incident TEXT NOT NULL, ordinal INTEGER NOT NULL, number TEXT, label TEXT, status TEXT NOT NULL,
  lead TEXT, open INTEGER NOT NULL, conflicts INTEGER NOT NULL, received_at INTEGER, unacknowledged INTEGER NOT NULL,
  late_at INTEGER, same_day_due INTEGER, same_day_stop INTEGER, news_at INTEGER, pay_due INTEGER, pay_stop INTEGER,
  wake_at INTEGER, state TEXT NOT NULL, row TEXT
) WITHOUT ROWID;
CREATE INDEX case_by_incident ON case_row (incident, ordinal);
CREATE INDEX case_by_lead ON case_row (lead, late_at) WHERE open = 1;
CREATE INDEX case_by_wake ON case_row (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX case_in_conflict ON case_row (id) WHERE conflicts > 0;
CREATE INDEX case_by_receipt ON case_row (received_at, same_day_due, same_day_stop);
CREATE INDEX case_by_news ON case_row (news_at, pay_due, pay_stop);

CREATE TABLE command (id TEXT PRIMARY KEY, answer TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE withdrawal (act TEXT PRIMARY KEY, reason TEXT NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;
