/** How urgent a row is at `now`, by its worst clock: the least that any map of these rows has to find out. */
export function urgencyOf({ clocks }, now) {
  let worst = 'running';
  for (const { due, warnAt } of clocks) {
    if (due < now) return 'missed';
    if (warnAt <= now) worst = 'warned';
  }
  return worst;
}
