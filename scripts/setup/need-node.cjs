// Loaded before every command, in words that any Node understands: a Node too old to read our modules is told so too.
'use strict';

const least = [20, 19];

/** Tells whether a Node version such as "20.19.0" is new enough. */
exports.nodeIsEnough = (version) => {
  const parts = version.split('.').map(Number);
  return parts[0] > least[0] || (parts[0] === least[0] && parts[1] >= least[1]);
};

if (!exports.nodeIsEnough(process.versions.node)) {
  process.stderr.write(
    `✗ Node ${process.versions.node} is too old, ${least.join('.')} or newer is needed\n` +
      '  Fix: install Node 22 or newer from https://nodejs.org, then: npm ci, and the command again\n',
  );
  process.exit(1);
}
