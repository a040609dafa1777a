import { describe, expect, it } from 'vitest';
import { readLaunchOptions } from './launch-options.ts';

describe('launch options', () => {
  it('starts a demo on an embedded central by default, in folders of its own', () => {
    const reading = readLaunchOptions(['--no-sandbox', '/app', '--remote-debugging-port=0'], '/home/u/data');
    expect(reading).toEqual({
      ok: true,
      options: {
        profile: 'demo',
        centralUrl: null,
        lang: null,
        wall: false,
        verbose: false,
        carry: { exportTo: null, importFrom: null },
        folders: {
          console: '/home/u/data/demo/console',
          central: '/home/u/data/demo/central',
          tiles: '/home/u/data/demo/tiles',
          window: '/home/u/data/demo/window',
        },
      },
    });
  });

  it('keeps live and demo apart on one data folder', () => {
    const live = readLaunchOptions(['--profile', 'live', '--embedded', '--data', '/d'], '/home');
    const demo = readLaunchOptions(['--data=/d'], '/home');
    if (!live.ok || !demo.ok) throw new Error('both are good');
    const demoFolders = Object.values(demo.options.folders);
    for (const folder of Object.values(live.options.folders)) expect(demoFolders).not.toContain(folder);
  });

  it.each([
    [['--profile', 'live'], 'a live console needs'],
    [['--profile', 'test'], '--profile is demo or live'],
    [['--lang', 'zh'], '--lang is ms or en'],
    [['--central', 'file:///etc'], '--central wants an address'],
    [['--central', 'https://c.example', '--embedded'], 'exclude each other'],
  ])('refuses %j', (words, part) => {
    const reading = readLaunchOptions(words, '/home');
    expect(reading.ok ? 'was taken' : reading.reason).toContain(part);
  });
});
