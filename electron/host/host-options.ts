import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Carry } from '#engine/carry-acts.ts';

/** How the headless host was started. */
export interface HostOptions {
  profile: 'demo' | 'live';
  /** A central elsewhere, or null: an embedded one is run. */
  centralUrl: string | null;
  lang: 'ms' | 'en' | null;
  /** 0: any free one. */
  port: number;
  wall: boolean;
  verbose: boolean;
  /** Acts to take from a file at the start, and to write to one. */
  carry: Carry;
  consoleFolder: string;
  centralFolder: string;
}

/** Where data lies when `--data` is not given. */
export function defaultDataFolder(env: Readonly<Record<string, string | undefined>>): string {
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'prihatin-console');
}

/**
 * Reads the flags of `npm run host`. Profiles never share a folder.
 * @throws Error in one line that says what is wrong and what would be right
 */
export function readHostOptions(words: readonly string[], defaultData: string): HostOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      central: { type: 'string' },
      embedded: { type: 'boolean' },
      data: { type: 'string' },
      profile: { type: 'string' },
      lang: { type: 'string' },
      port: { type: 'string' },
      wall: { type: 'boolean' },
      verbose: { type: 'boolean' },
      'export-acts': { type: 'string' },
      'import-acts': { type: 'string' },
    },
  });
  const { central, embedded, data = defaultData, profile = 'demo', lang = null } = values;
  if (profile !== 'demo' && profile !== 'live') throw new Error(`--profile is demo or live, not "${profile}"`);
  if (lang !== null && lang !== 'ms' && lang !== 'en') throw new Error(`--lang is ms or en, not "${lang}"`);
  if (central !== undefined && embedded) throw new Error('--central and --embedded exclude each other');
  if (central !== undefined && !/^https?:\/\/\S+$/.test(central)) {
    throw new Error(`--central wants an address such as https://central.example, not "${central}"`);
  }
  if (profile === 'live' && central === undefined && !embedded) {
    throw new Error('a live console needs --central URL, or --embedded said aloud');
  }
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port is a number up to 65535, not "${values.port}"`);
  return {
    profile,
    centralUrl: central === undefined ? null : central.replace(/\/+$/, ''),
    lang,
    port,
    wall: values.wall === true,
    verbose: values.verbose === true,
    carry: { exportTo: values['export-acts'] ?? null, importFrom: values['import-acts'] ?? null },
    consoleFolder: join(data, profile, 'console'),
    centralFolder: join(data, profile, 'central'),
  };
}
