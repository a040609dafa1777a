/** Benefits the squad pays or sees paid; short names as in the schemes (see docs of the field). */
export const BENEFITS = [
  'funeral',
  'dependants',
  'survivors',
  'invalidity',
  'temporary-disablement',
  'permanent-disablement',
  'constant-attendance',
  'medical',
  'rehabilitation',
] as const;
export type Benefit = (typeof BENEFITS)[number];
