import { defineConfig } from '@playwright/test';

// Every test drives a real Electron on data of its own; one at a time, as windows and their focus are shared things.
export default defineConfig({
  testDir: './tests',
  testMatch: ['e2e/**/*.spec.ts', 'security/**/*.spec.ts', 'package/**/*.spec.ts'],
  outputDir: './test-results/traces',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  projects: [
    { name: 'security', testMatch: 'security/**/*.spec.ts' },
    { name: 'e2e', testMatch: 'e2e/**/*.spec.ts' },
    { name: 'package', testMatch: 'package/**/*.spec.ts', timeout: 600_000 },
  ],
  use: { trace: 'retain-on-failure' },
});
