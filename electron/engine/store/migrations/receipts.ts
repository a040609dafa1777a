/**
 * Central's receipts and the places an event had before central was restored; and what was accepted before a new epoch,
 * so that it can be brought back: `answered` is its new seq once central has it again. A store from before asks for the
 * whole log once more, for the receipts.
 */
export const RECEIPTS = `
ALTER TABLE event ADD COLUMN receipt TEXT;
ALTER TABLE event ADD COLUMN was TEXT;
CREATE TABLE accepted_before (
  id TEXT PRIMARY KEY, seq INTEGER NOT NULL, recorded_at TEXT NOT NULL, receipt TEXT NOT NULL, was TEXT, answered INTEGER
) WITHOUT ROWID;
CREATE INDEX accepted_before_by_seq ON accepted_before (seq);
INSERT INTO meta (key, value) SELECT 'refill', 'true' WHERE EXISTS (SELECT 1 FROM event WHERE state = 0);
`;
