import districtsJson from '#data/districts.json';
import type { StateName } from './state-name.ts';

/** A district whose cases go to a named branch although another may be nearer in a straight line. */
export interface DistrictOverride {
  readonly state: StateName;
  readonly district: string;
  readonly branch: string;
  readonly why: string;
}

/** The seeded table; the product lets a supervisor replace it with an effective-dated one. */
export const districtOverrides = districtsJson as readonly DistrictOverride[];
