import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** The same said slowly: every object's keys sorted, then JSON's own text. */
function slowly(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

// Names that JSON's own text would put in another order (numbers first), and the one that sets a prototype, left out.
const keys = fc.string({ unit: 'binary' }).filter((key) => !/^\d+$/.test(key) && key !== '__proto__');
const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a\u0000b', '"', '\\', 'x\ud800', '\u2028', 'é', '😀', 'a'.repeat(300), `${'b'.repeat(250)}"`),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 6 }),
  ),
})).value;

it('is the JSON text of the value with its keys in order', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(canonicalJson(value)).toBe(slowly(value));
    }),
    { numRuns: 2_000 },
  );
});

it('leaves out what is undefined, and refuses what JSON cannot carry', () => {
  expect(canonicalJson({ b: undefined, a: [undefined, -0, 1e21] })).toBe('{"a":[null,0,1e+21]}');
  for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n, () => 1]) {
    expect(() => canonicalJson(odd)).toThrow(TypeError);
  }
});
