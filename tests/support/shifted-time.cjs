// Loaded before a process of the product (`-r`), and by it into those it starts, so that its time runs ahead of the
// computer's by as many ms as the file says that PRIHATIN_TEST_SHIFT names. The product itself knows nothing of it.
const { readFileSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const os = require('node:os');

process.env.NODE_OPTIONS ??= `-r ${__filename}`;
const file = process.env.PRIHATIN_TEST_SHIFT;
const realNow = Date.now.bind(Date);
const realUptime = os.uptime.bind(os);
const LOOK_EVERY_MS = 10;
let shift = 0;
let looked = 0;

function shifted() {
  const now = realNow();
  if (file !== undefined && now - looked > LOOK_EVERY_MS) {
    looked = now;
    try {
      shift = Number(readFileSync(file, 'utf8'));
    } catch {
      // Not written yet: the time is the computer's own.
    }
  }
  return shift;
}

const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...words) {
    if (words.length === 0) super(realNow() + shifted());
    else super(...words);
  }
  static now() {
    return realNow() + shifted();
  }
};
os.uptime = () => realUptime() + shifted() / 1_000;
syncBuiltinESMExports();
