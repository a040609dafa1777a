/** Promises, calendars and duties that supervisors set, made from the log like the other folded rows. */
export const RULES = `
CREATE TABLE rule_row (id TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX rule_by_kind ON rule_row (kind);
`;
