import { type Source, walk } from './source-tree.ts';

/** How a template begins that puts a key together, `family.${member}`. */
const FAMILY = /^[a-z][a-z0-9-]*\.([a-z0-9.-]+[.-])?$/;

/** Every whole text in the code, and every family of keys put together there. */
export interface Texts {
  whole: ReadonlySet<string>;
  begun: ReadonlySet<string>;
}

/** Collects them; members of objects count too (`{ road: … }`). */
export function textsOf(sources: readonly Source[]): Texts {
  const whole = new Set<string>();
  const begun = new Set<string>();
  for (const { program } of sources) {
    walk(program, (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string') whole.add(node.value);
      if (node.type === 'TemplateLiteral') {
        const quasis = node.quasis as { value: { cooked: string } }[];
        const first = quasis[0]?.value.cooked ?? '';
        if (quasis.length === 1) whole.add(first);
        else if (FAMILY.test(first)) begun.add(first);
      }
      if (node.type === 'Property') {
        const key = node.key as { type: string; name?: string };
        if (key.type === 'Identifier' && key.name !== undefined) whole.add(key.name);
      }
    });
  }
  return { whole, begun };
}

/**
 * True when code says the key whole, or puts it together at run time from a family and a member that both stand in the
 * code as texts of their own.
 */
export function isUsed(key: string, { whole, begun }: Texts): boolean {
  if (whole.has(key)) return true;
  return [...begun].some((family) => key.startsWith(family) && whole.has(key.slice(family.length)));
}
