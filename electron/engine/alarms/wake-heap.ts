interface Wake {
  at: number;
  id: string;
}

/** The moments at which somebody must look again, the soonest on top; `at` ms since 1970. */
export class WakeHeap {
  readonly #heap: Wake[] = [];

  push(at: number, id: string): void {
    const heap = this.#heap;
    let index = heap.push({ at, id }) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#before(index, parent)) break;
      this.#swap(index, parent);
      index = parent;
    }
  }

  /** The soonest moment, or null. */
  next(): number | null {
    return this.#heap[0]?.at ?? null;
  }

  /** Takes out all up to `now`, the soonest first. An id may come more than once. */
  due(now: number): Wake[] {
    const due: Wake[] = [];
    while ((this.#heap[0]?.at ?? Number.POSITIVE_INFINITY) <= now) {
      const top = this.#heap[0];
      const last = this.#heap.pop();
      if (!top || !last) break;
      due.push(top);
      if (this.#heap.length === 0) break;
      this.#heap[0] = last;
      this.#sink();
    }
    return due;
  }

  clear(): void {
    this.#heap.length = 0;
  }

  #sink(): void {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      let least = index;
      for (const child of [left, left + 1]) if (child < this.#heap.length && this.#before(child, least)) least = child;
      if (least === index) return;
      this.#swap(index, least);
      index = least;
    }
  }

  #before(a: number, b: number): boolean {
    return (this.#heap[a]?.at ?? 0) < (this.#heap[b]?.at ?? 0);
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (!one || !other) return;
    this.#heap[a] = other;
    this.#heap[b] = one;
  }
}
