import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from './places.mjs';
import { lastWords, run } from './run.mjs';
import { withProgress } from './words.mjs';

const packageFolder = join(root, 'node_modules', 'electron');

/** The version the electron package stands for. */
export function officialVersion() {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}

/** The official binary, when it was downloaded completely, else undefined. */
export function officialBinary() {
  try {
    if (
      readFileSync(join(packageFolder, 'dist', 'version'), 'utf8')
        .replace(/^v/, '')
        .trim() !== officialVersion()
    )
      return;
    const binary = join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8'));
    return existsSync(binary) ? binary : undefined;
  } catch {
    return;
  }
}

function downloadsFolder(env = process.env) {
  if (env.electron_config_cache) return env.electron_config_cache;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'electron');
  if (process.platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'electron', 'Cache');
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'electron');
}

function alreadyDownloaded(archive) {
  try {
    return readdirSync(downloadsFolder(), { recursive: true }).some((name) => String(name).endsWith(archive));
  } catch {
    return false;
  }
}

/** Where @electron/get looks for an archive, its mirror settings respected. */
export function downloadUrl(version, archive, env = process.env) {
  const mirror =
    env.npm_config_electron_mirror ??
    env.NPM_CONFIG_ELECTRON_MIRROR ??
    env.ELECTRON_MIRROR ??
    'https://github.com/electron/electron/releases/download/';
  const folder = env.ELECTRON_CUSTOM_DIR?.replace('{{ version }}', version) ?? `v${version}`;
  return `${mirror}${folder}/${archive}`;
}

async function reachable(url, timeoutMs) {
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) });
    return answer.ok ? undefined : `the download answers ${answer.status}`;
  } catch (error) {
    return error.cause?.code ?? error.name;
  }
}

/**
 * Has the electron package fetch its own binary. Returns {binary} or {reason}: a network that does not answer
 * costs six seconds; a download is given 15 minutes and resumed by the next run when its archive was complete.
 */
export async function fetchOfficial() {
  const version = officialVersion();
  const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const viaProxy = Boolean(process.env.HTTPS_PROXY ?? process.env.https_proxy);
  if (!alreadyDownloaded(archive) && !viaProxy) {
    const reason = await reachable(downloadUrl(version, archive), 6_000);
    if (reason !== undefined) return { reason };
  }
  const env = viaProxy ? { ELECTRON_GET_USE_PROXY: '1' } : {};
  const result = await withProgress(`fetching Electron ${version}, about 110 MB`, () =>
    run(process.execPath, [join(packageFolder, 'install.js')], { cwd: packageFolder, env, timeoutMs: 15 * 60_000 }),
  );
  const binary = officialBinary();
  if (binary !== undefined && statSync(binary).size > 0) return { binary };
  return { reason: result.code === 'timeout' ? 'the download took over 15 minutes' : lastWords(result.output, 1) };
}
