import { posix } from 'node:path';

const ALIASES: Readonly<Record<string, string>> = {
  '#shared': 'shared',
  '#data': 'data',
  '#engine': 'electron/engine',
  '#host': 'electron/host',
  '#main': 'electron/main',
  '#central': 'central',
  '#renderer': 'renderer',
  '#tests': 'tests',
};

/** The file an import means, from the root; null for a library. Query suffixes (`?worker`) are left off. */
export function resolveImport(from: string, request: string): string | null {
  const bare = request.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), bare));
  const [zone = '', ...rest] = bare.split('/');
  const folder = ALIASES[zone];
  return folder === undefined ? null : [folder, ...rest].join('/');
}
