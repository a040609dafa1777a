import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aptTrouble, candidatesIn } from './apt.mjs';
import { needDisk } from './disk.mjs';
import { hasDisplay } from './display.mjs';
import { fallback, placeOf } from './electron-from-npm.mjs';
import { downloadUrl } from './electron-official.mjs';
import { integrityOf, matchesIntegrity } from './hash.mjs';
import { withLock } from './lock.mjs';
import { nodeIsEnough } from './need-node.cjs';
import { nodeHeaders } from './node-headers.mjs';
import { missingPackages, needDependencies } from './npm-dependencies.mjs';
import { cacheFolder, root } from './places.mjs';
import { moveWithin } from './postgres.mjs';
import { lastWords, onPath, run } from './run.mjs';
import { helperIsReady } from './sandbox.mjs';
import { buildTrouble } from './sqlite.mjs';
import { missingLibraries, packagesFor } from './system-libraries.mjs';
import { inWords } from './words.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'set-up-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('Node', () => {
  it.each([
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.0.0', true],
    ['20.18.1', false],
    ['18.20.0', false],
  ])('%s is new enough: %s', (version, enough) => expect(nodeIsEnough(version)).toBe(enough));

  it('is refused with the fix before any module of ours is read', async () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const ours = Object.values(scripts).filter((words) => !words.includes('scripts/data/'));
    expect(ours.filter((words) => !words.startsWith('node -r ./scripts/setup/need-node.cjs scripts/'))).toEqual([]);
    writeFileSync(
      join(folder, 'old.cjs'),
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '16.20.2' } });",
    );
    const guard = join(root, 'scripts', 'setup', 'need-node.cjs');
    const { code, output } = await run(process.execPath, ['-r', join(folder, 'old.cjs'), '-r', guard, 'absent.mjs']);
    expect(code).toBe(1);
    expect(output).toContain('✗ Node 16.20.2 is too old, 20.19 or newer is needed\n  Fix: install Node 22');
  });
});

describe('npm packages', () => {
  const lay = (installed) => {
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ dependencies: { one: '1.0.0' }, devDependencies: { two: '^2.0.0' } }),
    );
    const packages = { 'node_modules/one': { version: '1.0.0' }, 'node_modules/two': { version: '2.3.4' } };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
    for (const [name, version] of Object.entries(installed)) {
      mkdirSync(join(folder, 'node_modules', name), { recursive: true });
      writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ version }));
    }
  };

  it('names what npm ci has not laid down, or laid down before the lock changed', () => {
    lay({ one: '0.9.0' });
    expect(missingPackages(folder)).toEqual(['one', 'two']);
    expect(() => needDependencies(folder)).toThrow('npm packages are missing or outdated (2: one, two)');
  });

  it('is content with exactly the locked versions', () => {
    lay({ one: '1.0.0', two: '2.3.4' });
    expect(missingPackages(folder)).toEqual([]);
  });
});

describe('hash', () => {
  it('tells the right file from one cut short', async () => {
    const file = join(folder, 'archive');
    writeFileSync(file, 'all of it');
    const right = await integrityOf(file);
    expect(right).toBe(`sha512-${createHash('sha512').update('all of it').digest('base64')}`);
    expect(await matchesIntegrity(file, right)).toBe(true);
    writeFileSync(file, 'all of');
    expect(await matchesIntegrity(file, right)).toBe(false);
  });

  it('is a full sha512 for the runtime', () => expect(fallback.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/));
});

