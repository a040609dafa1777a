import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource, trackedFiles, trackedSources } from './source-tree.ts';

const paths = trackedSources();
const sources = paths.map((path) => readSource(path));
const MOST_LINES = 400;
const MEDIAN_LINES = 80;
const EMPTY_WORDS = /^(utils?|helpers?|misc|managers?|common|stuff)$/;
const EMPTY_NAMES = /^(server|client)$/;
const lines = (text: string) => text.replace(/\n$/, '').split('\n').length;
const stem = (path: string) =>
  basename(path)
    .replace(/\.[a-z]+$/, '')
    .replace(/\.(test|spec|integration\.test|config|d)$/, '');

describe('source files', () => {
  it('are short', () => {
    const lengths = sources.map(({ text }) => lines(text)).toSorted((a, b) => a - b);
    expect(lengths.length).toBeGreaterThan(100);
    expect(sources.filter(({ text }) => lines(text) > MOST_LINES).map(({ path }) => path)).toEqual([]);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(MEDIAN_LINES);
  });

  it('are named in kebab-case after what they hold', () => {
    const odd = paths.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(stem(path)));
    expect(odd.filter((path) => !path.startsWith('.'))).toEqual([]);
    const hollow = paths.filter(
      (path) =>
        EMPTY_NAMES.test(stem(path)) ||
        stem(path)
          .split('-')
          .some((word) => EMPTY_WORDS.test(word)),
    );
    expect(hollow).toEqual([]);
  });

  it('are no barrels', () => {
    expect(sources.filter(({ onlyReexports }) => onlyReexports).map(({ path }) => path)).toEqual([]);
    expect(readSource('index.ts', "export * from './a.ts';\nexport { b } from './b.ts';\n").onlyReexports).toBe(true);
  });

  it('skip no test and silence no checker', () => {
    const silent = /@ts-(ignore|nocheck|expect-error)|eslint-disable|oxlint-disable|biome-ignore-(all|start)/;
    const skipped = /\b(it|test|describe)\.(skip|only|todo)\b/;
    const own = 'tests/arch/files.test.ts';
    expect(sources.filter(({ path, text }) => path !== own && silent.test(text)).map(({ path }) => path)).toEqual([]);
    expect(sources.filter(({ path, text }) => path !== own && skipped.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('leave nothing built or downloaded in the tree', () => {
    expect(trackedFiles().filter((path) => /(^|\/)(node_modules|out|dist|\.cache)\//.test(path))).toEqual([]);
  });
});
