import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { SetupError } from './words.mjs';

/** The packages the project names that are not in node_modules at the version of the lock file. */
export function missingPackages(folder = root) {
  const named = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const locked = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const names = Object.keys({ ...named.dependencies, ...named.devDependencies });
  return names.filter((name) => {
    const manifest = join(folder, 'node_modules', name, 'package.json');
    if (!existsSync(manifest)) return true;
    const wanted = locked[`node_modules/${name}`]?.version;
    return wanted !== undefined && JSON.parse(readFileSync(manifest, 'utf8')).version !== wanted;
  });
}

/** Fails in words when `npm ci` was not run, was interrupted, or ran before the lock file changed. */
export function needDependencies(folder = root) {
  const missing = missingPackages(folder);
  if (missing.length === 0) return;
  const some = missing.slice(0, 3).join(', ');
  throw new SetupError(
    `npm packages are missing or outdated (${missing.length}: ${some}${missing.length > 3 ? ', …' : ''})`,
    'npm ci',
  );
}
