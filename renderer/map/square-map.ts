/** Numbers squares of a plane in the order they are first asked for. */
export class SquareMap {
  /** Squares numbered so far. */
  length = 0;
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly ids: Int32Array;

  /** @param most squares that will be asked for. */
  constructor(most: number) {
    const room = 2 ** Math.ceil(Math.log2(Math.max(8, most * 2)));
    this.mask = room - 1;
    this.keys = new Int32Array(room * 2);
    this.ids = new Int32Array(room).fill(-1);
  }

  /** The number of a square; the next free one when it is new. */
  entry(column: number, row: number): number {
    const at = this.seek(column, row);
    const known = this.ids[at] ?? -1;
    if (known >= 0) return known;
    this.keys[at * 2] = column;
    this.keys[at * 2 + 1] = row;
    this.ids[at] = this.length;
    return this.length++;
  }

  /** The number of a square, -1 when it has none. */
  find(column: number, row: number): number {
    return this.ids[this.seek(column, row)] ?? -1;
  }

  private seek(column: number, row: number): number {
    let at = (Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b)) & this.mask;
    at = (at ^ (at >>> 7)) & this.mask;
    while ((this.ids[at] ?? -1) >= 0 && (this.keys[at * 2] !== column || this.keys[at * 2 + 1] !== row)) {
      at = (at + 1) & this.mask;
    }
    return at;
  }
}
