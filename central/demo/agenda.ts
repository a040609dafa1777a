/** Things to be done at their moments, earliest first. */
export interface Agenda {
  add(at: number, run: () => void): void;
  /** Does all up to and including `until` (ms since 1970), also what is added meanwhile. */
  runUntil(until: number, before: (at: number) => void): void;
}

/** An empty agenda; things of one moment run in the order they were added. */
export function createAgenda(): Agenda {
  const items: { at: number; order: number; run: () => void }[] = [];
  let order = 0;
  return {
    add(at, run) {
      order += 1;
      const item = { at, order, run };
      const index = items.findIndex((other) => other.at > at);
      if (index < 0) items.push(item);
      else items.splice(index, 0, item);
    },
    runUntil(until, before) {
      for (let next = items[0]; next !== undefined && next.at <= until; next = items[0]) {
        items.shift();
        before(next.at);
        next.run();
      }
    },
  };
}
