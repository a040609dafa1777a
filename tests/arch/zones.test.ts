import { describe, expect, it } from 'vitest';
import { resolveImport } from './resolve-import.ts';
import { readSource, type Source, trackedSources } from './source-tree.ts';
import { RESERVED, ZONES, zonesOf } from './zones.ts';

const paths = trackedSources();
const sources = paths.map((path) => readSource(path));
const isTest = (path: string) => /\.(test|spec)\.[a-z]+$/.test(path);
const isFree = (path: string) => isTest(path) || /^(tests|scripts)\//.test(path);
const featureOf = (path: string) => /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;

/** What is wrong with one import, in words; null when nothing is. */
function faultOf(from: string, request: string): string | null {
  if (request.includes('../../')) return 'climbs out of its folder; use a # import';
  const target = resolveImport(from, request);
  if (target === null) {
    const reserved = RESERVED.find(({ library }) => library.test(request));
    return reserved && !reserved.only.test(from) && !isFree(from) ? reserved.why : null;
  }
  if (!/\.[a-z0-9]+$/.test(target)) return 'has no file extension';
  const [own, other] = [zonesOf(from)[0] ?? '', zonesOf(target)[0]];
  if (other === undefined) return 'leads outside every zone';
  if (own === other) return featureOf(from) === featureOf(target) ? null : 'one feature imports another';
  const allowed = ZONES.find(({ name }) => name === own)?.imports ?? [];
  if (allowed.includes('*') || allowed.includes(other) || (isTest(from) && other === 'tests')) return null;
  return `${own} may not import ${other}`;
}

describe('the zones', () => {
  it('hold every tracked source file, each in exactly one', () => {
    expect(paths.length).toBeGreaterThan(100);
    expect(sources).toHaveLength(paths.length);
    expect(paths.filter((path) => zonesOf(path).length !== 1)).toEqual([]);
  });

  it('are imported one way only', () => {
    const read = sources.flatMap(({ path, imports }) => imports.map((request) => ({ path, request })));
    expect(read.length).toBeGreaterThan(paths.length);
    const faults = read.flatMap(({ path, request }) => {
      const fault = faultOf(path, request);
      return fault === null ? [] : [`${path} → ${request}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  it('name only zones that exist', () => {
    const names = new Set(ZONES.map(({ name }) => name));
    expect(ZONES.flatMap(({ imports }) => imports).filter((name) => name !== '*' && !names.has(name))).toEqual([]);
  });
});

describe('the reading of imports', () => {
  const imports = (text: string): Source['imports'] => readSource('x.ts', text).imports;

  it('sees every way to import', () => {
    const text = `import type { A } from '#shared/a.ts'; import './b.css'; export * from './c.ts';
      export { d } from './d.ts'; const e = await import('./e.ts'); const f = require('f');`;
    expect(imports(text).toSorted()).toEqual(['#shared/a.ts', './b.css', './c.ts', './d.ts', './e.ts', 'f']);
  });

  it('finds what is forbidden', () => {
    expect(faultOf('shared/text/say.ts', '#shared/contract/ipc.ts')).toBe('text may not import contract');
    expect(faultOf('renderer/app/desk.ts', '#engine/engine.ts')).toBe('app may not import engine');
    expect(faultOf('central/main.ts', 'electron')).toBe('only the shell knows Electron');
    expect(faultOf('electron/engine/sync/pull.ts', 'electron')).toBe('only the shell knows Electron');
    expect(faultOf('renderer/features/case/a.tsx', '#renderer/features/queue/b.tsx')).toBe(
      'one feature imports another',
    );
    expect(faultOf('renderer/features/queue/a.tsx', 'leaflet')).toBe('only the map knows Leaflet');
    expect(faultOf('central/http/a.ts', 'knex')).toBe('only the two stores know a driver');
    expect(faultOf('shared/clocks/a.ts', 'node:fs')).toBe('pure code and pages do without Node');
    expect(faultOf('shared/clocks/a.ts', './b')).toBe('has no file extension');
    expect(faultOf('electron/main/a/b.ts', '../../engine/c.ts')).toMatch('climbs out');
    expect(faultOf('renderer/map/pins.ts', 'leaflet')).toBeNull();
    expect(faultOf('central/store/open.ts', 'knex')).toBeNull();
  });
});
