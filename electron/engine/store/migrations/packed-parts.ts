/**
 * What a first fill brought and what still lies packed of it: histories not yet in `event`, keys not yet in
 * `subject_key`. A later step that reads either has to unpack them first.
 */
export const PACKED_PARTS = `
CREATE TABLE packed_part (
  id INTEGER PRIMARY KEY, keys TEXT NOT NULL, states BLOB NOT NULL, history BLOB NOT NULL
);
`;
