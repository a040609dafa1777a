import { SetupError } from './words.mjs';

const least = [20, 19];

/** Tells whether a Node version such as "20.19.0" is new enough. */
export function nodeIsEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}

/** Fails in words when the running Node is too old. */
export function needNode(version = process.versions.node) {
  if (nodeIsEnough(version)) return;
  throw new SetupError(
    `Node ${version} is too old, ${least.join('.')} or newer is needed`,
    'install Node 22 or newer from https://nodejs.org and run the command again',
  );
}
