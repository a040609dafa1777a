/** Each of a list with a key of its own: of those with the same name each later one is counted. */
export function keyed<T>(list: readonly T[], nameOf: (one: T) => string): { key: string; one: T }[] {
  const seen = new Map<string, number>();
  return list.map((one) => {
    const name = nameOf(one);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { key: `${name} ${before}`, one };
  });
}
