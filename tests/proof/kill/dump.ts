/** What a console's store holds in the end, as its own process read it. */
export interface Dump {
  device: string;
  events: StoredLine[];
  /** Every table a screen reads: `table id`, canonical JSON. */
  tables: [string, string][];
  /** Where folding everything anew differed. */
  refolded: string[];
  integrity: string;
  synchronous: number;
  journal: string;
}

export interface StoredLine {
  id: string;
  act: string;
  seq: number | null;
  /** As in `EVENT_STATE` of the engine's store. */
  state: number;
  device: string;
  n: number;
  code: string | null;
}
