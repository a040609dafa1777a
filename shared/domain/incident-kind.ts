/** What happened, as the desk sorts it. */
export const INCIDENT_KINDS = [
  'road',
  'fall',
  'struck',
  'caught',
  'crush',
  'fire',
  'explosion',
  'electrocution',
  'drowning',
  'lightning',
  'landslide',
  'collapse',
  'animal',
  'chemical',
  'aircraft',
  'vessel',
  'violence',
  'illness',
  'other',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** What happened to one victim. Death comes first: funeral money is due first. */
export const SEVERITIES = ['death', 'injury', 'missing', 'illness', 'unknown'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How far an incident is confirmed. */
export const GRADES = ['rumour', 'one-source', 'confirmed'] as const;
export type Grade = (typeof GRADES)[number];

/** Where a report came from. */
export const SOURCES = ['press', 'electronic', 'social', 'agency', 'community', 'hotline', 'branch'] as const;
export type Source = (typeof SOURCES)[number];
