import { defineConfig } from 'vitest/config';

const zones = ['shared', 'central', 'electron', 'renderer', 'scripts'].map((zone) => `${zone}/**/*.test.{ts,tsx,mjs}`);
const needsServices = [
  '**/*.integration.test.ts',
  'tests/contract/**/*.test.ts',
  'tests/sync/**/*.test.ts',
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
          include: [...zones, 'tests/arch/**/*.test.ts', 'tests/data/**/*.test.ts', 'tests/golden/**/*.test.ts'],
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
