import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Carry } from '#engine/carry-acts.ts';

/** How this console was started. */
export interface LaunchOptions {
  profile: 'demo' | 'live';
  /** A central elsewhere, or null: the console runs its own (embedded). */
  centralUrl: string | null;
  lang: 'ms' | 'en' | null;
  wall: boolean;
  verbose: boolean;
  /** Acts to take from a file at the start, and to write to one. */
  carry: Carry;
  folders: DataFolders;
}

/** One profile's folders; profiles never share any. */
export interface DataFolders {
  /** The engine's store. */
  console: string;
  /** The embedded central's store. */
  central: string;
  /** Pictures under the map. */
  tiles: string;
  /** What Chromium keeps (also what makes one running instance of one data folder). */
  window: string;
}

export type LaunchReading = { ok: true; options: LaunchOptions } | { ok: false; reason: string };

/** The folders of a profile below the data folder. */
export function foldersOf(data: string, profile: string): DataFolders {
  const base = join(data, profile);
  return {
    console: join(base, 'console'),
    central: join(base, 'central'),
    tiles: join(base, 'tiles'),
    window: join(base, 'window'),
  };
}

/**
 * Reads the console's own flags out of a whole command line, leaving Chromium's alone.
 * @param words the command line after the program; plain words (the app's folder) are passed over
 * @param defaultData the data folder when `--data` is not given
 */
export function readLaunchOptions(words: readonly string[], defaultData: string): LaunchReading {
  const { values } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    options: {
      central: { type: 'string' },
      embedded: { type: 'boolean' },
      data: { type: 'string' },
      profile: { type: 'string' },
      lang: { type: 'string' },
      wall: { type: 'boolean' },
      verbose: { type: 'boolean' },
      'export-acts': { type: 'string' },
      'import-acts': { type: 'string' },
    },
  });
  const text = (name: 'central' | 'data' | 'profile' | 'lang' | 'export-acts' | 'import-acts'): string | null => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const profile = text('profile') ?? 'demo';
  if (profile !== 'demo' && profile !== 'live') return refuse(`--profile is demo or live, not "${profile}"`);
  const lang = text('lang');
  if (lang !== null && lang !== 'ms' && lang !== 'en') return refuse(`--lang is ms or en, not "${lang}"`);
  const central = text('central');
  if (central !== null && values.embedded) return refuse('--central and --embedded exclude each other');
  if (profile === 'live' && central === null && !values.embedded) {
    return refuse('a live console needs --central URL, or --embedded said aloud');
  }
  if (central !== null && !/^https?:$/.test(protocolOf(central))) {
    return refuse('--central wants an address such as https://central.example');
  }
  return {
    ok: true,
    options: {
      profile,
      lang,
      centralUrl: central === null ? null : central.replace(/\/+$/, ''),
      wall: values.wall === true,
      verbose: values.verbose === true,
      carry: { exportTo: text('export-acts'), importFrom: text('import-acts') },
      folders: foldersOf(text('data') ?? defaultData, profile),
    },
  };
}

function refuse(reason: string): LaunchReading {
  return { ok: false, reason };
}

function protocolOf(address: string): string {
  try {
    return new URL(address).protocol;
  } catch {
    return '';
  }
}
