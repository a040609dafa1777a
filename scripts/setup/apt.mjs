import { lastWords, onPath, run } from './run.mjs';
import { SetupError, withProgress } from './words.mjs';

const quiet = { DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'a' };
const patience = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];

/** True when we may install Debian packages ourselves. */
export function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');
}

/** From `apt-cache policy` output: the names that have an installable candidate. */
export function candidatesIn(policy) {
  const found = new Set();
  let name;
  for (const line of policy.split('\n')) {
    if (/^\S.*:$/.test(line)) name = line.slice(0, -1);
    const candidate = /^\s+Candidate:\s*(\S+)/.exec(line)?.[1];
    if (name !== undefined && candidate !== undefined && candidate !== '(none)') found.add(name);
  }
  return found;
}

/** Debian 13 and Ubuntu 24.04 renamed libraries to …t64: takes the name that exists there, else the old one. */
async function presentNames(names) {
  const { output } = await run('apt-cache', ['policy', ...names.flatMap((name) => [name, `${name}t64`])]);
  const known = candidatesIn(output);
  return {
    names: names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name)),
    complete: names.every((name) => known.has(name) || known.has(`${name}t64`)),
  };
}

/** Says in a few words why apt failed. */
export function aptTrouble(output) {
  const host = /(?:Temporary failure resolving|Could not resolve|Could not connect to) '?([^'\s:]+)/.exec(output)?.[1];
  if (host !== undefined) return `${host} is out of reach`;
  if (/No space left on device|enough free space/.test(output)) return 'the disk is full';
  if (/Could not get lock/.test(output)) return 'another program is installing packages';
  return lastWords(output, 1).slice(0, 300);
}

/**
 * Installs Debian packages when we are root, else fails with the one command that does.
 * `why` says what wants them, for the progress line and the message.
 */
export async function installPackages(names, why) {
  if (!mayInstall()) {
    const fix = onPath('apt-get')
      ? `sudo apt-get install -y ${names.join(' ')}`
      : `install with this system's package manager what Debian calls: ${names.join(' ')}`;
    throw new SetupError(`${why} wants system packages: ${names.join(', ')}`, fix);
  }
  const result = await withProgress(`installing system packages for ${why}`, async () => {
    let wanted = await presentNames(names);
    if (!wanted.complete) {
      await run('apt-get', [...patience, 'update'], { env: quiet });
      wanted = await presentNames(names);
    }
    const install = () =>
      run('apt-get', [...patience, 'install', '-y', '--no-install-recommends', ...wanted.names], { env: quiet });
    const first = await install();
    if (first.code === 0) return first;
    // An interrupted dpkg or a stale package list: mend both once, then try again.
    await run('dpkg', ['--configure', '-a'], { env: quiet });
    await run('apt-get', [...patience, 'update'], { env: quiet });
    return install();
  });
  if (result.code !== 0) {
    throw new SetupError(
      `system packages for ${why} could not be installed: ${aptTrouble(result.output)}`,
      `mend that and run the command again; by hand: apt-get update && apt-get install -y ${names.join(' ')}`,
    );
  }
}
