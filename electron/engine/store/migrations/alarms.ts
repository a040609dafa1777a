/** What this console alarmed its room of, once for each threshold; its own memory, not made from the log. */
export const ALARMS = `
CREATE TABLE alarm_raised (id TEXT PRIMARY KEY, at INTEGER NOT NULL, late INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX alarm_raised_by_time ON alarm_raised (at);
`;