describe('system libraries', () => {
  const ldd = `
	linux-vdso.so.1 (0x00007ffd)
	libnss3.so => not found
	libnssutil3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
	libstrange.so.4 => not found
	libnss3.so => not found
`;
  it('finds what ldd misses, each once', () => {
    expect(missingLibraries(ldd)).toEqual(['libnss3.so', 'libnssutil3.so', 'libstrange.so.4']);
  });

  it('names each package once and tells the unknown apart', () => {
    expect(packagesFor(missingLibraries(ldd))).toEqual({ packages: ['libnss3'], unknown: ['libstrange.so.4'] });
  });

  it('says in a few words why they could not be installed', () => {
    const gone =
      "E: Failed to fetch http://d.example/g++.deb  Temporary failure resolving 'd.example'\nE: Unable to fetch";
    expect(aptTrouble(gone)).toBe('d.example is out of reach');
    expect(aptTrouble("E: You don't have enough free space in /var/cache/apt/archives/.")).toBe('the disk is full');
    expect(aptTrouble('x\nE: Unable to locate package g++\n')).toBe('E: Unable to locate package g++');
  });

  it('reads which packages apt can install', () => {
    const policy =
      'libgtk-3-0:\n  Installed: (none)\n  Candidate: (none)\nlibgtk-3-0t64:\n  Installed: (none)\n  Candidate: 3.24.41\n';
    expect([...candidatesIn(policy)]).toEqual(['libgtk-3-0t64']);
  });
});

describe('headers for the sqlite3 module', () => {
  const lay = (...names) => {
    mkdirSync(join(folder, 'include', 'node'), { recursive: true });
    for (const name of names) writeFileSync(join(folder, 'include', 'node', name), '');
  };
  const node = () => join(folder, 'bin', 'node');

  it("are the running Node's own when they came with it", () => {
    lay('node_api.h', 'uv.h');
    expect(nodeHeaders(node(), folder, 'linux')).toEqual({ folder, packages: [] });
  });

  it('come from npm and the system on Linux, naming what the system lacks, and from nodejs.org elsewhere', () => {
    lay('node_api.h');
    expect(nodeHeaders(node(), folder, 'linux').packages).toEqual(['libuv1-dev']);
    writeFileSync(join(folder, 'uv.h'), '');
    const { folder: made, packages } = nodeHeaders(node(), folder, 'linux');
    expect(packages).toEqual([]);
    expect(readFileSync(join(made, 'include', 'node', 'node_api.h'), 'utf8')).toContain('napi_module');
    expect(readFileSync(join(made, 'include', 'node', 'common.gypi'), 'utf8')).toContain('target_defaults');
    expect(nodeHeaders(node(), folder, 'darwin').folder).toBeUndefined();
  });
});

describe('sandbox', () => {
  it.each([
    ["root's and set-uid", { uid: 0, mode: 0o104755 }, true],
    ["root's, not set-uid", { uid: 0, mode: 0o100755 }, false],
    ["a user's", { uid: 1000, mode: 0o104755 }, false],
  ])('helper %s: %o ready %s', (_, found, ready) => expect(helperIsReady('helper', () => found)).toBe(ready));

  it('helper that is not there is not ready', () => expect(helperIsReady(join(folder, 'none'))).toBe(false));
});

