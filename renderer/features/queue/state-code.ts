import { states } from '#shared/geo/states.ts';

/** Three letters for a state's name (`Negeri Sembilan` → `NSN`); the name itself where none is known. */
export function stateCode(name: string): string {
  return states.find((state) => state.name === name)?.code ?? name;
}
