const KM_PER_DEGREE = 111.32;
const LENGTHS = [500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5];
const LONGEST_PX = 84;

/** The longest round distance that fits. @param k px of a degree of longitude. @param lat degrees, where the bar lies. */
export function scaleBar(k: number, lat: number): { km: number; px: number } {
  const perKm = k / (KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
  const km = LENGTHS.find((length) => length * perKm <= LONGEST_PX) ?? 0.2;
  return { km, px: Math.round(km * perKm * 10) / 10 };
}
