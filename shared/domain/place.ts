/** A place as the gazetteer or a person found it. Degrees WGS 84; confidence 0 (a guess) to 1 (certain). */
export interface Place {
  name: string;
  state: string;
  district?: string | undefined;
  lat: number;
  lon: number;
  confidence: number;
  kind?: string | undefined;
}
