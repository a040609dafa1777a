import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';
import { SetupError } from './words.mjs';

/** Tells whether the helper beside Electron may make the sandbox in a user's stead: root's, and set-uid. */
export function helperIsReady(helper, look = statSync) {
  try {
    const { uid, mode } = look(helper);
    return uid === 0 && (mode & 0o4111) === 0o4111;
  } catch {
    return false;
  }
}

/** Tells whether a user's program may make the namespaces that a sandbox is built of (Ubuntu forbids it since 24.04). */
async function namespacesAllowed() {
  try {
    if (readFileSync('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').trim() === '1') return false;
  } catch {} // no such rule here
  const { code } = await run('unshare', ['--user', '--map-root-user', '--net', 'true'], { timeoutMs: 10_000 });
  return code === 0 || code === 'missing';
}

/** Fails in words where Chromium would abort for want of a sandbox; as root it runs without (demo and tests only). */
export async function setUpSandbox(binary) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const helper = join(dirname(binary), 'chrome-sandbox');
  if (helperIsReady(helper) || (await namespacesAllowed())) return;
  throw new SetupError(
    "this system forbids users to make the sandbox that Electron's windows run in",
    `sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}", then the command again`,
  );
}
