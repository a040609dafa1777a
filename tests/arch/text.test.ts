import { describe, expect, it } from 'vitest';
import { catalogue, isTextKey } from '#shared/text/catalogue.ts';
import { isUsed, textsOf } from './key-usage.ts';
import { readSource, type Source, trackedFiles, trackedSources, walk } from './source-tree.ts';
import { visibleText } from './visible-text.ts';

const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path);
const code = trackedSources().filter((path) => /^(shared|electron|central|renderer)\//.test(path) && !isTest(path));
const speakers = code.filter((path) => !/^shared\/text\/(ms|en)\//.test(path)).map((path) => readSource(path));
const keys = Object.keys(catalogue.ms);
const placeholders = (template: string) =>
  [...new Set([...template.matchAll(/\{([^{}|]+)/g)].map((match) => match[1]))].toSorted();

/** Keys of the one object a feature's file holds. */
function keysIn({ program }: Source): string[] {
  const found: string[] = [];
  walk(program, (node) => {
    const key = node.key as { value?: unknown } | null;
    if (node.type === 'Property' && typeof key?.value === 'string') found.push(key.value);
  });
  return found;
}

describe('the catalogues', () => {
  it('hold the same keys in both languages, each with words', () => {
    expect(keys.length).toBeGreaterThan(200);
    expect(Object.keys(catalogue.en).toSorted()).toEqual(keys.toSorted());
    expect(
      Object.values(catalogue).flatMap((words) => Object.entries(words).filter(([, text]) => text.trim() === '')),
    ).toEqual([]);
  });

  it('ask for the same parameters in both', () => {
    const unlike = keys.filter((key) => {
      if (!isTextKey(key)) return true;
      return placeholders(catalogue.ms[key]).join() !== placeholders(catalogue.en[key]).join();
    });
    expect(unlike).toEqual([]);
  });

  it('say no key twice', () => {
    const files = trackedFiles().filter((path) => path.startsWith('shared/text/ms/'));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((path) => keysIn(readSource(path))).toSorted()).toEqual(keys.toSorted());
  });

  it('hold nothing that nobody says', () => {
    const texts = textsOf(speakers);
    expect(texts.families.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !isUsed(key, texts))).toEqual([]);
  });
});

describe('the search for unsaid keys', () => {
  it('tells said from unsaid', () => {
    const texts = textsOf([
      readSource('a.ts', `say('a.b'); say(\`kind.\${k}\`); say(\`g.\${k}.note\`); const k = ['road'];`),
    ]);
    expect(
      ['a.b', 'kind.road', 'g.road.note', 'a.c', 'kind.fire', 'g.fire.note'].filter((key) => isUsed(key, texts)),
    ).toEqual(['a.b', 'kind.road', 'g.road.note']);
  });
});

describe('the screens', () => {
  it('say nothing that is not in the catalogues', () => {
    const screens = speakers.filter(({ path }) => /^renderer\/.*\.tsx$/.test(path));
    expect(screens.length).toBeGreaterThan(0);
    expect(screens.flatMap(visibleText)).toEqual([]);
  });

  it('are read well enough to notice', () => {
    const text = `const A = ({ on }) => <><p>Lewat</p><b title="Tutup">{on ? 'Ya' : say('x.y')}</b><i aria-label={\`baki \${on}\`} className="row">12:00</i></>;`;
    expect(visibleText(readSource('a.tsx', text)).map((line) => line.replace('a.tsx:1 ', ''))).toEqual([
      'Lewat',
      'Tutup',
      'Ya',
      'baki',
    ]);
  });
});
