/** Numbers from 0 to 1 (never 1) that look drawn by lot and are the same every time. */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The same as whole numbers below another. */
export function lots(seed: number): (below: number) => number {
  const chance = chances(seed);
  return (below) => Math.floor(chance() * below);
}
