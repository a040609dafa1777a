import { existsSync, readFileSync } from 'node:fs';

/** {passed, failed} of a vitest JSON report, or null when the run wrote none. Skipped tests count as failed. */
export function vitestCounts(file) {
  if (!existsSync(file)) return null;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const broken = (report.testResults ?? []).filter(
    (suite) => suite.status === 'failed' && (suite.assertionResults ?? []).length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + (report.numTodoTests ?? 0) + broken.length,
  };
}

/** {passed, failed} of a Playwright JSON report, or null when the run wrote none. Skipped tests count as failed. */
export function playwrightCounts(file) {
  if (!existsSync(file)) return null;
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + (stats.unexpected === 0 ? errors.length : 0),
  };
}
