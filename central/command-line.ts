import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { NotifyWords } from './notify/notify-settings.ts';

/** What a central is told when it is started. */
export interface CommandLine {
  port: number;
  dataFolder: string;
  database: string | undefined;
  profile: 'demo' | 'live';
  /** File of the master key, made when missing; in the data folder when left out. */
  keyFile: string | undefined;
  /** False keeps the demo's simulated reports and squads still. */
  feed: boolean;
  /** True ends this central when whoever started it is gone: when its standard input closes. */
  withParent: boolean;
  /** False leaves the demo's sample incidents out. */
  sample: boolean;
  /** True at the one start after a backup was brought back. */
  restored: boolean;
  /** A folder to copy this central into, instead of starting it. */
  backup: string | undefined;
  /** How messages leave the house: `--smtp`, `--smtp-from`, `--webhook`, `--notify-lang`, `--notify-link`, as given. */
  notify: NotifyWords;
}

export const DEFAULT_PORT = 7420;

/** Reads the flags. @throws Error in one line that says what is wrong and what would be right. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...words],
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      database: { type: 'string' },
      profile: { type: 'string' },
      'key-file': { type: 'string' },
      feed: { type: 'string' },
      sample: { type: 'string' },
      'with-parent': { type: 'boolean' },
      restored: { type: 'boolean' },
      backup: { type: 'string' },
      smtp: { type: 'string' },
      'smtp-from': { type: 'string' },
      webhook: { type: 'string' },
      'notify-lang': { type: 'string' },
      'notify-link': { type: 'string' },
    },
  });
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port}: give a number from 0 (any free one) to 65535`);
  const profile = values.profile ?? 'demo';
  if (profile !== 'demo' && profile !== 'live') throw new Error(`--profile ${profile}: give demo or live`);
  if (values.database !== undefined && !/^postgres(ql)?:\/\//.test(values.database)) {
    throw new Error(
      '--database: give postgres://user:password@host:port/name, or leave it out for SQLite in the data folder',
    );
  }
  return {
    port,
    dataFolder: values.data ?? join(process.cwd(), '.data', `central-${profile}`),
    database: values.database,
    profile,
    keyFile: values['key-file'],
    feed: onOrOff('feed', values.feed),
    sample: onOrOff('sample', values.sample),
    withParent: values['with-parent'] ?? false,
    restored: values.restored ?? false,
    backup: values.backup,
    notify: {
      smtp: values.smtp,
      smtpFrom: values['smtp-from'],
      webhook: values.webhook,
      lang: values['notify-lang'],
      link: values['notify-link'],
    },
  };
}

function onOrOff(name: string, value: string | undefined): boolean {
  if (value !== undefined && value !== 'on' && value !== 'off') throw new Error(`--${name} ${value}: give on or off`);
  return value !== 'off';
}
