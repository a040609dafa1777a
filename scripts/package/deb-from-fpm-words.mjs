#!/usr/bin/env node
// Stands where electron-builder calls fpm, and makes the .deb with Debian's own dpkg-deb: nothing to download.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const flags = new Set(['--force', '--debug']);

/** Sorts fpm's words into {options: {name: [values]}, contents: [{from, to}]}. */
export function readFpmWords(words) {
  const options = {};
  const contents = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (flags.has(word)) continue;
    if (word.startsWith('-')) {
      const [name, ...rest] = word.split('=');
      let value = rest.join('=');
      if (rest.length === 0) {
        at += 1;
        value = words[at];
      }
      options[name] = [...(options[name] ?? []), value];
    } else {
      const cut = word.lastIndexOf('=');
      contents.push({ from: word.slice(0, cut), to: word.slice(cut + 1) });
    }
  }
  return { options, contents };
}

/** The text of DEBIAN/control. @param kilobytes the size once installed */
export function controlText(options, kilobytes) {
  const one = (name) => options[name]?.at(-1) ?? '';
  const [synopsis, ...rest] = one('--description').split('\n');
  const lines = [
    `Package: ${one('--name')}`,
    `Version: ${one('--version').replaceAll('-', '~')}`,
    `Architecture: ${one('--architecture')}`,
    `Maintainer: ${one('--maintainer')}`,
    `Installed-Size: ${kilobytes}`,
    ...((options['-d'] ?? []).length > 0 ? [`Depends: ${options['-d'].join(', ')}`] : []),
    ...((options['--deb-recommends'] ?? []).length > 0
      ? [`Recommends: ${options['--deb-recommends'].join(', ')}`]
      : []),
    'Section: misc',
    `Priority: ${one('--deb-priority') || 'optional'}`,
    `Homepage: ${one('--url')}`,
    `Description: ${synopsis.trim() || one('--name')}`,
    ...rest.filter((line) => line.trim() !== '').map((line) => ` ${line.trim()}`),
  ];
  return `${lines.join('\n')}\n`;
}

function makeDeb(words) {
  const { options, contents } = readFpmWords(words);
  if (options['-t']?.[0] !== 'deb') throw new Error(`only .deb packages are made here, not ${options['-t']?.[0]}`);
  const stage = mkdtempSync(join(tmpdir(), 'prihatin-deb-'));
  try {
    chmodSync(stage, 0o755);
    for (const { from, to } of contents) {
      const place = join(stage, to);
      mkdirSync(dirname(place), { recursive: true });
      cpSync(from, place, { recursive: statSync(from).isDirectory(), verbatimSymlinks: true });
      if (!statSync(from).isDirectory()) chmodSync(place, 0o644);
    }
    const kilobytes = Number(execFileSync('du', ['-sk', stage], { encoding: 'utf8' }).split('\t')[0]);
    const control = join(stage, 'DEBIAN');
    mkdirSync(control);
    writeFileSync(join(control, 'control'), controlText(options, kilobytes));
    for (const [option, name] of [
      ['--after-install', 'postinst'],
      ['--after-remove', 'postrm'],
    ]) {
      const script = options[option]?.[0];
      if (script === undefined) continue;
      cpSync(script, join(control, name));
      chmodSync(join(control, name), 0o755);
    }
    execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', stage, options['--package'][0]], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith('deb-from-fpm-words.mjs')) makeDeb(process.argv.slice(2));
