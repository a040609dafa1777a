/** One PERKESO office. `verified` is false while its place is only from general knowledge. */
export interface Branch {
  code: string;
  name: string;
  short: string;
  state: string;
  town: string;
  lat: number;
  lon: number;
  role: 'headquarters' | 'state office' | 'branch';
  certainty: 'A' | 'B' | 'C';
  verified: boolean;
}
