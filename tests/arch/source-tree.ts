import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';

const SOURCE = /\.(ts|tsx|mts|mjs|cjs|js|jsx)$/;

/** One module as written: what it imports (static, dynamic, re-exports, types too) and its syntax tree. */
export interface Source {
  path: string;
  text: string;
  imports: readonly string[];
  /** True when the module has nothing but `export … from`. */
  onlyReexports: boolean;
  program: unknown;
}

function git(...args: string[]): string[] {
  return execFileSync('git', ['ls-files', '-z', ...args], { encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);
}

/** Every file git tracks and that is still there, paths from the root with `/`. */
export function trackedFiles(): string[] {
  const deleted = new Set(git('--deleted'));
  return [...new Set(git())].filter((path) => !deleted.has(path));
}

/** Of them, those that hold code. */
export function trackedSources(): string[] {
  return trackedFiles().filter((path) => SOURCE.test(path));
}

/** Reads and parses one module. @throws Error naming the file when it does not parse. */
export function readSource(path: string, text: string = readFileSync(path, 'utf8')): Source {
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'does not parse'}`);
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const quoted = /^(['"`])(.*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    return quoted?.[2] === undefined ? [] : [quoted[2]];
  });
  const reexports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
  );
  const required = [...text.matchAll(/\brequire\((['"])([^'"]+)\1\)/g)].flatMap((match) => match[2] ?? []);
  const statements = (program as { body: readonly { type: string; source?: unknown }[] }).body;
  return {
    path,
    text,
    imports: [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...dynamic,
      ...reexports,
      ...required,
    ],
    onlyReexports:
      statements.length > 0 &&
      statements.every(({ type, source }) => /^Export(All|Named)/.test(type) && Boolean(source)),
    program,
  };
}

/** A node of the syntax tree, as far as walking it needs. */
export interface Node {
  type: string;
  start: number;
  [member: string]: unknown;
}

/** Calls `visit` on every node, parents first; the parent is handed along. */
export function walk(
  root: unknown,
  visit: (node: Node, parent: Node | null) => void,
  parent: Node | null = null,
): void {
  if (Array.isArray(root)) {
    for (const item of root) walk(item, visit, parent);
  } else if (root !== null && typeof root === 'object') {
    const node = 'type' in root && typeof root.type === 'string' ? (root as Node) : null;
    if (node) visit(node, parent);
    for (const value of Object.values(root)) walk(value, visit, node ?? parent);
  }
}

/** Line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
