import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './words.mjs';

/** A holder touches its lock this often; one untouched for much longer is dead, even where its number lives again. */
const touchMs = 5_000;

function holderIsGone(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > 12 * touchMs) return true;
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code !== 'EPERM';
  }
}

/** Runs `work` while no other set-up on this machine does; the lock of a killed run is taken over. */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') {
        rmSync(file, { force: true }); // a full disk leaves it empty
        throw error;
      }
      if (holderIsGone(file)) rmSync(file, { force: true });
      else {
        if (!told) say('  … waiting for another set-up of the console to end');
        told = true;
        await sleep(500);
      }
    }
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  const touch = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {} // taken away: the work goes on, as it would without a lock
  }, touchMs);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    process.off('exit', release);
    release();
  }
}
