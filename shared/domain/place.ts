/** A town, said no nearer than that. Degrees WGS 84. */
export interface Town {
  name: string;
  state: string;
  district?: string | undefined;
  lat: number;
  lon: number;
}

/** A place as the gazetteer or a person found it; confidence 0 (a guess) to 1 (certain). */
export interface Place extends Town {
  confidence: number;
  kind?: string | undefined;
}
