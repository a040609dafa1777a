/**
 * Acts that central holds before a supervisor, made from the log like the other folded rows; who signed in here while
 * central could be reached, and how often a name was tried wrongly since.
 */
export const RIGHTS = `
CREATE TABLE held_row (
  id TEXT PRIMARY KEY, undecided INTEGER NOT NULL, held_at INTEGER NOT NULL, state TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX held_undecided ON held_row (held_at) WHERE undecided = 1;
CREATE TABLE sign_in_proof (
  person TEXT PRIMARY KEY, username TEXT, state TEXT NOT NULL, verifier TEXT, proved_at INTEGER NOT NULL, days INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE wrong_sign_in (username TEXT PRIMARY KEY, times INTEGER NOT NULL, last_at INTEGER NOT NULL) WITHOUT ROWID;
`;
