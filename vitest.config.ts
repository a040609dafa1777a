import { defineConfig } from 'vitest/config';

// Vitest's reporter groups failures with Map.groupBy, which Node 20 lacks: without it a failure hides behind a crash.
const maps: { groupBy?: unknown } = Map;
maps.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

const zones = ['shared', 'central', 'electron', 'renderer', 'scripts'].map((zone) => `${zone}/**/*.test.{ts,tsx,mjs}`);
const needsServices = [
  '**/*.integration.test.ts',
  'tests/contract/**/*.test.ts',
  'tests/sync/**/*.test.ts',
  'tests/escalation/**/*.test.ts',
  'tests/proof/**/*.test.ts',
  'tests/integration/**/*.test.ts',
];

export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [...zones, ...['arch', 'bench', 'data', 'golden'].map((part) => `tests/${part}/**/*.test.ts`)],
          exclude: ['**/node_modules/**', ...needsServices],
          testTimeout: 10_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: needsServices,
          exclude: ['**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