describe('PostgreSQL for the tests', () => {
  it('is moved whole, links and all, and a link stays in its place', () => {
    const from = join(folder, 'node_modules', 'pg');
    mkdirSync(join(from, 'native'), { recursive: true });
    writeFileSync(join(from, 'package.json'), '{"version":"18.4"}');
    writeFileSync(join(from, 'native', 'libpq.so.5.18'), 'library');
    symlinkSync('libpq.so.5.18', join(from, 'native', 'libpq.so.5'));
    for (let again = 0; again < 2; again += 1) moveWithin(from, join(folder, 'shared'));
    expect(readlinkSync(from)).toBe(join(folder, 'shared', 'postgres-18.4'));
    expect(readlinkSync(join(from, 'native', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(readFileSync(join(from, 'native', 'libpq.so.5'), 'utf8')).toBe('library');
  });
});

describe('a failed build', () => {
  it('is told by the line that says why', () => {
    const tail = '\nnpm error gyp ERR! node -v v20\nnpm error gyp ERR! not ok\n';
    expect(buildTrouble(`make\nnpm error gyp ERR! stack FetchError: request to nodejs.org failed${tail}`)).toBe(
      'FetchError: request to nodejs.org failed',
    );
    expect(buildTrouble(`../src/a.h:5:10: fatal error: uv.h: No such file${tail}`)).toContain('uv.h: No such file');
    expect(buildTrouble(`a: error: x\nnpm error cc1: No space left on device${tail}`)).toContain('No space left');
  });
});

describe('places', () => {
  it('keeps the cache where the system keeps caches', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux', '/home/u')).toBe('/c/prihatin-console');
    expect(cacheFolder({}, 'linux', '/home/u')).toBe('/home/u/.cache/prihatin-console');
    expect(cacheFolder({}, 'darwin', '/Users/u')).toBe('/Users/u/Library/Caches/prihatin-console');
  });

  it('never unpacks outside its folder', () => {
    expect(placeOf('/made', 'Cypress/locales/ms.pak')).toBe('/made/locales/ms.pak');
    expect(placeOf('/made', 'Cypress/../../etc/passwd')).toBeUndefined();
    expect(placeOf('/made', 'Other/file')).toBeUndefined();
    expect(placeOf('/made', 'Cypress\\..\\file')).toBeUndefined();
  });

  it('asks the mirror that is set', () => {
    expect(downloadUrl('45.0.0', 'e.zip', {})).toBe(
      'https://github.com/electron/electron/releases/download/v45.0.0/e.zip',
    );
    expect(downloadUrl('45.0.0', 'e.zip', { ELECTRON_MIRROR: 'https://m.example/' })).toBe(
      'https://m.example/v45.0.0/e.zip',
    );
  });

  it('sees a display by its variables on Linux alone', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });
});

describe('disk', () => {
  it('says in words how much is missing', () => {
    expect(() => needDisk(folder, 1e9, 'The thing')).toThrow(/^The thing needs 1000000000 MB of disk, .* MB free$/);
    expect(() => needDisk(folder, 1, 'The thing')).not.toThrow();
  });
});

describe('a failure of the disk', () => {
  it('is told in words with its fix; a bug keeps its own', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    expect(inWords(full)).toMatchObject({
      message: 'the disk is full',
      fix: expect.stringContaining('free some space'),
    });
    const barred = Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/out' });
    expect(inWords(barred).message).toBe('this may not be written: /out');
    expect(inWords(new TypeError('a bug')).message).toBe('a bug');
  });
});

describe('programs', () => {
  it('are run to their end, killed when over their time, told when missing', async () => {
    expect(await run(process.execPath, ['-e', 'console.log(1); process.exit(3)'])).toEqual({ code: 3, output: '1\n' });
    expect((await run(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { timeoutMs: 200 })).code).toBe(
      'timeout',
    );
    expect((await run(join(folder, 'nothing'), [])).code).toBe('missing');
  });

  it('are looked for on PATH', () => {
    expect(onPath('nothing-of-that-name')).toBe(false);
    writeFileSync(join(folder, 'tool'), '#!/bin/sh\n', { mode: 0o755 });
    expect(onPath('tool', `/nowhere::${folder}`)).toBe(true);
  });

  it('are quoted by their last words', () => expect(lastWords('a\n\n b \nc\nd\n', 2)).toBe('c | d'));
});

describe('lock', () => {
  it('lets one in at a time and takes over from a run that was killed', async () => {
    const file = join(folder, 'deep', 'lock');
    const order = [];
    const job = (name) =>
      withLock(file, async () => {
        order.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push(`${name} out`);
      });
    await Promise.all([job('a'), job('b')]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out']);
    const { output } = await run(process.execPath, ['-e', 'console.log(process.pid)']);
    writeFileSync(file, output.trim());
    expect(await withLock(file, async () => 'entered')).toBe('entered');
  });

  it('takes over a lock nobody has touched for long, though another process now has its number', async () => {
    const file = join(folder, 'lock');
    writeFileSync(file, String(process.pid));
    utimesSync(file, new Date(0), new Date(0));
    expect(await withLock(file, async () => 'entered')).toBe('entered');
  });
});
