/** A name written on the map, degrees WGS 84. */
export interface NamePlace {
  text: string;
  lat: number;
  lon: number;
}

/** Where state names stand: beside small states and clear of the busiest towns; official spelling, shortened. */
export const STATE_LABELS: readonly NamePlace[] = [
  { text: 'PERLIS', lat: 6.74, lon: 100.12 },
  { text: 'KEDAH', lat: 5.98, lon: 100.82 },
  { text: 'P. PINANG', lat: 5.62, lon: 99.86 },
  { text: 'PERAK', lat: 5.12, lon: 101.02 },
  { text: 'KELANTAN', lat: 5.2, lon: 101.9 },
  { text: 'TERENGGANU', lat: 4.92, lon: 102.98 },
  { text: 'PAHANG', lat: 4.03, lon: 102.62 },
  { text: 'SELANGOR', lat: 3.0, lon: 100.72 },
  { text: 'N. SEMBILAN', lat: 2.85, lon: 102.36 },
  { text: 'MELAKA', lat: 1.95, lon: 101.92 },
  { text: 'JOHOR', lat: 2.12, lon: 103.38 },
  { text: 'SABAH', lat: 5.42, lon: 117.0 },
  { text: 'SARAWAK', lat: 2.62, lon: 113.3 },
  { text: 'LABUAN', lat: 5.74, lon: 114.72 },
];

/** Far land, tracked wider; keys of the text catalogue. */
export const FAR_LABELS = [
  { key: 'map.far.thailand', lat: 6.62, lon: 101.0 },
  { key: 'map.far.sumatra', lat: 2.3, lon: 99.6 },
  { key: 'map.far.brunei', lat: 5.06, lon: 114.3 },
  { key: 'map.far.kalimantan', lat: 1.59, lon: 115.2 },
] as const;

/** Seas, in italics; turned by degrees to lie along their water. */
export const SEA_LABELS = [
  { key: 'map.sea.malacca', lat: 3.75, lon: 99.75, turn: 50 },
  { key: 'map.sea.south-china', lat: 4.55, lon: 105.0, turn: 0 },
  { key: 'map.sea.south-china', lat: 4.75, lon: 111.4, turn: -38 },
  { key: 'map.sea.sulu', lat: 6.6, lon: 118.9, turn: 0 },
  { key: 'map.sea.celebes', lat: 3.75, lon: 119.2, turn: 0 },
] as const;

/** Px of a degree from which towns of a rank are named: 1 the largest, 4 the smallest. */
export const TOWN_FROM: Readonly<Record<1 | 2 | 3 | 4, number>> = { 1: 300, 2: 340, 3: 480, 4: 900 };
