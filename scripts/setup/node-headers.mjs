import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import headers from 'node-api-headers';
import { root } from './places.mjs';

/** What node-gyp reads beside the headers: no more than a module on Node's stable interface needs. */
const settings = `{
  'variables': { 'visibility%': 'hidden', 'library%': 'static_library', 'component%': 'static_library' },
  'target_defaults': {
    'default_configuration': 'Release',
    'cflags': ['-pthread', '-fPIC'],
    'cflags_cc': ['-fno-rtti', '-std=gnu++17'],
    'ldflags': ['-pthread'],
    'configurations': { 'Release': { 'cflags': ['-O3'] }, 'Debug': { 'cflags': ['-g', '-O0'] } },
  },
}
`;

/** Lays the headers of Node's stable interface, from their npm package, where node-gyp looks below `folder`. */
export function layHeaders(folder) {
  const place = join(folder, 'include', 'node');
  mkdirSync(place, { recursive: true });
  cpSync(headers.include_dir, place, { recursive: true });
  writeFileSync(join(place, 'common.gypi'), settings);
}

/**
 * What to build the sqlite3 module against: {folder, packages}. The running Node's own headers when they came with it;
 * on Linux else those of an npm package, with the system's libuv (`packages` names what is still missing of it).
 * Elsewhere `folder` is undefined: npm downloads them from nodejs.org.
 */
export function nodeHeaders(node = process.execPath, system = '/usr/include', platform = process.platform) {
  const prefix = dirname(dirname(node));
  const own = join(prefix, 'include', 'node');
  if (existsSync(join(own, 'node_api.h')) && existsSync(join(own, 'uv.h'))) return { folder: prefix, packages: [] };
  if (platform !== 'linux') return { folder: undefined, packages: [] };
  const folder = join(root, '.cache', 'node-headers');
  layHeaders(folder);
  return { folder, packages: existsSync(join(system, 'uv.h')) ? [] : ['libuv1-dev'] };
}
