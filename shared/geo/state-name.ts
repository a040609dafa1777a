export const STATE_NAMES = [
  'Perlis',
  'Kedah',
  'Pulau Pinang',
  'Perak',
  'Selangor',
  'Kuala Lumpur',
  'Putrajaya',
  'Negeri Sembilan',
  'Melaka',
  'Johor',
  'Pahang',
  'Terengganu',
  'Kelantan',
  'Sabah',
  'Sarawak',
  'Labuan',
] as const;

/** One of the 13 states and 3 federal territories, spelled as in the branch table. */
export type StateName = (typeof STATE_NAMES)[number];
