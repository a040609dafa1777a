import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where fetched runtimes live, outside node_modules so that `npm ci` keeps them. */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'prihatin-console');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'prihatin-console');
  if (platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'prihatin-console', 'Cache');
  return join(home, '.cache', 'prihatin-console');
}
