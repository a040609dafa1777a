import { type Source, walk } from './source-tree.ts';

/** How a template begins that puts a key together: `family.${member}`, perhaps with an ending after it. */
const FAMILY = /^[a-z][a-z0-9-]*\.([a-z0-9.-]+[.-])?$/;

/** Every whole text in the code, and every family of keys put together there. */
export interface Texts {
  whole: ReadonlySet<string>;
  /** What stands before and after the member. */
  families: readonly { before: string; after: string }[];
  /** True when some template is `${family}.${member}`: families too are then texts of their own. */
  joined: boolean;
}

/** Collects them; names of members of objects are texts too (`{ road: … }`). */
export function textsOf(sources: readonly Source[]): Texts {
  const whole = new Set<string>();
  const families = new Map<string, { before: string; after: string }>();
  let joined = false;
  for (const { program } of sources) {
    walk(program, (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string') whole.add(node.value);
      if (node.type === 'TemplateLiteral') {
        const parts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
        const [before = '', after] = parts;
        if (after === undefined) whole.add(before);
        else if (parts.length === 2 && FAMILY.test(before)) families.set(parts.join('|'), { before, after });
        else if (parts.join('|') === '|.|') joined = true;
      }
      if (node.type === 'Property') {
        const key = node.key as { type: string; name?: string };
        if (key.type === 'Identifier' && key.name !== undefined) whole.add(key.name);
      }
    });
  }
  return { whole, families: [...families.values()], joined };
}

/**
 * True when code says the key whole, or puts it together at run time from a family and a member that both stand in the
 * code as texts of their own.
 */
export function isUsed(key: string, { whole, families, joined }: Texts): boolean {
  if (whole.has(key)) return true;
  const dot = key.lastIndexOf('.');
  if (joined && whole.has(key.slice(0, dot)) && whole.has(key.slice(dot + 1))) return true;
  return families.some(
    ({ before, after }) =>
      key.startsWith(before) && key.endsWith(after) && whole.has(key.slice(before.length, key.length - after.length)),
  );
}
