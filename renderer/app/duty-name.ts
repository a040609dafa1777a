/** A name without what stands in brackets behind it. */
export function plainName(name: string): string {
  return name.replace(/\s*\([^)]*\)\s*$/, '');
}

/** The first letters of a name's first two words, for where it has no room. */
export function initialsOf(name: string): string {
  const words = plainName(name).split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}
