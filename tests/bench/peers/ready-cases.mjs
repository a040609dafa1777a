/** A case as the limit carries it, with names: 26 members, about 1 KB. */
export function readyCase(index, name = 'case') {
  const found = { id: `${name}-${index}` };
  for (let column = 1; column < 26; column++) {
    found[`c${column}`] = column % 3 === 0 ? index * column : 'tapak pembinaan Nilai Negeri Sembilan ';
  }
  return found;
}

/** So many of them, from `from`. */
export function readyCases(from, count, name) {
  return Array.from({ length: count }, (_, index) => readyCase(from + index, name));
}

/** Small changes: the id of a case, from that of index `first` on, and its new `c2`. */
export function smallChanges(count, cases, word, first = 0) {
  return Array.from({ length: count }, (_, step) => [`case-${(first + step) % cases}`, `${word} ${step}`]);
}
