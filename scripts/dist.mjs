// npm run dist [-- dir|deb|tar.gz|AppImage …]: installers in dist/, without downloads on Linux.
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBuilt } from './launch/ensure-built.mjs';
import { drawIcons } from './package/draw-icon.mjs';
import { stageElectron } from './package/stage-electron.mjs';
import { tool } from './quality/tools.mjs';
import { installPackages } from './setup/apt.mjs';
import { needDisk } from './setup/disk.mjs';
import { root } from './setup/places.mjs';
import { lastWords, onPath, run } from './setup/run.mjs';
import { setUp } from './setup/set-up.mjs';
import { leaveWith, SetupError, say, withProgress } from './setup/words.mjs';

const linuxTargets = ['dir', 'deb', 'tar.gz'];

try {
  const asked = process.argv.slice(2);
  const linux = process.platform === 'linux';
  const targets = asked.length > 0 ? asked : linux ? linuxTargets : [];
  const { electron, reason } = await setUp(['sqlite', 'electron']);
  if (electron === undefined)
    throw new SetupError(`nothing to package without Electron: ${reason}`, 'run it where Electron can be fetched');
  await ensureBuilt();
  needDisk(join(root, 'dist'), 1_500, 'Packaging');
  if (linux && targets.includes('tar.gz') && !onPath('7za')) await installPackages(['p7zip-full'], 'packing archives');
  drawIcons(join(root, '.cache', 'icons'));
  const staged = join(root, '.cache', 'electron-to-package');
  stageElectron(electron.folder ?? dirname(electron.binary), staged);
  const words = [
    linux ? '--linux' : process.platform === 'darwin' ? '--mac' : '--win',
    ...targets,
    '--publish',
    'never',
  ];
  words.push(`-c.electronDist=${staged}`, `-c.electronVersion=${electron.version}`);
  const step = tool('package', 'electron-builder', words, {
    env: {
      // Hard links into the cached runtime would let the packaged fuses change it.
      USE_HARD_LINKS: 'false',
      ELECTRON_BUILDER_COMPRESSION_LEVEL: '5',
      ...(onPath('7za') ? { ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za' } : {}),
      ...(linux ? { CUSTOM_FPM_PATH: join(root, 'scripts', 'package', 'deb-from-fpm-words.mjs') } : {}),
    },
  });
  let told = '';
  const { code, output } = await withProgress(
    'packaging',
    () =>
      run(step.program, step.args, {
        cwd: root,
        env: step.env,
        onOutput: (chunk) => (told = /•\s+([^\n]*)/.exec(chunk)?.[1]?.slice(0, 60) ?? told),
      }),
    () => told,
  );
  if (code !== 0)
    throw new SetupError(
      `packaging failed: ${lastWords(output, 8)}`,
      'mend what it names; free disk space if it speaks of ENOSPC',
    );
  if (!electron.official) {
    writeFileSync(
      join(root, 'dist', 'NOT-FOR-PRODUCTION.txt'),
      `These packages carry Electron ${electron.version}, which gets no security fixes: for demonstration and tests only.\n`,
    );
    say(`  Electron ${electron.version} inside: these packages are not for production`);
  }
  for (const line of output.matchAll(/building\s+target=(\S+).*?file=(\S+)/g)) say(`✓ ${line[1]}: ${line[2]}`);
  if (existsSync(join(root, 'dist', 'linux-unpacked'))) say('✓ unpacked: dist/linux-unpacked');
} catch (error) {
  leaveWith(error);
}
