import { describe, expect, it } from 'vitest';
import { defaultDataFolder, readHostOptions } from './host-options.ts';

describe('flags of the headless host', () => {
  it('stands on defaults, and keeps profiles apart', () => {
    const demo = readHostOptions([], '/data');
    expect(demo).toMatchObject({ profile: 'demo', centralUrl: null, lang: null, port: 0, wall: false });
    const live = readHostOptions(['--profile', 'live', '--embedded'], '/data');
    expect(demo.consoleFolder).toBe('/data/demo/console');
    expect(live.consoleFolder).toBe('/data/live/console');
    expect(live.centralFolder).not.toBe(demo.centralFolder);
    expect(defaultDataFolder({ XDG_DATA_HOME: '/x' })).toBe('/x/prihatin-console');
  });

  it.each([
    [['--profile', 'live'], 'a live console needs --central URL'],
    [['--central', 'http://a', '--embedded'], 'exclude each other'],
    [['--central', 'nowhere'], '--central wants an address'],
    [['--port', '70000'], '--port is a number'],
    [['--lang', 'fr'], '--lang is ms or en'],
    [['--nonsense'], 'nonsense'],
  ])('refuses %j in words', (words, reason) => {
    expect(() => readHostOptions(words, '/data')).toThrow(reason);
  });
});
