/** Which incidents are joined, both ways, and the incident whose events say so: made from the log like the other folded rows. */
export const INCIDENT_LINKS = `
CREATE TABLE incident_link (
  incident TEXT NOT NULL, other TEXT NOT NULL, owner TEXT NOT NULL, PRIMARY KEY (incident, other, owner)
) WITHOUT ROWID;
CREATE INDEX incident_link_by_owner ON incident_link (owner);
`;
