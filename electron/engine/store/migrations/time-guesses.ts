/** Waiting events of this boot whose time is a guess; `said`: a person gave the time, by this desk's clock. */
export const TIME_GUESSES = `
CREATE TABLE time_guess (id TEXT PRIMARY KEY, said INTEGER NOT NULL) WITHOUT ROWID;
`;
